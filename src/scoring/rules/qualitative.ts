import { Decimal } from 'decimal.js';
import type { Attainment } from '../../words/quantity';
import { compact } from '../../sheet/text';
import type { Indicator } from '../../form/model';
import type { RuleResult, RuleContext } from '../context';
import { formatFigure } from '../../sheet/format';
import { quote } from '../../sheet/quote';
import { accepts } from '../points';
import { reachedInWords } from './compared';
import type { QualitativeBands } from '../rulebook';
import type { ScoreRange } from '../scores';
import { judged } from './judged';

const NAMES: Readonly<Record<Attainment, string>> = {
  met: '达成',
  mostly: '基本达成',
  partly: '部分达成',
  unmet: '未达成',
};

function percent(share: number): string {
  return `${new Decimal(share).times(100).toFixed()}%`;
}

/** The bands in words: 达成得分值的80%至100%，…. */
export function bandsInWords({ met, partly, unmet }: QualitativeBands): string {
  const bands = [`达成得分值的${percent(met)}至100%`, `部分达成得${percent(partly)}至${percent(met)}（不含）`];
  return [...bands, `未达成得0至${percent(unmet ?? partly)}（不含）`].join('，');
}

/**
 * How far a row's target was reached in words: what the actual value says, and 达成 where it repeats the target or goes
 * beyond it.
 */
export function attainmentOf(indicator: Indicator): Attainment | null {
  const { target, actual } = indicator;
  if (actual === null) return null;
  const words = compact(actual.text);
  // 基本健全 where 基本健全 was asked for is all of it.
  if (words !== '' && words === compact(target?.text ?? '')) return 'met';
  if (actual.value?.kind === 'qualitative' && actual.value.attainment !== null) return actual.value.attainment;
  return target?.value?.kind === 'qualitative' && reachedInWords(indicator) === true ? 'met' : null;
}

/** The score of a qualitative indicator: any within the band of its attainment. */
export function band(attainment: Attainment, context: RuleContext): RuleResult {
  const { weight, stated, rulebook } = context;
  const words = bandsInWords(rulebook.qualitative);
  if (weight === null) return judged(context, { words });
  const { met, partly, unmet } = rulebook.qualitative;
  const bands: Readonly<Record<Attainment, readonly [from: number, to: number]>> = {
    met: [met, 1],
    mostly: [partly, 1],
    partly: [partly, met],
    unmet: [0, unmet ?? partly],
  };
  const [from, to] = bands[attainment];
  const { places } = rulebook.rounding;
  const low = weight.times(from).toDecimalPlaces(places, Decimal.ROUND_DOWN);
  const high = weight.times(to);
  const range: ScoreRange = attainment === 'met' ? { low, high } : { low, high, openHigh: true };
  const top = attainment === 'met' ? high : high.minus(`1e-${places}`);
  const value = valueWithin(range, top, attainment, stated);
  const bounds = `${formatFigure(low)}至${formatFigure(high)}分${attainment === 'met' ? '' : '（不含）'}`;
  return {
    kind: 'qualitative',
    origin: value === null ? 'missing' : 'computed',
    value,
    accepted: [range],
    arithmetic: `${NAMES[attainment]}，${formatFigure(weight)} × ${percent(from)}至${percent(to)}，为${bounds}`,
    attainment: null,
    reached: attainment === 'met',
    grounds: 'sure',
    words,
    unread: null,
  };
}

/** The stated score where it is in the band; full marks for 达成 otherwise, else the nearest score of the band. */
function valueWithin(range: ScoreRange, top: Decimal, attainment: Attainment, stated: Decimal | null): Decimal | null {
  if (stated !== null && accepts([range], stated)) return stated;
  if (attainment === 'met') return range.high;
  return stated === null ? null : Decimal.max(range.low, Decimal.min(stated, top));
}

/** A row whose target is words. */
export function qualitative(context: RuleContext): RuleResult {
  const attainment = context.indicator === null ? null : attainmentOf(context.indicator);
  if (attainment !== null) return band(attainment, context);
  const actual = context.indicator?.actual?.text.trim() ?? '';
  const unread = actual === '' ? '没有填写实际完成情况' : `从${quote(actual.slice(0, 30))}看不出是否达成，请人工判断`;
  return judged(context, { unread });
}
