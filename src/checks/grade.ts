import type { Decimal } from 'decimal.js';
import { compact } from '../sheet/text';
import { withFigure } from '../form/cells';
import { bandOf } from '../scoring';
import { wholeWeight } from './common/parts';
import { compared, points } from './common/say';
import type { Check, CheckInput } from './finding';

/** Out of 100, what each grade may mean in one place or another: 优 from 90, 良 from 80, 中 from 60 or 70, 差 below that. */
const ANYWHERE: ReadonlyMap<string, readonly [low: number, below: number]> = new Map([
  ['优', [90, 1000]],
  ['良', [80, 90]],
  ['中', [60, 80]],
  ['差', [-1000, 70]],
]);

/** 优, 良, 中 or 差 out of 优秀, 良好, 自评等级：优; `null` for anything else. */
export function gradeIn(text: string): string | null {
  const found = /(?:^|[:：为级])([优良中差])(?:秀|好|等|级)?$/.exec(compact(text).slice(-12));
  return found?.[1] ?? null;
}

/** The grade of a total out of 100, in one character. */
const byScale = ({ form, scores }: CheckInput, total: Decimal): string | null =>
  bandOf(total, form, scores.rulebook)?.charAt(0) ?? null;

/** Whether a grade is that of a total out of 100, by the form's own scale, else by the rulebook or by what it means anywhere. */
export function fits(input: CheckInput, grade: string, total: Decimal): boolean {
  if (byScale(input, total) === grade) return true;
  if ((input.form.total?.scale.length ?? 0) > 0) return false;
  const band = ANYWHERE.get(grade);
  return band !== undefined && total.greaterThanOrEqualTo(band[0]) && total.lessThan(band[1]);
}

/** Whether the cell itself says of which totals its grade is: 良（90分≤得分＜95分）. */
function namesBand(text: string, total: Decimal): boolean {
  const [low, high, ...more] = (text.match(/[0-9]+(?:\.[0-9]+)?/g) ?? []).map(Number).sort((one, other) => one - other);
  return low !== undefined && high !== undefined && more.length === 0 && total.gte(low) && total.lte(high);
}

export const grade: Check = {
  id: 'grade',
  mends: 'figures',
  title: '评价等级与总分相符',
  severity: 'error',
  explain:
    '表内写了等级（优、良、中、差）的，应与总分所在的档次一致：90 分及以上为优，80 分及以上为良，60 分（有的地方 70 分）及以上为中；表内印了怎样分等级的，按表内的。',
  messages: {
    differs: { title: '等级与总分不符', message: '总分 {total}，应为“{expected}”，表内等级为“{grade}”，请改正等级。' },
  },
  *run(input) {
    const place = input.form.total?.grade ?? null;
    const total = withFigure(input.form.total?.stated);
    const found = place === null ? null : gradeIn(place.value);
    if (place === null || total === null || found === null) return;
    const stated = total.value;
    const whole = wholeWeight(input.form);
    if (!whole.isPositive() || whole.isZero()) return;
    const totals = [stated, input.scores.total.sumOfStated ?? stated];
    // A total that does not add up is a finding of its own; the grade may fit what it should have been.
    const outOf100 = totals.map((one) => one.div(whole).times(100));
    const holds = outOf100.some((one) => fits(input, found, one) || namesBand(place.text, one));
    const expected = holds ? found : byScale(input, stated.div(whole).times(100));
    if (expected === null) return;
    const data = { total: points(stated), expected, grade: found };
    const differs = { message: 'differs', data, expected, found };
    yield compared(holds, place, [total], differs, `${points(stated)} 分为“${found}”`);
  },
};
