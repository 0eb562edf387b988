import { factsOf, isPlain } from '../words/facts';
import type { EvaluationForm, Located } from '../form/model';
import type { Rescored, Scores } from '../scoring/scores';
import { groupBy, groupByAll } from '../sheet/lists';
import { quote } from '../sheet/quote';
import { short } from '../sheet/text';
import { compareCells, cellKey, type CellRef } from '../sheet/snapshot';
import type { FigureRole } from './figures';
import { formFigures, labelBeside, type FormFigure } from './formFigures';
import { uncheckedIn } from './unchecked';
import type { Check, CheckInput, Comparison, StatedRef, Verdict } from './finding';

/** A check that compared something. */
export interface CheckCount {
  readonly id: string;
  readonly title: string;
  /** How many comparisons it made. */
  readonly compared: number;
}

/** A figure that stands in no comparison. */
export interface Unheld {
  readonly cell: CellRef;
  readonly role: FigureRole;
  /** Why, for the officer: 没有认出这一格是什么. */
  readonly why: string;
}

/** Which figures of a form were held against something. `held` and `unheld` together are `total`. */
export interface FigureCoverage {
  readonly total: number;
  readonly held: number;
  /** In the order of the sheet. */
  readonly unheld: readonly Unheld[];
}

/** What was compared in a form and what was not; everything that is claimed to have been checked comes from here. */
export interface Coverage {
  /** Only those that compared something. */
  readonly checks: readonly CheckCount[];
  readonly figures: FigureCoverage;
  /** The amounts, counts and rates that sentences state. */
  readonly stated: { readonly total: number; readonly held: number };
  /** Sentences that name what has a rule and could not be checked, and why: 3 个指标没有公开的评分规则，请人工判断. */
  readonly unchecked: readonly string[];
}

/** One figure of the map: how it stands, and by which comparisons. */
export interface MappedFigure extends FormFigure {
  /** `differs` where it stands in one comparison that does; else `asks`; `unheld` where it stands in none. */
  readonly verdict: Verdict | 'unheld';
  /** Empty where it is unheld. */
  readonly comparisons: readonly Comparison[];
  /** Why it is unheld; `''` where it is held. */
  readonly why: string;
}

const LOUDEST: readonly Verdict[] = ['differs', 'asks', 'agrees'];

/** Every figure of a form with what it was held against, in the order of the sheet. */
export function mapFigures({ form, scores, snapshot }: CheckInput, comparisons: readonly Comparison[]): MappedFigure[] {
  const held = groupByAll(comparisons, ({ cells }) => new Set(cells.map(cellKey)));
  const reasons = reasonsOf(scores);
  const figures = [...formFigures(form, snapshot)].map(([key, figure]): MappedFigure => {
    const own = held.get(key) ?? [];
    const verdict = LOUDEST.find((one) => own.some((comparison) => comparison.verdict === one)) ?? 'unheld';
    const why = verdict === 'unheld' ? whyUnheld({ form, snapshot }, figure, reasons) : '';
    return { ...figure, verdict, comparisons: own, why };
  });
  return figures.sort((a, b) => compareCells(a.cell, b.cell));
}

/** What was compared and what was not; `checks` are all there are. */
export function coverageOf(checks: readonly Check[], input: CheckInput, comparisons: readonly Comparison[]): Coverage {
  const figures = mapFigures(input, comparisons);
  const unheld = figures.filter(({ verdict }) => verdict === 'unheld');
  const statedHeld = new Set(comparisons.flatMap(({ stated }) => stated.map(statedKey)));
  const stated = statedIn(input.form);
  const byCheck = groupBy(comparisons, ({ check }) => check);
  return {
    checks: checks.flatMap(({ id, title }) => {
      const compared = byCheck.get(id)?.length ?? 0;
      return compared === 0 ? [] : [{ id, title, compared }];
    }),
    figures: {
      total: figures.length,
      held: figures.length - unheld.length,
      unheld: unheld.map(({ cell, role, why }) => ({ cell, role, why })),
    },
    stated: { total: stated.length, held: stated.filter((one) => statedHeld.has(statedKey(one))).length },
    unchecked: uncheckedIn(checks, input.scores),
  };
}

/** 本表 214 个数字，206 个已核对，8 个无从核对 */
export function coverageLine({ figures: { total, held } }: Pick<Coverage, 'figures'>): string {
  if (total === 0) return '本表没有可以核对的数字';
  const unheld = total - held;
  return `本表 ${total} 个数字，${held} 个已核对${unheld === 0 ? '' : `，${unheld} 个无从核对`}`;
}

function statedKey({ cell, start }: StatedRef): string {
  return `${cellKey(cell)} ${start}`;
}

/** Every amount, count and rate that a sentence of the form states; points and bare figures are none. */
function statedIn({ narrative, indicators, budget }: EvaluationForm): StatedRef[] {
  const { goals, completion, shortfallReason } = narrative;
  const evidence = indicators.flatMap((one) => [one.evidence, one.ownBasis]);
  const texts = [goals, completion, shortfallReason, budget?.evidence, ...evidence].flatMap((text) => text ?? []);
  return [...new Map(texts.map((text) => [cellKey(text.at), text])).values()].flatMap((text) =>
    factsOf(text)
      .filter((fact) => fact.unit !== '' && fact.unit !== '分' && isPlain(fact))
      .map(({ start }) => ({ cell: text.at, start })),
  );
}

/** Why figures of a row were not compared, by its cells. */
function reasonsOf({ indicators, budget }: Scores): ReadonlyMap<number, string> {
  const reasons = new Map<number, string>();
  const put = (place: Located<unknown> | null, why: string) => {
    if (place !== null) reasons.set(cellKey(place.at), why);
  };
  for (const score of indicators) {
    const why = whyOf(score);
    if (why === null) continue;
    const { target, actual, stated, parts } = score.indicator;
    for (const place of [target, actual, stated]) put(place, why);
    for (const part of parts) for (const place of [part.target, part.actual]) put(place, why);
  }
  const why = budget === null ? null : whyOf(budget);
  if (budget !== null && why !== null) put(budget.line.stated, why);
  return reasons;
}

function whyOf({ unread, origin }: Rescored): string | null {
  if (unread !== null) return unread.replace(/。$/, '');
  return origin === 'judged' || origin === 'missing' ? '这一项没有可以套用的评分规则，请人工判断' : null;
}

function whyUnheld(
  { form, snapshot }: Pick<CheckInput, 'form' | 'snapshot'>,
  figure: FormFigure,
  reasons: ReadonlyMap<number, string>,
): string {
  const { questions, headers, indicators } = form;
  if (questions.some(({ candidates }) => candidates.some(({ at: cell }) => cell.column === figure.cell.column))) {
    return '这一列是什么还没有确定，请先回答表头的问题';
  }
  const known = reasons.get(cellKey(figure.cell));
  if (known !== undefined) return known;
  if (figure.role !== 'none') return WHY[figure.role];
  const { row } = figure.cell;
  const head = headers[0]?.row ?? Infinity;
  if (
    figure.column !== null &&
    row > head &&
    indicators.every((one) => one.row !== row && one.parts.every((part) => part.row !== row))
  )
    return '这一行没有写指标，也看不出是哪几项的合计';
  const label = short(labelBeside(snapshot, figure.cell));
  return (
    (figure.column === null ? undefined : OTHER_COLUMNS[figure.column]) ??
    (label === '' || row > head ? '没有认出这一格是什么' : `${quote(label)}没有可以对照的数字`)
  );
}

const ADJUSTED = '表内有调整前后两栏指标值，只用其中一栏核对，这一格没有用到';

const OTHER_COLUMNS: Partial<Record<NonNullable<FormFigure['column']>, string>> = {
  reviewed: '复核得分由复核人填写，表内没有可以对照的数字',
  target: ADJUSTED,
  adjustedTarget: ADJUSTED,
  standard: '评分标准一栏里只有一个数字，不知道怎样用来计分',
};

const WHY: Readonly<Record<Exclude<FigureRole, 'none'>, string>> = {
  weight: '表内没有可以对照的分值合计',
  score: '表内没有分值、规则或总分可以对照',
  target: '没有可以比较的实际完成值',
  actual: '没有可以比较的指标值',
  coefficient: '没有可以对照的得分',
  reckoned: '本行没有可以相减或相除的数字',
  unconverted: '没有可以对照的折算得分',
  groupWeight: '下面没有可以相加的分值',
  groupScore: '下面没有可以相加的得分',
  totalWeight: '没有可以相加的分值',
  total: '没有可以相加的得分',
  amount: '资金表里没有可以对照的合计、执行率或金额',
  rate: '这一行没有预算数和执行数可以相除',
};
