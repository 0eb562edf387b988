import { makeStyles, tokens } from '@fluentui/react-components';
import { type FillRow, shortfallOf } from '../../advice/filling';
import { points } from '../components/figures';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '2px',
    margin: `${tokens.spacingVerticalS} 0 0`,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    overflowWrap: 'anywhere',
    '> dt': { color: tokens.colorNeutralForeground3 },
    '> dd': { margin: 0 },
  },
  gap: { marginLeft: tokens.spacingHorizontalM, color: tokens.colorStatusWarningForeground3 },
  source: { color: tokens.colorNeutralForeground3 },
  long: {
    display: '-webkit-box',
    '-webkit-line-clamp': '3',
    '-webkit-box-orient': 'vertical',
    overflow: 'hidden',
    whiteSpace: 'pre-line',
  },
});

function Cut({ text, className }: { readonly text: string; readonly className: string }) {
  return (
    <span className={className} title={text.length > 60 ? text.slice(0, 600) : undefined}>
      {text}
    </span>
  );
}

/** What the form says of a row, and the rule by which it is scored. */
export function Facts({ row }: { readonly row: FillRow }) {
  const styles = useStyles();
  const { weight, target, actual, definition, evidence, score } = row;
  const { gap } = shortfallOf(row);
  return (
    <dl className={styles.root}>
      {weight !== null && (
        <>
          <dt>分值</dt>
          <dd>{points(weight)}</dd>
        </>
      )}
      {definition !== null && definition.text.trim() !== '' && (
        <>
          <dt>指标解释</dt>
          <dd>
            <Cut className={styles.long} text={definition.text.trim()} />
          </dd>
        </>
      )}
      {target !== null && (
        <>
          <dt>年度指标值</dt>
          <dd>{target.text.trim() || '（空）'}</dd>
        </>
      )}
      {actual !== null && (
        <>
          <dt>实际完成</dt>
          <dd>
            {actual.text.trim() || '（空）'}
            {gap !== null && <span className={styles.gap}>{gap}</span>}
          </dd>
        </>
      )}
      {score?.rule && (
        <>
          <dt>规则</dt>
          <dd>
            {score.rule.words}
            <span className={styles.source}>{`（${score.rule.source}）`}</span>
          </dd>
        </>
      )}
      {evidence !== null && evidence.text.trim() !== '' && (
        <>
          <dt>表内说明</dt>
          <dd>
            <Cut className={styles.long} text={evidence.text.trim()} />
          </dd>
        </>
      )}
    </dl>
  );
}
