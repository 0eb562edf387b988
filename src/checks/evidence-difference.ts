import type { Indicator } from '../form/model';
import { inTexts } from '../form/tellings';
import { inOneUnit, type TargetAndActual } from '../scoring/sameUnit';
import { compact } from '../sheet/text';
import { isCeiling } from '../words/quantity';
import { factorBetween } from '../words/comparable';
import { factsOfProse, type Fact } from '../words/facts';
import { clauseUpTo, isDoneSince, isLasting, isRest, reckoned, toldIn, type Told, type ToldFact } from '../words/told';
import { AIM } from '../words/vocabulary';
import { inScale, isRoundingOf } from '../words/written';
import { asWritten, compared, rowWords, statedAt, telling } from './common/say';
import { tellingsIn } from './common/narrative';
import { unreached } from './common/reached';
import { isChangedByLeave } from './common/shortfall';
import type { Check, Outcome, Severity } from './finding';
import { onlyAsked } from './run';

export const evidenceDifference: Check = {
  id: 'evidence-difference',
  mends: 'row',
  title: '说明里的差额、完成率与指标值、完成值相符',
  severity: 'info',
  explain:
    '原因、依据里写明比目标少多少、多多少、节约或超支多少、其余多少没有完成、完成目标的百分之几的，按本行的指标值和完成值重新计算，按书写的位数认可舍入；“未达到……的目标”与指标值核对；完成值已达到指标值，说明却写比目标少、尚有多少没有完成的，也提出来；“约”“近”和一处写了几个的不作判断。实际完成情况里写在各项数量后面的也这样核对。不符的提出来请人核实以哪一处为准。',
  messages: {
    differs: {
      title: '“{name}”说明里的数与指标值、完成值不符',
      message:
        '“{name}”指标值为{target}，{actual}，{where}写“{written}”，按这两个数应为{computed}，请核实以哪一处为准。',
    },
    reached: {
      title: '“{name}”的说明写着没有完成，完成值已达到指标值',
      message: '“{name}”指标值为{target}，{actual}，{where}却写“{written}”，请核实以哪一处为准。',
    },
    aim: {
      title: '“{name}”说明里的目标与指标值不同',
      message: '“{name}”指标值为{target}，{where}写“{written}”，请核实以哪一处为准。',
    },
  },
  *run({ form }) {
    const { indicators, narrative, year } = form;
    for (const indicator of indicators.flatMap(inTexts)) yield* against(indicator, '说明', year?.value ?? null);
    const { completion } = narrative;
    for (const indicator of completion === null ? [] : tellingsIn(completion, indicators))
      yield* onlyAsked(against(indicator, '完成情况', year?.value ?? null));
  },
};

/** What is called left open, of the deed that the row is about: 尚有2公里未建成. */
const STILL = /^(?:尚|仍|还|剩)/;

/**
 * How loudly a text is said to tell of what was not done, where the actual value says that all of it was; `null` where it
 * tells of nothing.
 */
function openOf(
  indicator: Indicator,
  text: string,
  { fact, told }: ToldFact,
  pair: TargetAndActual,
  unit: string,
): Severity | null {
  const { target, actual } = pair;
  if (factorBetween(unit, fact.unit) === null || fact.value.isZero() || isDoneSince(text, fact)) return null;
  if (told === 'short' && actual.gte(target)) {
    const isOfYear = AIMED.test(compact(fact.label)) && !isChangedByLeave(indicator) && isLasting(text, fact);
    return isOfYear ? 'warning' : actual.eq(target) ? 'info' : null;
  }
  if (told !== 'left' || !actual.eq(target)) return null;
  const [, deed = '-'] = /未(?:能|曾|及时)?([\u4e00-\u9fff]{2})(?!的)/.exec(fact.after) ?? [];
  return STILL.test(fact.label) && indicator.name.value.includes(deed) ? 'warning' : 'info';
}

/** 完成年度目标的90% beside an actual value that is all of the target. */
const isMiss = (told: Told, { label, value }: Fact, { relation, target, actual }: TargetAndActual): boolean =>
  told === 'rate' && AIMED.test(label) && value.lt(100) && actual.gte(target) && !isCeiling(relation);

const AIMED = new RegExp(AIM);

function* against(indicator: Indicator, where: string, year: number | null): Iterable<Outcome> {
  const { target, actual, evidence } = indicator;
  if (target?.value?.kind !== 'number' || actual?.value?.kind !== 'number' || evidence === null) return;
  const pair = inOneUnit(target, actual);
  const { unit } = target.value;
  const facts = factsOfProse(evidence);
  if (pair === null || pair.periods > 1 || unit === '') return;
  yield* unreached(indicator, pair, where, unit, year);
  const isOfRow = (fact: Fact) => [pair.target, pair.actual].some((value) => isRoundingOf(fact, value));
  for (const one of toldIn(evidence)) {
    const { fact, told, isAlone } = one;
    const others = facts.filter((other) => other !== fact && other.unit === fact.unit);
    // 20人次没有来 of 210 that are neither target nor actual value is of those; 结余5万元 may go on: 5万元收回.
    const isDone = (other: Fact) => other.value.plus(fact.value).eq(pair.target);
    if (!isAlone || (isRest(told) && !others.every((other) => isOfRow(other) || isDone(other)))) continue;
    const ways = reckoned(told, pair, fact, target.value);
    const open = openOf(indicator, evidence.text, one, pair, unit);
    if (open !== null) {
      const data = { ...rowWords(indicator), where, written: clauseUpTo(evidence.text, fact) };
      const said = { message: 'reached', severity: open, data, found: fact.text, stated: statedAt(evidence, [fact]) };
      yield compared(false, evidence, [target, actual], said);
      continue;
    }
    // Many say 100% of what is more.
    const isAll = told === 'rate' && fact.value.eq(100);
    const held = ways.find(([value]) => isRoundingOf(fact, value) || (isAll && value.gte(100)));
    const [value, words] = held ?? ways[0] ?? [];
    // 节约75万元 may be what was to be saved.
    if (value === undefined || (told !== 'aim' && fact.unit === unit && isOfRow(fact))) continue;
    const holds = held !== undefined;
    const expected = holds ? fact.text : inScale(value.toDecimalPlaces(2), fact.scale, fact.unit);
    const written = told === 'aim' ? clauseUpTo(evidence.text, fact) : asWritten(fact) + fact.after;
    const data = { ...rowWords(indicator), where, written, ...(told !== 'aim' && { computed: expected }) };
    const arithmetic = `${words} = ${expected}`;
    yield telling(
      { place: evidence, facts: [fact], holds, arithmetic, expected, found: fact.text, beside: [target, actual] },
      {
        message: told === 'aim' ? 'aim' : 'differs',
        data,
        ...(isMiss(told, fact, pair) && isLasting(evidence.text, fact) && { severity: 'warning' as const }),
      },
    );
  }
}
