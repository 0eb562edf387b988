import { mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';

/** What fits into two lines of the narrowest pane. */
const SHORT = 30;

/** A text of which the first lines are shown until a click shows all of it. */
export function Folded({ text, lines }: { readonly text: string; readonly lines: 'two-lines' | 'four-lines' }) {
  const [whole, setWhole] = useState(false);
  if (text.length <= SHORT) return <span className="kept-lines">{text}</span>;
  return (
    <button
      type="button"
      className={mergeClasses('bare kept-lines', !whole && lines)}
      aria-expanded={whole}
      title={whole ? undefined : '显示全文'}
      onClick={() => setWhole(!whole)}
    >
      {text}
    </button>
  );
}
