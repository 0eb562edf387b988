import { baseName } from '../../sheet/fileName';
import { Button, makeStyles, mergeClasses, Switch, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { compareForms, type ChangedField, type VersionComparison, type ItemChange } from '../../compare/versions';
import type { PlacedFinding } from '../../advice/places';
import type { FormRecord, ItemRecord } from '../../advice/record';
import { formatAddress } from '../../sheet/address';
import { pointsText } from '../components/figures';
import { SeverityMark } from '../components/severity';
import { SubHead } from '../components/SubHead';

/** Where there is no room for a line of columns, the values of an indicator stand below its name. */
const NARROW = '@container compare (max-width: 519px)';

const useStyles = makeStyles({
  root: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXXL}`,
    containerType: 'inline-size',
    containerName: 'compare',
  },
  table: {
    width: '100%',
    minWidth: '280px',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      padding: '5px 4px',
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    [NARROW]: {
      display: 'block',
      '& thead, & tbody': { display: 'block' },
      '& tr': {
        display: 'grid',
        gridTemplateColumns: '1fr 2fr 2fr 1fr',
        borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      },
      '& th, & td': { borderBottomStyle: 'none' },
      '& th:first-child': { gridColumn: '1 / -1', paddingBottom: 0 },
    },
  },
  scroller: { overflowX: 'auto', '@media print': { overflowX: 'visible' } },
  figure: { width: '4.2em', [NARROW]: { width: 'auto' } },
  path: { display: 'block', fontSize: tokens.fontSizeBase100, color: tokens.colorNeutralForeground3 },
  old: { display: 'block', color: tokens.colorNeutralForeground3, textDecorationLine: 'line-through' },
  item: { padding: '4px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

const KINDS: Readonly<Record<VersionComparison['kind'], string>> = {
  versions: '修改前后对比',
  years: '两个年度对比',
  units: '两份表对比',
};

interface CellProps {
  readonly change: ItemChange;
  readonly field: ChangedField;
  readonly text: (item: ItemRecord) => string;
  readonly struck: boolean;
}

/** What is told of an indicator beside its name. */
const COLUMNS: readonly (Pick<CellProps, 'field' | 'text'> & {
  readonly heading: string;
  readonly figures: boolean;
})[] = [
  { field: 'weight', heading: '分值', figures: true, text: ({ weight }) => pointsText(weight) },
  { field: 'target', heading: '指标值', figures: false, text: ({ target }) => target },
  { field: 'actual', heading: '完成值', figures: false, text: ({ actual }) => actual },
  { field: 'stated', heading: '得分', figures: true, text: ({ stated }) => pointsText(stated) },
];

/** Both values where they differ, the earlier one above. */
function Changed({ change: { before, after, changed }, field, text, struck }: CellProps) {
  const styles = useStyles();
  const only = after ?? before;
  if (only === null) return null;
  if (before === null || after === null || !changed.includes(field)) return <span>{text(only)}</span>;
  return (
    <>
      <span className={struck ? styles.old : 'line'}>{text(before) || '空'}</span>
      <span className="line strong">{text(after) || '空'}</span>
    </>
  );
}

function nameOf({ title, kind, year }: FormRecord, file: string): string {
  return `${title === '' ? kind : title}${year === null ? '' : `（${year}）`} · ${baseName(file)}`;
}

function Findings({ title, findings }: { readonly title: string; readonly findings: readonly PlacedFinding[] }) {
  const styles = useStyles();
  return (
    <>
      <h2 className="part-heading">{`${title} ${findings.length}`}</h2>
      <ul className="small">
        {findings.map(({ key, finding, place }) => (
          <li key={key} className={styles.item}>
            <SeverityMark severity={finding.severity} />
            {` ${finding.title} `}
            <span className="quiet">{`${place} · ${formatAddress(finding.cell)}`}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

interface Compared {
  readonly file: string;
  readonly form: FormRecord;
}

interface CompareViewProps {
  readonly pair: readonly [Compared, Compared];
  readonly onClose: () => void;
}

/** Two forms side by side: what changed, what was mended and what is new. */
export default function CompareView({ pair, onClose }: CompareViewProps) {
  const styles = useStyles();
  // Of two years the earlier one comes first; of two versions nothing tells which is the later.
  const [swapped, setSwapped] = useState((pair[0].form.year ?? 0) > (pair[1].form.year ?? Infinity));
  const [all, setAll] = useState(false);
  const [first, second] = swapped ? [pair[1], pair[0]] : pair;
  const comparison = compareForms(first.form, second.form);
  const { kind, items, mended, stayed, added } = comparison;
  const changed = items.filter(
    ({ before, after, changed: fields }) => before === null || after === null || fields.length > 0,
  );
  const struck = kind === 'versions';
  const total = (form: FormRecord) => `自评 ${pointsText(form.stated)}，复算 ${pointsText(form.recomputed)}`;
  return (
    <section className={styles.root} aria-label={KINDS[kind]}>
      <SubHead title={KINDS[kind]} onBack={onClose} />
      <p className="quiet">{`先：${nameOf(first.form, first.file)}，${total(first.form)}`}</p>
      <p className="quiet">{`后：${nameOf(second.form, second.file)}，${total(second.form)}`}</p>
      <Button className="on-screen" size="small" onClick={() => setSwapped(!swapped)}>
        调换先后
      </Button>
      <h2 className="part-heading">{`指标：${changed.length} 项有变化，共 ${items.length} 项`}</h2>
      <Switch
        className="on-screen"
        label="没有变化的也列出"
        checked={all}
        onChange={(_, { checked }) => setAll(checked)}
      />
      <div className={styles.scroller} role="region" aria-label="指标对比" tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">指标</th>
              {COLUMNS.map(({ field, heading, figures }) => (
                <th key={field} scope="col" className={mergeClasses(figures && styles.figure)}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {(all ? items : changed).map((change, at) => (
              <tr key={at}>
                <th scope="row">
                  <span className={styles.path}>{change.path.join(' › ').slice(0, 40)}</span>
                  <Changed change={change} field="name" text={({ name }) => name} struck={struck} />
                  {change.before === null && <strong className="warns"> 新增</strong>}
                  {change.after === null && <strong className="warns"> 删去</strong>}
                </th>
                {COLUMNS.map(({ field, text }) => (
                  <td key={field}>
                    <Changed change={change} field={field} text={text} struck={struck} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Findings title={kind === 'versions' ? '已改正' : '只在先一份的'} findings={mended} />
      <Findings title={kind === 'versions' ? '没有改' : '两份都有的'} findings={stayed} />
      <Findings title={kind === 'versions' ? '新出现的' : '只在后一份的'} findings={added} />
    </section>
  );
}
