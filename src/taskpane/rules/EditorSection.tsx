import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { differences, type EditPath, valueAt } from '../../scoring';
import type { Rulebook } from '../../scoring/rulebook';
import { Disclosure } from '../components/Disclosure';
import { useDraft } from './draft';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'flex-start',
    columnGap: tokens.spacingHorizontalS,
    width: '100%',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    lineHeight: tokens.lineHeightBase300,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outlineOffset: '-2px' },
    fontWeight: 'inherit',
    '> svg': { marginTop: '5px' },
  },
  heading: { fontSize: 'inherit', fontWeight: 'inherit' },
  changed: {
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
  },
  body: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: tokens.spacingVerticalS,
    alignItems: 'start',
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalM} 36px`,
  },
});

interface EditorSectionProps {
  readonly title: string;
  readonly summary: string;
  /** The part of the rulebook that can be brought back; `null` where none can. */
  readonly path: EditPath | null;
  /** The built-in rulebook to compare with; `null` where there is none. */
  readonly original: Rulebook | null;
  /** Opened at the start, and given the focus. */
  readonly asked?: boolean;
  readonly children: ReactNode;
}

/** A part of the editor: in words when folded, its fields when unfolded. */
export function EditorSection({ title, summary, path, original, asked = false, children }: EditorSectionProps) {
  const styles = useStyles();
  const draft = useDraft();
  const [open, setOpen] = useState(asked);
  const root = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (asked) root.current?.querySelector('button')?.focus();
  }, [asked]);
  const changed =
    original !== null &&
    path !== null &&
    differences(original, draft.rulebook).some((difference) => path.every((key, at) => difference.path[at] === key));
  return (
    <div ref={root} className="edge-below">
      <h3 className={styles.heading}>
        <Disclosure
          className={styles.head}
          label={
            <>
              <span className="grow">
                <span className="line strong">{title}</span>
                <span className="quiet line">{summary}</span>
              </span>
              {changed && <span className={styles.changed}>已改</span>}
            </>
          }
          open={open}
          onToggle={() => setOpen(!open)}
          controls={id}
        />
      </h3>
      <div id={id} className={mergeClasses(open && styles.body)}>
        {open && (
          <>
            {children}
            {changed && (
              <Button
                className="all-columns at-start"
                size="small"
                onClick={() => draft.change(path, valueAt(original, path), true)}
              >
                这一项恢复内置
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
