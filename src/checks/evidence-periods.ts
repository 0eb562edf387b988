import { factsOf, isExact } from '../words/facts';
import type { Indicator, Located } from '../form/model';
import { asWritten, nameOf, points, telling } from './common/say';
import { PERIODS } from '../words/readQuantity';
import type { Check, Outcome } from './finding';

export const evidencePeriods: Check = {
  id: 'evidence-periods',
  title: '每期几次与全年几次相符',
  severity: 'info',
  explain:
    '指标值、完成值或评分依据的同一句里写了每月（每季度、每周、每半年）几次和全年几次的，两者应相符；对不上的，提出来请人核对。',
  messages: {
    differs: {
      title: '“{name}”每期的次数与全年的对不上',
      message: '“{name}”写“{each}”，又写“{whole}”，一年应为{product}，请核对。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators) {
      for (const place of new Set([indicator.target, indicator.actual, indicator.evidence])) {
        yield place === null ? null : inPeriods(indicator, place);
      }
    }
  },
};

const PERIOD = '每个?(月|季度?|周|星期|半年)';
const SAYS_PERIOD = new RegExp(PERIOD);
const CADENCE = new RegExp(`^${PERIOD}(?!.*每)`);
const YEARLY = /^(?:全年|年度|一年|每年)/;
/** How often there may be one in a year: of weeks not all count. */
const COUNTED: ReadonlyMap<number, readonly number[]> = new Map([[52, [52, 50, 51, 53]]]);
/** Words of a part of the year, and of what is only asked for. */
const NOT_ALL_YEAR = /起|始|以来|停|汛期|假|\d月|加密|另|[，（]除|除外|节前|要求|标准|原则|至少|以上|[各分]/;

/** 每月3次，全年48次: a text that says how many for each part of the year and how many for all of it, and nothing else. */
function inPeriods(indicator: Indicator, place: Located<unknown>): Outcome | null {
  const facts = SAYS_PERIOD.test(place.text) ? factsOf(place) : [];
  const [each, whole, more] = facts;
  if (each === undefined || whole === undefined || more !== undefined || each.sentence !== whole.sentence) return null;
  const usual = PERIODS.get(CADENCE.exec(each.label)?.[1] ?? '');
  if (
    usual === undefined ||
    each.value.lte(0) ||
    !YEARLY.test(whole.label) ||
    each.unit === '' ||
    each.unit !== whole.unit
  )
    return null;
  if (!facts.every((fact) => isExact(place.text, fact)) || NOT_ALL_YEAR.test(place.text)) return null;
  const fitting = (COUNTED.get(usual) ?? [usual]).find((count) => whole.value.mod(each.value.times(count)).isZero());
  const count = fitting ?? usual;
  const product = each.value.times(count);
  // Twice as many are done at two places.
  if (fitting !== undefined && !product.eq(whole.value)) return null;
  const arithmetic = `${points(each.value)} × ${count} = ${points(product)}`;
  const expected = `${points(product)}${each.unit}`;
  const sides = { each: asWritten(each), whole: asWritten(whole), product: expected };
  return telling(
    { place, facts, holds: fitting !== undefined, arithmetic, expected, found: whole.text },
    { message: 'differs', data: { name: nameOf(indicator), ...sides } },
  );
}
