import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { Decimal } from 'decimal.js';
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import type { Finding } from '../../checks/finding';
import { CellLink } from '../components/CellLink';
import { usePaneState, useSession } from '../components/useSession';
import type { PlacedFinding } from '../session/state';
import { FixPanel } from './FixPanel';

const SetAsidePanel = lazy(() => import('./SetAsidePanel'));

const useStyles = makeStyles({
  facts: {
    display: 'grid',
    gridTemplateColumns: '3em minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: '2px',
    margin: `${tokens.spacingVerticalXS} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontVariantNumeric: 'tabular-nums',
    '> dt': { color: tokens.colorNeutralForeground3 },
    '> dd': { margin: 0 },
  },
  result: { fontWeight: tokens.fontWeightBold },
  cells: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: tokens.spacingHorizontalM },

  actions: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalSNudge,
    margin: `${tokens.spacingVerticalSNudge} 0 ${tokens.spacingVerticalXS}`,
  },
  action: { minWidth: 'auto' },
});

const PLAIN_FIGURE = /^(-?\d{1,20}(?:\.\d{1,20})?)(%?)$/;

/** What stands in a cell may be a page long; it can be read there. */
const LONGEST_FOUND = 120;

/** `少 0.27` where both are plain figures that differ, else nothing. */
function shortOrOver({ expected, found }: Finding): string {
  if (expected === undefined || found === undefined) return '';
  const [, should, percent] = PLAIN_FIGURE.exec(expected) ?? [];
  const [, is, percentToo] = PLAIN_FIGURE.exec(found) ?? [];
  if (should === undefined || is === undefined || percent !== percentToo) return '';
  const difference = new Decimal(is).minus(should);
  if (difference.isZero()) return '';
  const unit = percent === '%' ? ' 个百分点' : '';
  return `（${difference.gt(0) ? '多' : '少'} ${difference.abs().toString()}${unit}）`;
}

/** The arithmetic with its result set off, without what the form says instead, which has a line of its own. */
function Arithmetic({ text, resultClass }: { readonly text: string; readonly resultClass: string }) {
  const at = text.lastIndexOf('=');
  if (at < 0) return text;
  const [result = ''] = text.slice(at + 1).split('，');
  return (
    <>
      {text.slice(0, at + 1)} <strong className={resultClass}>{result.trim()}</strong>
    </>
  );
}

function shortened(text: string): string {
  return text.length > LONGEST_FOUND ? `${text.slice(0, LONGEST_FOUND)}…` : text;
}

function factsOf(
  finding: Finding,
  resultClass: string,
): readonly { readonly name: string; readonly fact: ReactNode }[] {
  const { arithmetic, expected, found, rule } = finding;
  const should = arithmetic ?? expected;
  return [
    ...(should === undefined ? [] : [{ name: '应为', fact: <Arithmetic text={should} resultClass={resultClass} /> }]),
    ...(found === undefined ? [] : [{ name: '表内', fact: `${shortened(found)}${shortOrOver(finding)}` }]),
    ...(rule === undefined ? [] : [{ name: '规则', fact: rule }]),
  ];
}

/** The open part of a finding: its arithmetic, its cells and what can be done about it. */
export function FindingDetails({ id, placed }: { readonly id: string; readonly placed: PlacedFinding }) {
  const styles = useStyles();
  const session = useSession();
  const { abilities, busy } = usePaneState();
  const [panel, setPanel] = useState<'none' | 'fix' | 'aside'>('none');
  const root = useRef<HTMLDivElement>(null);
  const cameFrom = useRef<'fix' | 'aside' | null>(null);
  const { finding } = placed;
  const preview = session.preview(finding);

  useEffect(() => {
    if (panel !== 'none') return;
    if (cameFrom.current !== null)
      root.current?.querySelector<HTMLElement>(`[data-opens=${cameFrom.current}]`)?.focus();
    cameFrom.current = null;
  }, [panel]);

  const open = (next: 'fix' | 'aside') => {
    cameFrom.current = next;
    setPanel(next);
  };
  const close = () => setPanel('none');
  const facts = factsOf(finding, styles.result);
  const waits = busy !== null;
  return (
    <div ref={root} id={id}>
      <dl className={styles.facts}>
        {facts.map(({ name, fact }) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{fact}</dd>
          </Fragment>
        ))}
        {finding.related.length > 0 && (
          <>
            <dt>单元格</dt>
            <dd className={styles.cells}>
              {[finding.cell, ...finding.related].map((cell) => (
                <CellLink key={`${cell.row},${cell.column}`} cells={[cell]} />
              ))}
            </dd>
          </>
        )}
      </dl>
      {panel === 'fix' && preview !== null && (
        <FixPanel preview={preview} onCancel={close} onConfirm={() => void session.fix(finding)} />
      )}
      {panel === 'aside' && (
        <Suspense fallback={null}>
          <SetAsidePanel onCancel={close} onConfirm={(reason) => void session.setAside(placed.key, reason)} />
        </Suspense>
      )}
      {panel === 'none' && (
        <div className={styles.actions}>
          {preview !== null && finding.fix !== undefined && (
            <Button
              data-opens="fix"
              className={styles.action}
              size="small"
              appearance="primary"
              disabledFocusable={waits}
              onClick={() => open('fix')}
            >
              {`${finding.fix.label}…`}
            </Button>
          )}
          {abilities.canComment && (
            <Button
              className={styles.action}
              size="small"
              disabledFocusable={waits}
              onClick={() => void session.annotate(placed)}
            >
              批注
            </Button>
          )}
          <Button
            data-opens="aside"
            className={styles.action}
            size="small"
            disabledFocusable={waits}
            onClick={() => open('aside')}
          >
            不处理…
          </Button>
        </div>
      )}
    </div>
  );
}
