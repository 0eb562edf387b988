import { Decimal } from 'decimal.js';
import { formatFigure } from '../sheet/format';
import { remember } from '../sheet/remember';
import { compact } from '../sheet/text';
import { anyOf, CHANGES, EITHER, LESS, MORE_OR_LESS } from './changeWords';
import { factsIn, isExact, type Fact } from './facts';
import { isRounded, isRoundingOf, stepOf } from './written';
import { AIM, FORMER_YEAR } from './vocabulary';

/** Two figures of a sentence and what it says the one is of the other: 由20万元增长到25万元，增长25%; 24万件，是12万件的2倍; 85.7%（180/210）. */
export interface StatedChange {
  readonly kind: 'change' | 'times' | 'share' | 'part';
  /** What is divided by: the former figure, the planned one. */
  readonly from: Fact;
  readonly to: Fact;
  readonly stated: Fact;
  /** As it is stated, a change with its word: 下降4%. */
  readonly written: string;
  readonly computed: string;
  /** `(480 − 500) ÷ 500 = -4%` */
  readonly arithmetic: string;
  readonly holds: boolean;
  /** Whether the words leave no other reading of the figures, nor the figures one of the words. */
  readonly sure: boolean;
}

/** The changes and multiples that a text states together with both of their figures, in its order. */
export function changesIn(text: string): readonly StatedChange[] {
  return /[%％倍]|百分/.test(text) ? readChanges(text) : [];
}

const readChanges = remember((text: string): readonly StatedChange[] => {
  const facts = factsIn(text);
  return facts.flatMap((first, at) => {
    const [second, third] = facts.slice(at + 1, at + 3);
    if (second === undefined || third === undefined) return [];
    const said: Said = { text, begin: facts[at - 1]?.end ?? 0, facts: [first, second, third] };
    return multipleIn(said) ?? shareIn(said) ?? shareOfWhole(said) ?? changeIn(said) ?? [];
  });
});

/** Three neighbouring figures of a text. */
interface Said {
  readonly text: string;
  /** Where the figure before them ends. */
  readonly begin: number;
  readonly facts: readonly [Fact, Fact, Fact];
}

const REACH = 40;

function between(text: string, before: Fact, behind: Fact): string {
  return text.slice(before.end, behind.start);
}

function inOneSentence({ facts: [first, , third] }: Said): boolean {
  return first.sentence === third.sentence;
}

const TIMES = /^\)?的(?:约|大约|将近)?$/;
const GROWN = /^\)?(?:增长|增加|提高)了?$/;

function multipleIn(said: Said): StatedChange | null {
  const { text, facts } = said;
  const [to, from, stated] = facts;
  if (stated.unit !== '倍' || stated.bound || to.bound || to.quoted !== from.quoted || !inOneSentence(said))
    return null;
  if (to.unit === '' || to.unit !== from.unit || from.value.lte(0)) return null;
  const gap = compact(between(text, from, stated));
  const grown = GROWN.test(gap);
  if (!(grown || TIMES.test(gap)) || /^[多余以]/.test(text.slice(stated.end))) return null;
  const quotient = to.value.div(from.value);
  const shown = formatFigure(quotient, 2);
  return {
    ...{ kind: 'times', from, to, stated, written: stated.text, computed: `${shown}倍` },
    arithmetic: `${inOneScale(to, from).join(' ÷ ')} = ${shown}`,
    // Many write 增长2.37倍 where they mean 是2.37倍.
    holds: [quotient, ...(grown ? [quotient.minus(1)] : [])].some((one) => isRoundingOf(stated, one)),
    sure: true,
  };
}

const OPENED = /^[(（]$/;
const DIVIDED = /^[^0-9()（）]{0,4}[/÷／]$/;
const CLOSED = /^[^0-9()（）/÷／]{0,6}[)）]/;
const MONTHS = 12;
const DAYS = 31;
/** Further off, the bracket is about something else. */
const MOST_TIMES = 2;

/** A percentage with what it is the share of in brackets. */
function shareIn({ text, facts: [stated, to, from] }: Said): StatedChange | null {
  const signs = OPENED.test(compact(between(text, stated, to))) && DIVIDED.test(compact(between(text, to, from)));
  if (!signs || stated.unit !== '%' || stated.bound || !CLOSED.test(text.slice(from.end, from.end + 8))) return null;
  // 100%（11/30） may be a day.
  const day = from.unit === '' && to.value.lte(MONTHS) && from.value.lte(DAYS);
  if (day || from.value.lte(0)) return null;
  return shareOf('share', to, from, stated);
}

const OF_WHOLE = new RegExp(`^[,、]?(?:约|仅|只)?(?:占[^,占%]{0,12}|完成(?:${AIM}|全年|年度|年初))$`);
const WHOLE_OF = /^的(?:比例|比重)?(?:为|是)?$/;
const WHOLE_BEFORE = /(?:总|共|合计)[^,]{0,6}$/;
const OF_IT = /^,?占比?(?:例|重)?(?:为|是|达|:)?$/;

/** 女性500人，占总人数910人的54.95%; 到位38.6亿元，完成年度任务35亿元的110.29%; 总人数910人，女性500人，占54.95%: a part and its whole, with their share behind them. */
function shareOfWhole(said: Said): StatedChange | null {
  const { text, begin, facts } = said;
  const [first, second, stated] = facts;
  if (stated.unit !== '%' || first.unit === '' || first.unit !== second.unit || !inOneSentence(said)) return null;
  if (!facts.every((fact) => isExact(text, fact))) return null;
  const [gap, behind] = [compact(between(text, first, second)), compact(between(text, second, stated))];
  if (OF_WHOLE.test(gap) && WHOLE_OF.test(behind)) return shareOf('part', first, second, stated);
  const wholeFirst = WHOLE_BEFORE.test(compact(text.slice(Math.max(begin, first.start - REACH), first.start)));
  if (!wholeFirst || WHOLE_BEFORE.test(gap) || !OF_IT.test(behind)) return null;
  // 总面积100亩，本年新增20亩，占12%: of something else, it may be.
  const share = shareOf('part', second, first, stated);
  return share && { ...share, sure: false };
}

/** A stated share beside the one of its two figures; further off, it is about something else. */
function shareOf(kind: 'share' | 'part', to: Fact, from: Fact, stated: Fact): StatedChange | null {
  if (from.value.lte(0)) return null;
  const exact = to.value.div(from.value).times(100);
  if (exact.gt(stated.value.times(MOST_TIMES)) || stated.value.gt(exact.times(MOST_TIMES))) return null;
  const computed = `${formatFigure(exact, 2)}%`;
  return {
    ...{ kind, from, to, stated, written: stated.text, computed, holds: isRoundingOf(stated, exact), sure: true },
    arithmetic: `${inOneScale(to, from).join(' ÷ ')} = ${computed}`,
  };
}

/** Two figures as they are written, in the smaller of their scales where these differ. */
function inOneScale(...facts: readonly [Fact, Fact]): readonly string[] {
  const scale = Decimal.min(...facts.map((fact) => fact.scale));
  return facts.map(({ value }) => formatFigure(value.div(scale)));
}

const FORMER = new RegExp(`${FORMER_YEAR}|[年期]初|基期`);
const LATTER = /[本今当]年|本期|[年期][末底]/;
/** 吞吐量1226万吨，上年1200万吨 */
const ONLY_FORMER = new RegExp(`^[,(（](?:${FORMER_YEAR})(?:同期)?[为是]?$`);
const COMPARED = /[比较][^,]{0,14}$/;
const BY = `(?:${MORE_OR_LESS.source}|[多少高低超])`;
/** 比上年增加4个, 本年多支出12万元: by so many, not from or to as many. */
const CHANGED_BY = new RegExp(`(?:${FORMER_YEAR}).*${BY}|${BY}[^到至为达,]{0,4}$`);
const LED_FROM = /[由从][^,]{0,14}$/;
const LED_TO = /[到至为][^,]{0,6}$/;
const PLANNED = /计划|目标|预算|设计|核定/;
const REACHED = /实际|完成/;
const YEAR = /20\d\d(?=年)/;

/** What leads to the percentage, behind a figure or a comma: 增长, 同比下降了, 三公经费变动率为, 比上年增加. */
const LEAD = new RegExp(
  `^[)）]?[,、(]?((?:同比|[与较比])?(?:${FORMER_YEAR})?(?:度|同期)?(?:相比)?),?(实际)?(?:净|共|累计)?(.{0,12}?)的?((?:${anyOf(...Object.values(CHANGES))})(?:率|幅度|幅|度|比例)?)(?:了|为|是|达到?|:)*$`,
);
/** What follows a change that is told before its result: 比上年的500万元下降4%，为480万元. */
const RESULT = /^,?(?:为|达到?|[增升降减][至到为]|现为|[本今]年度?为?)$/;
const BESIDE = new RegExp(anyOf(CHANGES.beside));

function changeIn(said: Said): StatedChange | null {
  const { text, begin, facts } = said;
  const lead = compact(text.slice(Math.max(begin, facts[0].start - REACH, facts[0].sentence), facts[0].start));
  const [gap, second] = [compact(between(text, facts[0], facts[1])), compact(between(text, facts[1], facts[2]))];
  const toldFirst = facts[1].unit === '%' && COMPARED.test(lead) && RESULT.test(second);
  const [from, to, stated] = toldFirst ? [facts[0], facts[2], facts[1]] : facts;
  const match = LEAD.exec(toldFirst ? gap : second);
  if (match === null || stated.unit !== '%' || !inOneSentence(said)) return null;
  const [, ago = '', real, subject = '', word = ''] = match;
  if (!(lead + gap).includes(subject)) return null;
  const pair = toldFirst ? ([from, to] as const) : inOrder([from, lead], [to, gap], word, ago);
  const change = pair === null || !facts.every((fact) => isExact(text, fact)) ? null : changeOf(pair, stated, word);
  // 收入由20000元增长到21200元，实际增长5.5% may be without what prices rose.
  const withoutPrices = real !== undefined && stated.value.gt(0) && to.unit === '元' && word.includes('增');
  return change && { ...change, sure: change.sure && !withoutPrices };
}

/**
 * The change that the only two figures of a text give, where another place states it: 由80件降至76件 beside 下降12.5%. `null`
 * where the words don't say which of them is the former.
 *
 * @param word what the other place calls it: 下降率.
 */
export function changeBeside(text: string, stated: Fact, word: string): StatedChange | null {
  const [one, other, more] = factsIn(text);
  if (one === undefined || other === undefined || more !== undefined || one.sentence !== other.sentence) return null;
  if (one.part || other.part || ![one, other].every((fact) => isExact(text, fact) && fact.unit !== '%')) return null;
  const lead = compact(text.slice(Math.max(one.start - REACH, one.sentence), one.start));
  const pair = inOrder([one, lead], [other, compact(between(text, one, other))], word, '');
  return pair === null ? null : changeOf(pair, stated, word);
}

type Named = readonly [fact: Fact, words: string];

/** Which of two figures is the former one, by the words before each; `null` where they don't say. */
function inOrder(one: Named, other: Named, word: string, ago: string): readonly [from: Fact, to: Fact] | null {
  const [[a, lead], [b, gap]] = [one, other];
  if (BESIDE.test(word)) {
    return PLANNED.test(lead) && REACHED.test(gap) && !PLANNED.test(gap) ? [a, b] : null;
  }
  if (CHANGED_BY.test(gap)) return null;
  const [first, second] = [Number(YEAR.exec(lead)?.[0] ?? 0), Number(YEAR.exec(gap)?.[0] ?? 0)];
  // 由2020年的100增长到200，比上年增长30%: the former figure is of another time.
  const lastYear = /年|同/.test(ago);
  const near = !lastYear || FORMER.test(lead + gap) || Math.abs(second - first) === 1;
  if (!near) return null;
  if (first > 0 && second > 0) return first === second ? null : first < second ? [a, b] : [b, a];
  if ((FORMER.test(lead) || LED_FROM.test(lead)) && (LATTER.test(gap) || LED_TO.test(gap))) return [a, b];
  const former = FORMER.test(gap) && (LATTER.test(lead) || COMPARED.test(gap) || ONLY_FORMER.test(gap));
  return former && !FORMER.test(lead) ? [b, a] : null;
}

/** The most that rounding may have changed a figure by; 0 for things that are counted one by one. */
function slackOf(fact: Fact): Decimal {
  const step = stepOf(fact);
  return step.eq(1) && fact.unit !== '%' ? new Decimal(0) : step.div(2);
}

function changeOf([from, to]: readonly [Fact, Fact], stated: Fact, word: string): StatedChange | null {
  const inPoints = stated.text.endsWith('点');
  const ofRates = from.unit === '%';
  if (from.unit !== to.unit || from.value.lte(0) || (inPoints && !ofRates)) return null;
  const difference = to.value.minus(from.value);
  const share = new Decimal(100).div(from.value);
  const points = { is: difference, slack: slackOf(from).plus(slackOf(to)) };
  const percent = {
    is: difference.times(share),
    slack: slackOf(from).times(to.value.div(from.value)).plus(slackOf(to)).times(share),
  };
  // 由80%提高到85%，提高5%: many say per cent where they mean points.
  const meant = inPoints ? [points] : ofRates ? [percent, points] : [percent];
  const either = BESIDE.test(word) || (EITHER.test(word) && !stated.value.isNegative());
  const said = LESS.test(word) ? stated.value.abs().neg() : stated.value;
  // Divided by the wrong one of the two: that explains it better than rounding does.
  const turned = !to.value.isZero() && isRounded(said, stepOf(stated), difference.div(to.value).times(100));
  const step = stepOf(stated);
  const within = (reach: (slack: Decimal) => Decimal) =>
    meant.some(({ is, slack }) =>
      [is, ...(either ? [is.neg()] : [])].some((one) => one.minus(said).abs().lt(reach(slack))),
    );
  // Both amounts rounded as far as can be and the percentage cut off besides: that may be, but hardly is.
  const strained = within((slack) => slack.plus(step));
  const shown = formatFigure((inPoints ? points : percent).is, 2);
  const [top, bottom] = inOneScale(to, from);
  return {
    ...{ kind: 'change', from, to, stated, written: `${word}${stated.text}` },
    computed: `${difference.isNegative() ? '下降' : '增长'}${shown.replace('-', '')}${inPoints ? '个百分点' : '%'}`,
    arithmetic: inPoints ? `${top} − ${bottom} = ${shown}` : `(${top} − ${bottom}) ÷ ${bottom} = ${shown}%`,
    holds: strained && within((slack) => (turned ? step : Decimal.max(step, slack.plus(step.div(2))))),
    sure: !strained,
  };
}
