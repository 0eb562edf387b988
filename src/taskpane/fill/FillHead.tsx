import { makeStyles, tokens } from '@fluentui/react-components';
import { blanksLeft, DEBT_WORDS, type DebtKind, type Progress } from '../../advice/filling';
import { points } from '../components/figures';

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}` },
  bar: { margin: `${tokens.spacingVerticalXS} 0`, color: tokens.colorPaletteGreenBackground3 },
});

/** 得分 1 处、未达标原因 2 处 */
function debtsCounted(progress: Progress): string {
  const counts = new Map<DebtKind, number>();
  for (const { row, debts } of progress.groups.flatMap(({ rows }) => rows)) {
    for (const kind of debts) counts.set(kind, (counts.get(kind) ?? 0) + (kind === 'blank' ? blanksLeft(row) : 1));
  }
  return [...counts].map(([kind, count]) => `${DEBT_WORDS[kind]} ${count} 处`).join('、');
}

function withGrade(total: string, grade: string | null): string {
  return grade === null ? total : `${total}（${grade}）`;
}

/** How far the form is filled in; the total as it stands and as it would be. */
export function FillHead({ progress, title }: { readonly progress: Progress; readonly title: string }) {
  const styles = useStyles();
  const { done, all, total } = progress;
  const counted = debtsCounted(progress);
  return (
    <header className={styles.root}>
      <h1 className="title">{title}</h1>
      <p className="softer">{`已填 ${done} / ${all} 项${counted === '' ? '，都已填好' : `，还欠${counted}`}`}</p>
      <progress className={styles.bar} aria-hidden value={all === 0 ? 0 : done / all} />
      {total.then !== null && (
        <p className="softer">
          {'各项之和现为 '}
          <span className="figure">{withGrade(total.now === null ? '0' : points(total.now), total.nowGrade)}</span>
          {total.now?.eq(total.then) !== true && (
            <>
              {total.unknown > 0 ? '，已填的按规则为 ' : '，按规则填全后为 '}
              <span className="figure">{withGrade(points(total.then), total.thenGrade)}</span>
            </>
          )}
          {total.unknown > 0 ? `，另有 ${total.unknown} 项要先填数字或由人工判断` : ''}
        </p>
      )}
    </header>
  );
}
