import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { EvaluationForm } from '../../form/model';
import { fillOf, type GroupBar, groupBars, points } from './figures';

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'minmax(4em, max-content) minmax(48px, 1fr) max-content',
    columnGap: tokens.spacingHorizontalM,
    rowGap: '3px',
    margin: 0,
    marginTop: tokens.spacingVerticalS,
    padding: 0,
    listStyleType: 'none',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '@media (max-width: 250px)': { gridTemplateColumns: 'minmax(0, 1fr) max-content' },
  },
  row: { display: 'contents' },
  name: { maxWidth: '8em', overflowWrap: 'anywhere' },
  bar: {
    alignSelf: 'center',
    width: '100%',
    height: '6px',
    borderRadius: '3px',
    overflow: 'hidden',
    '@media (max-width: 250px)': { display: 'none' },
    '@media (forced-colors: active)': { height: '8px', boxSizing: 'border-box', border: '1px solid CanvasText' },
  },
  track: { fill: tokens.colorNeutralBackground6, '@media (forced-colors: active)': { fill: 'Canvas' } },
  fill: { fill: tokens.colorBrandBackground, '@media (forced-colors: active)': { fill: 'CanvasText' } },
  bonus: { fill: tokens.colorNeutralForeground4 },
  value: { textAlign: 'right', color: tokens.colorNeutralForeground2 },
});

function valueOf({ stated, weight, bonus }: GroupBar): string {
  if (stated === null) return weight === null ? '—' : `— / ${weight.toString()}`;
  if (bonus) return stated.gt(0) ? `+${points(stated)}` : points(stated);
  return weight === null ? points(stated) : `${points(stated)} / ${weight.toString()}`;
}

/** A bar for each first-level indicator: the sum of what is stated below it against its weight. */
export function Bars({ form }: { readonly form: EvaluationForm }) {
  const styles = useStyles();
  const bars = groupBars(form);
  if (bars.length === 0) return null;
  return (
    <ul className={styles.list} aria-label="各一级指标得分">
      {bars.map((bar, index) => {
        const fill = fillOf(bar);
        return (
          <li key={index} className={styles.row}>
            <span className={styles.name}>{bar.name}</span>
            <svg className={styles.bar} aria-hidden focusable={false}>
              <rect className={styles.track} width="100%" height="100%" />
              <rect
                className={mergeClasses(styles.fill, bar.bonus && styles.bonus)}
                width={`${(fill ?? 0) * 100}%`}
                height="100%"
              />
            </svg>
            <span className={styles.value}>{valueOf(bar)}</span>
          </li>
        );
      })}
    </ul>
  );
}
