import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import { type ScoreDifference, scoreDifferences } from '../../advice/scoreDifferences';
import { toldApart } from '../../sheet/text';
import type { FormView } from '../session/state';
import { CellLink } from './CellLink';
import { points } from './figures';

function signed({ amount }: ScoreDifference): string {
  return `${amount.gt(0) ? '少' : '多'} ${points(amount.abs())}`;
}

/** As many characters of a name are seen in two lines. */
const SEEN = 40;

/** Of more rows the farthest off come first, and the others are asked for. */
const FEW = 10;

/** What makes each difference between the stated total, the sum of the scores and the recomputed total. */
export default function TotalsDetail({ view }: { readonly view: FormView }) {
  const [all, setAll] = useState(false);
  const { form, scores } = view.review;
  const { stated, sumOfStated, recomputed } = scores.total;
  const off = stated !== null && sumOfStated !== null && !stated.eq(sumOfStated);
  const why = [...view.open, ...view.aside].find(
    ({ finding }) => finding.check === 'total-sum' && finding.severity !== 'info',
  );
  const rows = scoreDifferences(scores);
  const told = toldApart(
    rows.map(({ name }) => name),
    SEEN,
  );
  const farthest = [...rows].sort((a, b) => b.amount.abs().cmp(a.amount.abs())).slice(0, FEW);
  const shown = all || rows.length <= FEW ? rows : farthest;
  const total = form.total?.stated ?? null;
  return (
    <div className="box small above-xs">
      {off && (
        <p>
          {why?.finding.message ??
            `自评 ${points(stated)} − 各项之和 ${points(sumOfStated)} = ${points(stated.minus(sumOfStated))}。`}
          {total !== null && <CellLink cells={[total.at]} />}
        </p>
      )}
      {rows.length === 0 ? (
        <p>各项得分与按规则复算的一致。</p>
      ) : (
        <>
          <p className="above-xs strong">复算与填报不同的：</p>
          <ul className="below-xs">
            {shown.map((row) => (
              <li key={`${row.cell.row},${row.cell.column}`} className="row baseline apart-s above-xs">
                <span className="whole-line two-lines" title={row.name}>
                  {told(row.name)}
                </span>
                <span>{`${points(row.stated)} → ${points(row.recomputed)}（${signed(row)}）`}</span>
                <CellLink cells={[row.cell]} />
              </li>
            ))}
          </ul>
          {shown.length < rows.length && (
            <Link as="button" onClick={() => setAll(true)}>{`另有 ${rows.length - shown.length} 项，全部列出`}</Link>
          )}
        </>
      )}
      {recomputed !== null && scores.total.grade !== null && (
        <p>{`按复算的 ${points(recomputed)} 分，等级为“${scores.total.grade}”。`}</p>
      )}
    </div>
  );
}
