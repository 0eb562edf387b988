import { Decimal } from 'decimal.js';
import { TEN_THOUSAND } from '../words/units';
import type { EvaluationForm, Located } from '../form/model';
import { type Fact, factsOfProse } from '../words/facts';
import { addition, compared, points, statedAt } from './common/say';
import type { Check, Outcome } from './finding';

const MOST_PARTS = 4;
/** 每亩补助95元 has no parts. */
const OF_EACH = /每|均|单[价位]|标准/;

/** An amount and the parts in 万元 behind it that add up to its figure, in its own unit or in 万元: 471.23元，其中中央189.63万元、地方281.6万元 */
function dividedAt(amounts: readonly Fact[], index: number) {
  const whole = amounts[index];
  if (whole?.value.gt(0) !== true || OF_EACH.test(whole.label)) return null;
  const parts: Fact[] = [];
  let sum = new Decimal(0);
  for (const part of amounts.slice(index + 1, index + 1 + MOST_PARTS)) {
    if (!part.text.includes('万')) break;
    parts.push(part);
    sum = sum.plus(part.value);
    if (parts.length > 1 && (sum.eq(whole.value) || sum.eq(whole.value.times(TEN_THOUSAND))))
      return { whole, parts, sum };
  }
  return null;
}

function* inText(place: Located<unknown>): Iterable<Outcome> {
  const amounts = factsOfProse(place).filter(({ unit }) => unit === '元');
  for (const index of amounts.keys()) {
    const divided = dividedAt(amounts, index);
    if (divided === null) continue;
    const { whole, parts, sum } = divided;
    const holds = sum.eq(whole.value);
    if (!holds && /[万亿千]/.test(whole.text)) continue;
    const [found, expected] = [whole.text, whole.text.replace('元', '万元')];
    const data = { written: found, parts: parts.map(({ text }) => text).join(' + '), right: expected };
    const differs = { message: 'slip', data, found, expected, stated: statedAt(place, [whole, ...parts]) };
    yield compared(holds, place, [], differs, `${addition(parts.map(({ value }) => value))} = ${points(sum)}元`);
    if (!holds) return;
  }
}

function textsOf({ narrative, indicators }: EvaluationForm): readonly Located<unknown>[] {
  const evidence = indicators.flatMap(({ evidence: reason, ownBasis }) => [reason, ownBasis]);
  return [narrative.goals, narrative.completion, ...evidence].filter((place) => place !== null);
}

export const statedUnit: Check = {
  id: 'stated-unit',
  title: '文字中的金额与后面各项同一单位',
  severity: 'warning',
  explain:
    '目标、完成情况和依据里的金额，后面列出以万元计的各项、合起来正好是它的，单位应当相同；只写了元、按万元才合得上的提出来。',
  messages: {
    slip: {
      title: '文字中的金额单位写错',
      message: '文中写“{written}”，而后面各项 {parts} 合计是{right}，请改正单位。',
    },
  },
  run: ({ form }) => textsOf(form).flatMap((place) => [...inText(place)]),
};
