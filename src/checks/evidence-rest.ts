import { numberOf } from '../form/cells';
import type { Indicator } from '../form/model';
import { rateIn } from '../form/rates';
import { inTexts } from '../form/tellings';
import { formatFigure } from '../sheet/format';
import { factsOfProse } from '../words/facts';
import { isRest, toldIn } from '../words/told';
import { inScale, isRoundingOf } from '../words/written';
import { asWritten, nameOf, telling } from './common/say';
import type { Check, Outcome } from './finding';

export const evidenceRest: Check = {
  id: 'evidence-rest',
  title: '说明里其余的数等于总数减去做到的数',
  severity: 'info',
  explain:
    '原因、依据里写了比率的两个数，又写其余多少没有做到、怎样处置的（抽查40台，合格36台，4台正在维修），总数减去做到的数与它比较；不符的提出来请人核实以哪一处为准。还有别的同类的数的，不作判断。',
  messages: {
    rest: {
      title: '“{name}”说明里其余的数与前面的数不符',
      message: '“{name}”的文字写“{whole}”“{part}”，其余应为{computed}，写的是“{written}”，请核实以哪一处为准。',
    },
  },
  run: ({ form }) => form.indicators.flatMap(inTexts).flatMap((indicator) => besideRate(indicator) ?? []),
};

/** What the two figures of a rate leave over: 发现问题40个，整改38个，2个正在整改. */
function besideRate(indicator: Indicator): Outcome | null {
  const { evidence, target } = indicator;
  const facts = factsOfProse(evidence);
  if (evidence === null || numberOf(target)?.unit !== '%') return null;
  const rate = rateIn(indicator);
  const [[whole, second], [part, third]] = [rate?.denominator?.facts ?? [], rate?.numerator?.facts ?? []];
  if (rate?.formula.kind !== 'quotient' || !whole || !part || second || third || whole.unit !== part.unit) return null;
  const alike = facts.filter(({ unit }) => unit === part.unit);
  const left = toldIn(evidence).flatMap(({ fact, told }) => (isRest(told) && !fact.part ? [fact] : []));
  const [fact, another] = left.filter((one) => one !== part && one !== whole && alike.includes(one));
  const rest = whole.value.minus(part.value);
  // Of more figures in the unit, others may be what is left.
  if (fact === undefined || another !== undefined || alike.length > 3 || rest.lte(0)) return null;
  const holds = isRoundingOf(fact, rest);
  const computed = holds ? fact.text : inScale(rest, fact.scale, fact.unit);
  const arithmetic = `${formatFigure(whole.value)} − ${formatFigure(part.value)} = ${formatFigure(rest)}`;
  const data = { name: nameOf(indicator), whole: asWritten(whole), part: asWritten(part) };
  return telling(
    { place: evidence, facts: [whole, part, fact], holds, arithmetic, expected: computed, found: fact.text },
    { message: 'rest', data: { ...data, written: asWritten(fact) + fact.after, computed } },
  );
}
