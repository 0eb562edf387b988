import { Decimal } from 'decimal.js';
import type { EvidenceCell, Indicator, QuantityCell } from '../../form/model';
import { AFTER_ALL, figuresBeside, isSurelyCounted } from '../../form/countedRate';
import { rateIn } from '../../form/rates';
import { overlap, WHOLE } from '../../form/sides';
import { tellings } from '../../form/tellings';
import { formatFigure } from '../../sheet/format';
import { compact } from '../../sheet/text';
import { wayOf } from '../../words/answers';
import { LESS, MORE } from '../../words/changeWords';
import { type Fact, factsOfProse, isPlain } from '../../words/facts';
import { areRead } from '../../words/remains';
import { isRoundingOf } from '../../words/written';
import type { RuleContext, RuleFigure } from '../context';
import type { RateSource } from '../rulebook';
import { daysLate } from '../late';
import { reachedQuantity } from '../sameUnit';
import type { Grounds } from '../scores';
import { sum } from '../../sheet/lists';
import { FORMER_YEAR } from '../../words/vocabulary';

/** Labels of figures that were planned, are of another year or are a change. */
const NOT_REACHED = new RegExp(
  `计划|目标|(?:年度|全年|下达)任务|预期|应|要求|${FORMER_YEAR}|标准|[增减降超少缺差剩余未含]|取消|停|在建|正在`,
);
/** Words that say that something was reached and nothing of what: 已完成115户. */
const REACHED =
  /^(?:实际|已经?|全年)*(?:完成|达到?|实现|到位|交付|建成|覆盖|惠及|受益|占比?|(?<=已)[\u4e00-\u9fff]{2})?$/;
/** Words behind a figure of what is not finished: 1辆在途, 1部制作中; 5台使用中 and 2所高中 are. */
const NOT_YET =
  /^(?:在[途建编办审修制研]|收尾|施工|未|尚|待|正在|(?:制作|编制|建设|施工|办理|审批|报批|审核|招标|采购|实施)中$)/;
const LEAST_OVERLAP = 2;

/** Gives a figure that stands right behind another one its label: 培训22期1936人次, 覆盖8个村1.1万人. */
function joined(fact: Fact, at: number, all: readonly Fact[]): Fact {
  const before = all[at - 1];
  const touches = before?.after === fact.label && before.end + fact.label.length === fact.start;
  return touches && fact.label.length <= MOST_JOINT ? { ...fact, label: before.label || fact.label } : fact;
}
const MOST_JOINT = 2;

const RATE = /[\u4e00-\u9fff]{2}率$/;

/** The one amount in a unit by which a text tells what was reached of an item: 全年举办文化活动18场, 办班2期共180人次. */
export function figureTold(text: QuantityCell | EvidenceCell | null, name: string, unit: string): Fact | null {
  const facts = factsOfProse(text).map(joined);
  const item = compact(name);
  const names = ({ label }: Fact) => label.length >= LEAST_OVERLAP && item.includes(label);
  const [ofRate] = RATE.exec(item) ?? [];
  // 不合格率4% is none of a 处置率.
  const isOther = ({ label }: Fact) => ofRate !== undefined && (RATE.exec(label)?.[0] ?? ofRate) !== ofRate;
  const isUndone = ({ after }: Fact) => NOT_YET.test(after) && !item.includes('在建');
  const [first, second, ...more] = facts.filter(
    (one) =>
      one.unit === unit && !one.part && (!NOT_REACHED.test(one.label) || names(one)) && !isUndone(one) && !isOther(one),
  );
  // 受理120件，办结110件: the first is what the second was taken from.
  const taken =
    first !== undefined && second?.value.lte(first.value) && WHOLE.test(first.label) && names(second) && !names(first);
  const [fact, another] = taken === true ? [second, ...more] : [first, second];
  if (fact === undefined || another !== undefined || !isPlain(fact) || fact.interim) return null;
  // 18元/册，共3600元: which of them a limit in 元 is of, is not told.
  if (facts.some((one) => one.unit.startsWith(`${unit}/`))) return null;
  const named =
    names(fact) ||
    (fact.label !== '' && areRead(fact.label, item)) ||
    overlap(`${fact.label}${fact.text}${fact.after}`, item) >= LEAST_OVERLAP;
  // 115户（含脱贫户30户） begins with the whole.
  const bare = REACHED.test(fact.label) && (fact.total || fact.label !== '' || fact.start === 0);
  return named || bare ? fact : null;
}

/** 每期50人次, 人均20元 */
const OF_EACH = /每.{0,4}$|均$/;

/**
 * All together that a text tells in a unit. In several figures (线上2次、线下1次) no more can have been reached; one `alone`,
 * of whatever it is told (检查企业92家次), may not be all.
 */
export function mostIn(
  text: QuantityCell | null,
  unit: string,
): { readonly most: Decimal; readonly alone: boolean } | null {
  const all = factsOfProse(text);
  const bare = unit !== '%' && all.every((fact) => fact.unit === '');
  const amounts = all.filter((fact) => bare || fact.unit === unit);
  if (amounts.at(-1)?.interim !== false || amounts.some((fact) => !isPlain(fact) || OF_EACH.test(fact.label)))
    return null;
  // 共检查18家，合格15家 begins with all of it.
  const [first, ...others] = amounts;
  if (first?.total === true && FIRST.test(text?.text ?? '') && others.every(({ value }) => value.lte(first.value)))
    return { most: first.value, alone: true };
  return { most: sum(amounts.map(({ value }) => value)), alone: amounts.length === 1 };
}

const FIRST = /^(?:全年|本年|年内|累计)?(?:共|总共|一共)/;

/**
 * The rate in percent that the figures of an actual value give: 受理120件，办结110件 for 办结率, 124/126; and whether it is
 * sure that it is meant.
 */
export function rateTold(indicator: Indicator): { readonly percent: Decimal; readonly sure: boolean } | null {
  const { actual } = indicator;
  const [, part, of] = QUOTIENT.exec(actual?.text.trim() ?? '') ?? [];
  if (part !== undefined && of !== undefined) {
    const share = new Decimal(part).div(of);
    return share.lte(1) ? { percent: share.times(100), sure: true } : null;
  }
  const told = tellings(indicator).at(-1);
  const rate = told?.evidence?.at === actual?.at && told !== undefined ? rateIn(told) : null;
  if (told === undefined || rate === null || OTHERS_DONE.test(actual?.text ?? '')) return null;
  const { computedPercent: percent, stated, formula, denominator } = rate;
  if (percent === null) return null;
  const confirmed = stated !== null && isRoundingOf(stated, percent);
  // An actual value tells all of what was due, and of who was content.
  const [whole] = denominator?.facts ?? [];
  const isAll = formula.numerator.includes('满意') || whole?.label.startsWith('应') === true;
  const alone = told.evidence === null || figuresBeside(told.evidence, rate).length === 0;
  return { percent, sure: confirmed || (isAll && alone) || isSurelyCounted(told, rate, whole?.after) };
}

/** 其余按期办结 says that the others were done as well. */
const OTHERS_DONE = new RegExp(`${AFTER_ALL.source}|(?:其余|其他|余下)(?!.{0,8}[未不正尚待])`);

/** 18/20, 整改率为18/20, 18/20（90%）, 编外4人/在职50人. */
const QUOTIENT =
  /^(?:[^0-9，,。；;]{0,10}率[为是达:：]?|(?!.{0,4}(?:计划|目标|应|总|共))[\u4e00-\u9fff]{1,6}(?=[0-9]{1,9}[^0-9/]{1,2}[/／][\u4e00-\u9fff]))?([0-9]{1,9})[^0-9/]{0,2}[/／][\u4e00-\u9fff]{0,6}([1-9][0-9]{0,8})[^0-9/]{0,2}(?:[,，(（=][0-9.]{1,6}%[)）]?)?$/;

/** What the evidence of a row without an actual value tells. */
function toldInEvidence({ evidence, name }: Indicator, unit: string): readonly RuleFigure[] {
  const fact = figureTold(evidence, name.value, unit);
  return fact === null ? [] : [{ figure: fact.value, words: `${fact.label}${fact.text}`, presumed: true }];
}

/** Whether a change went the other way than its row asks for, so that its figure is none of the bands': 下降6% for ≥8% of 收入增长率. */
function isOpposite({ name, target, actual }: Indicator): boolean {
  const way = wayOf(actual?.text ?? '');
  const [more, less] = [MORE, LESS].map((words) => words.test(name.value));
  const asked = wayOf(target?.text ?? '') ?? (more === less ? null : more ? 'more' : 'less');
  return way !== null && asked !== null && way !== asked;
}

/** The figures of a row that a rule with bounds may mean: its rates or, for a rule in another unit, its actual value. */
export function figuresFor(
  { rate, unit }: { readonly rate: readonly RateSource[]; readonly unit?: string },
  context: RuleContext,
): readonly RuleFigure[] {
  if (rate.includes('delay')) return delayOf(context);
  if (context.indicator !== null && isOpposite(context.indicator)) return [];
  if (unit === undefined) {
    const absolute = /绝对值|±/.test(context.indicator?.standard?.text ?? '');
    return context.rates(rate).map(({ figure, words }) => ({
      figure: absolute ? figure.abs() : figure,
      words: words.endsWith('%') ? words : `${words} = ${formatFigure(figure.toDecimalPlaces(2))}%`,
    }));
  }
  const { indicator } = context;
  if (indicator?.actual === null) return toldInEvidence(indicator, unit);
  const actual = indicator && reachedQuantity(indicator);
  return actual !== null && (actual.unit === '' || actual.unit === unit)
    ? [{ figure: actual.value, words: `${formatFigure(actual.value)}${unit}` }]
    : [];
}

function delayOf({ indicator, form }: RuleContext): readonly RuleFigure[] {
  const [target, actual] = [indicator?.target?.value ?? null, indicator?.actual?.value ?? null];
  if (target?.kind !== 'date' || actual?.kind !== 'date') return [];
  const days = daysLate(actual, target, form.year?.value ?? null);
  return days === null ? [] : [{ figure: new Decimal(days), words: days === 0 ? '按期完成' : `晚${days}天` }];
}

/** What a rule with bounds holds against them, where it is not the rate itself. */
export function leadWords({ rate }: { readonly rate: readonly RateSource[] }): string {
  return rate.includes('deviation') ? '与目标值的偏差' : '';
}

/** How sure a score is that follows from such figures. */
export function groundsOf(figures: readonly RuleFigure[]): Grounds {
  return figures.some(({ presumed }) => presumed) ? 'presumed' : 'sure';
}
