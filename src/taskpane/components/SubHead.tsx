import { Button } from '@fluentui/react-components';
import { useRef } from 'react';
import { useEntrance } from './entering';

interface SubHeadProps {
  readonly title: string;
  readonly onBack: () => void;
}

/** The head of what was opened over a view. */
export function SubHead({ title, onBack }: SubHeadProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEntrance(() => heading.current?.focus({ preventScroll: true }));
  return (
    <div className="row unbroken middle apart-s">
      <Button className="snug kept-size" size="small" onClick={onBack}>
        ← 返回
      </Button>
      <h1 ref={heading} tabIndex={-1} className="title">
        {title}
      </h1>
    </div>
  );
}
