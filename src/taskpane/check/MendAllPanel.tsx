import { Checkbox, makeStyles } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { mendAll } from '../../advice/mendAll';
import { placeFindings, type SetAside } from '../../advice/places';
import type { WritePlan } from '../../advice/plan';
import type { FormReview } from '../../review';
import { formatAddress } from '../../sheet/address';
import { cellKey, type CellRef } from '../../sheet/snapshot';
import { points } from '../components/figures';
import { Panel } from '../components/Panel';
import { usePaneState } from '../components/useSession';

const useStyles = makeStyles({
  // Of hundreds the total that results and the buttons stay in view, in a low pane too.
  list: { maxHeight: 'max(120px, min(45vh, 100vh - 560px))', overflowY: 'auto', scrollbarWidth: 'thin' },
});

interface MendAllPanelProps {
  readonly review: FormReview;
  /** What the officer leaves as it is. */
  readonly aside: readonly SetAside[];
  readonly onConfirm: (plan: WritePlan) => void;
  readonly onCancel: () => void;
}

/** Every mend that follows from the sheet, to be ticked, with the total and the grade that result. */
export default function MendAllPanel({ review, aside, onConfirm, onCancel }: MendAllPanelProps) {
  const styles = useStyles();
  const { busy } = usePaneState();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const offered = useMemo(() => {
    const kept = new Set(aside.flatMap(({ finding: { fix } }) => (fix === undefined ? [] : [cellKey(fix.cell)])));
    return (cell: CellRef) => !kept.has(cellKey(cell));
  }, [aside]);
  const all = useMemo(() => mendAll(review, offered), [review, offered]);
  // By what is mended, not by its cell: rows may be inserted while the preview stands.
  const keys = useMemo(() => {
    const mends = all?.mends ?? [];
    const placed = placeFindings(
      review.form,
      mends.map(({ finding }) => finding),
      0,
    );
    return new Map(mends.map(({ cell }, at) => [formatAddress(cell), placed[at]?.key ?? '']));
  }, [review, all]);
  const chosen = useMemo(
    () => mendAll(review, (cell) => offered(cell) && !left.has(keys.get(formatAddress(cell)) ?? '')),
    [review, offered, keys, left],
  );
  const tick = (address: string, ticked: boolean) => {
    const next = new Set(left);
    const key = keys.get(address) ?? '';
    if (ticked) next.delete(key);
    else next.add(key);
    setLeft(next);
  };
  return (
    <Panel
      title="全部改正的预览"
      actions={[
        {
          label: `写入 ${chosen?.mends.length ?? 0} 处`,
          disabled: busy !== null || chosen === null,
          run: () => chosen !== null && onConfirm(chosen.plan),
        },
      ]}
      onClose={onCancel}
    >
      <p className="hint">由表内数字可以算出的改正，勾选要写入的；要您判断或自己动手改的不在内。</p>
      <ul className={styles.list}>
        {(all?.mends ?? []).map(({ cell, before, after, finding }, at) => {
          const address = formatAddress(cell);
          const now = chosen?.mends.find((mend) => formatAddress(mend.cell) === address);
          const words = `${address} ${before === '' ? '空' : before} → ${String(now?.after ?? after)}`;
          return (
            <li key={address}>
              <Checkbox
                {...(at === 0 && { 'data-first': true })}
                label={`${words}：${finding.title}`}
                checked={!left.has(keys.get(address) ?? '')}
                onChange={(_, { checked }) => tick(address, checked === true)}
              />
            </li>
          );
        })}
      </ul>
      {chosen?.total && (
        <p className="above-xs below-s" aria-live="polite">
          {`总分 ${points(chosen.total.before)} → `}
          <strong>{points(chosen.total.after)}</strong>
          {chosen.grade !== null && chosen.grade.after !== '' && `，等级 ${chosen.grade.after}`}
        </p>
      )}
    </Panel>
  );
}
