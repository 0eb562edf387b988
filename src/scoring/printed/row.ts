import { comparisonAt } from '../../words/comparisons';
import { NEGATIONS } from '../../words/denial';
import type { Relation } from '../../words/quantity';
import type { RateSource, Rule } from '../rulebook';
import type { Points } from '../../words/points';
import { AIM, FORMER_YEAR, LATE } from '../../words/vocabulary';

/** What else the row says that decides how a printed rule is applied. */
export interface RowFacts {
  readonly weight: number | null;
  /** Whether target and actual value both stand in the row. */
  readonly hasTarget: boolean;
  /** Whether the target is a date. */
  readonly dated: boolean;
  /** The target, where it is a figure. */
  readonly target: { readonly value: number; readonly unit: string; readonly relation: Relation | null } | null;
  /** Whether the name asks for a rate, so that a bound without `%` is one. */
  readonly namesRate: boolean;
  /** Whether it is a rate that is to come to all of something and is told in percent: 控制率, 完成率. */
  readonly inPercent: boolean;
  /** Whether the row itself measures how far off something is: 预算偏差率. */
  readonly namesDeviation: boolean;
  /** Whether the rule's percentages are how far off the target something is. */
  readonly ofDeviation?: true;
  /** Whether percentages of the rule may be shares of the target. */
  readonly ofTarget: boolean;
  /** Whether the budget block may give the rate. */
  readonly ofBudget: boolean;
}

/** What a printed rule gives for an answer in words. */
export interface PrintedAnswer {
  readonly words: string;
  readonly points: number;
}

/** A rule, with the answers in words for which it names points, or a sentence that says why none could be made. */
export type Assembled =
  { readonly rule: Rule; readonly answers?: readonly PrintedAnswer[] } | { readonly unread: string };

const LEAD = new RegExp(
  `^.*(?:为|是|属于|[较比与](?:${FORMER_YEAR})(?:同期)?(?:相比)?|同比)|^(?:完成|获得|获(?=[特优良甲乙丙第一二三四])|取得)(?=.)`,
);

/** The answer that a case or an actual value gives, without what it is about: 等次为优, 完成及时, 经费较上年下降. */
export function answerIn(words: string): string {
  return words.replace(LEAD, '');
}

/** Points of a score; of all the weight the weight, `null` where that is not known. */
export function pointsOf(score: Points, weight: number | null): number | null {
  if ('points' in score) return score.points;
  if ('lost' in score) return weight === null ? null : Math.max(0, Math.round((weight - score.lost) * 10_000) / 10_000);
  return weight === null ? null : Math.round(weight * score.share * 10_000) / 10_000;
}

/** Whether points are full marks; any may be where the weight is not known. */
export function isFull(score: Points, weight: number | null): boolean {
  if ('lost' in score) return score.lost === 0;
  return 'share' in score ? score.share === 1 : weight === null || score.points === weight;
}

export const UNCLEAR = '评分标准的几个部分合不成一条规则，请人工判断';

/** Why a rule is not for this row: its full marks are others. */
export function mismatch(named: number, weight: number): Assembled {
  return { unread: `评分标准里的满分${named}分与分值${weight}分不同，请人工判断` };
}

/**
 * Where the rate of a printed rule is looked for.
 *
 * @param full the percentage from which on the rule gives full marks: 100 beside a target of 90% may be of the target.
 */
export function ratesFor(row: RowFacts, full: number | null): readonly RateSource[] {
  if (row.ofDeviation === true) return ['deviation'];
  if (sharesTarget(row)) return ['completion', 'evidence'];
  if (full === 100 && row.target?.unit === '%' && row.target.value !== 100) return ['either', 'evidence'];
  return row.ofBudget ? ['actual', 'evidence', 'budget'] : ['actual', 'evidence'];
}

/** Whether a percentage of the rule is a share of the row's target, which is a figure in another unit: ≥200人次. */
export function sharesTarget({ target, ofTarget }: RowFacts): boolean {
  return ofTarget && target !== null && target.unit !== '%' && target.unit !== '';
}

const ABOVE = new RegExp(`^(?:超支|超标|发生|出现|${LATE})`);
const NONE = new RegExp(`^(?:${NEGATIONS})再?(?:发生|出现|发现)`);
/** What may follow: 超过的, 超出预算的, 未达到目标值的. */
const OF_BOUND = new RegExp(`^(?:${AIM}|标准|时限|规定|预算|要求)?(?:的|时|者|则)?$`);

/** The side of a bound that words without a figure stand for: 其余 and 否则 either, 超出 and 逾期 above, 未达到 and 未发生 below. */
export function otherSide(words: string): 'either' | 'above' | 'below' | null {
  if (/^(?:其余|其他|否则|其它)/.test(words)) return 'either';
  if (NONE.test(words)) return 'below';
  const said = ABOVE.exec(words)?.[0];
  if (said !== undefined) return OF_BOUND.test(words.slice(said.length)) ? 'above' : null;
  const comparison = comparisonAt(words, 0);
  if (comparison === null || comparison.relation === '=' || !OF_BOUND.test(words.slice(comparison.end))) return null;
  return comparison.relation.startsWith('>') ? 'above' : 'below';
}
