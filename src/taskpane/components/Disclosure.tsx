import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right';
import { mergeClasses } from '@fluentui/react-components';

interface DisclosureProps {
  readonly label: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** A line of its own with its mark before it, or a link in a line with its mark behind. */
  readonly look?: 'line' | 'link';
  readonly id?: string;
  /** What is read out instead of the label, where that needs its surroundings. */
  readonly spoken?: string;
  readonly className?: string;
}

/** A line that unfolds what stands below it. */
export function Disclosure({ label, open, onToggle, look = 'line', id, spoken, className }: DisclosureProps) {
  return (
    <button
      id={id}
      type="button"
      data-prints
      className={mergeClasses('bare disclosure', className)}
      data-look={look}
      aria-expanded={open}
      aria-label={spoken}
      onClick={onToggle}
    >
      {look === 'line' && <ChevronRight12Regular aria-hidden />}
      {label}
      {look === 'link' && <ChevronDown12Regular aria-hidden />}
    </button>
  );
}
