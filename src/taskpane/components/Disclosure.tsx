import { ChevronDown12Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right';
import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';

interface LineProps {
  readonly label: ReactNode;
  /** A line of its own with its mark before it, or a link in a line with its mark behind. */
  readonly look?: 'line' | 'link';
  readonly id?: string;
  /** What is read out instead of the label, where that needs its surroundings. */
  readonly spoken?: string;
  /** Id of what it unfolds, where that is there while it is folded, too. */
  readonly controls?: string;
  readonly className?: string;
}

interface DisclosureProps extends LineProps {
  readonly open: boolean;
  readonly onToggle: () => void;
}

/** A line that unfolds what stands elsewhere. */
export function Disclosure({ label, open, onToggle, look = 'line', id, spoken, controls, className }: DisclosureProps) {
  return (
    <button
      id={id}
      type="button"
      data-prints
      className={mergeClasses('bare disclosure', className)}
      data-look={look}
      aria-expanded={open}
      aria-label={spoken}
      aria-controls={controls}
      onClick={onToggle}
    >
      {look === 'line' && <ChevronRight12Regular aria-hidden />}
      {label}
      {look === 'link' && <ChevronDown12Regular aria-hidden />}
    </button>
  );
}

interface UnfoldingProps extends LineProps {
  /** Whether it is unfolded at first. */
  readonly first?: boolean;
  readonly onToggle?: (open: boolean) => void;
  readonly children: ReactNode;
}

/** A line that unfolds what stands below it. */
export function Unfolding({ first = false, onToggle, children, ...line }: UnfoldingProps) {
  const [open, setOpen] = useState(first);
  const toggle = () => {
    setOpen(!open);
    onToggle?.(!open);
  };
  return (
    <>
      <Disclosure {...line} open={open} onToggle={toggle} />
      {open && children}
    </>
  );
}
