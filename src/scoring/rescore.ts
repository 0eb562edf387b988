import { asScored, inTexts } from '../form/tellings';
import { figureOf } from '../form/cells';
import { Decimal } from 'decimal.js';
import type { BudgetLine, EvaluationForm, FigureCell, Indicator } from '../form/model';
import type { RuleResult, RowContext } from './context';
import { ruleFor } from './match';
import { HUNDRED } from '../words/units';
import { lineRates, executionPercent, ratesOf } from './rateSources';
import { countedBudget, wholeExecution } from '../form/money';
import { againstTarget, partsReached } from './reached';
import type { Rulebook } from './rulebook';
import { applyRule } from './rules';
import type { BudgetScore, IndicatorScore, Rescored, Scores, TotalScore } from './scores';
import { quote } from '../sheet/quote';
import { sumOfKnown } from '../sheet/lists';
import { lazily } from '../sheet/remember';

/** 减分项 | 1: a penalty without a sign, which a total may take off all the same. */
export function isUnsignedPenalty({ kind, name, path, stated }: Indicator): boolean {
  if (kind !== 'bonus' || figureOf(stated)?.isNegative() === true) return false;
  return [name.value, ...path].some((level) => /^[^加]*[减扣][^加]*$/.test(level));
}

/** A weight that can be multiplied with. */
function weightOf(cell: FigureCell | null): Decimal | null {
  const weight = figureOf(cell);
  return weight !== null && weight.gte(0) ? weight : null;
}

function toRescored(outcome: RuleResult, kind: string, rulebook: Rulebook): Rescored {
  const { origin, value, accepted, arithmetic, attainment, reached, grounds, unread, words, printed } = outcome;
  const source = printed === undefined ? rulebook.name : `表内评分标准${quote(printed.text)}`;
  const rule = { kind: outcome.kind ?? kind, words, source, cell: printed?.cell ?? null };
  return { origin, value, accepted, arithmetic, attainment, reached, grounds, rule, unread };
}

function scoreIndicator(indicator: Indicator, form: EvaluationForm, rulebook: Rulebook): IndicatorScore {
  const rule = ruleFor(indicator, rulebook);
  const told = asScored(indicator);
  const context: RowContext = {
    form,
    rulebook,
    indicator: told,
    weight: weightOf(indicator.weight),
    stated: figureOf(indicator.stated),
    evidence: inTexts(indicator)
      .flatMap(({ evidence }) => evidence?.text ?? [])
      .join('\n'),
    rates: (sources) => ratesOf(told, form.budget, sources),
  };
  const against = lazily(() => againstTarget(indicator, context));
  const parts = lazily(() => partsReached(indicator, context));
  return {
    indicator,
    weight: context.weight,
    ...toRescored(applyRule(rule, context), rule.kind, rulebook),
    get againstTarget() {
      return against();
    },
    get partsReached() {
      return parts();
    },
  };
}

/** What forms give for the execution of the budget. */
export const EXECUTION_WEIGHTS = [5, 10, 15, 20, 25, 30].map((weight) => new Decimal(weight));

/**
 * The weight of a scored budget row that prints none: the usual one by which its score follows from its rate, else what
 * the indicators leave of the printed whole, or of a hundred where what is printed is their own sum: 合计 90.
 */
function unprintedWeight(line: BudgetLine, form: EvaluationForm): Decimal | null {
  const stated = figureOf(line.stated);
  const printed = weightOf(form.total?.weight ?? null) ?? HUNDRED;
  const items = form.indicators.filter(({ kind }) => kind === 'item').map(({ weight }) => weightOf(weight));
  const used = items.includes(null) ? null : sumOfKnown(items);
  const whole = used?.eq(printed) === true ? HUNDRED : printed;
  if (stated === null || used === null || used.gte(whole)) return null;
  const left = whole.minus(used);
  const follows = (weight: Decimal) =>
    lineRates(line).some(({ figure }) => figure.times(weight).div(HUNDRED).minus(stated).abs().lte('0.01'));
  return EXECUTION_WEIGHTS.find(follows) ?? EXECUTION_WEIGHTS.find((weight) => weight.eq(left)) ?? null;
}

function scoreBudget(line: BudgetLine, form: EvaluationForm, rulebook: Rulebook): BudgetScore {
  const rule = rulebook.execution ?? { kind: 'judged' };
  const weight = weightOf(line.weight) ?? unprintedWeight(line, form);
  const context: RowContext = {
    form,
    rulebook,
    indicator: null,
    weight,
    stated: figureOf(line.stated),
    evidence: form.budget?.evidence?.text ?? '',
    rates: () => lineRates(line),
  };
  return { line, weight, ...toRescored(applyRule(rule, context), rule.kind, rulebook) };
}

/** What a row adds to the total. */
interface Addend {
  readonly stated: Decimal | null;
  readonly value: Decimal | null;
  /** `null` for the row of the budget. */
  readonly indicator: Indicator | null;
}

/** The rows with penalties below nothing, where only so the scores add up to the stated total. */
function signed(form: EvaluationForm, rows: readonly Addend[]): readonly Addend[] {
  const withSigns = rows.map((row) =>
    row.indicator === null || !isUnsignedPenalty(row.indicator)
      ? row
      : { ...row, stated: row.stated?.neg() ?? null, value: row.value?.neg() ?? null },
  );
  const total = figureOf(form.total?.stated);
  const closes = (all: readonly Addend[]) => total !== null && sumOfKnown(all.map(({ stated }) => stated))?.eq(total);
  return closes(withSigns) === true && closes(rows) !== true ? withSigns : rows;
}

function totalOf(form: EvaluationForm, rulebook: Rulebook, rows: readonly Addend[]): TotalScore {
  const recomputed = sumOfKnown(rows.map(({ stated, value }) => value ?? stated));
  const cap = capOf(form, rulebook);
  const complete = rows.every(({ stated, value }) => (value ?? stated) !== null);
  return {
    stated: figureOf(form.total?.stated),
    sumOfStated: sumOfKnown(rows.map(({ stated }) => stated)),
    recomputed,
    grade:
      recomputed === null || !complete || form.total === null
        ? null
        : gradeOf(cap?.lt(recomputed) === true ? cap : recomputed, form, rulebook),
    cap,
  };
}

/** What the weights of a form come to; to another sum where they are wrong or some are missing. */
const WHOLES = [10, 100, 1000];

/** The points that the form has to give: as it prints them, else the sum of its weights; `null` where that is none. */
function wholeOf(form: EvaluationForm): Decimal | null {
  const printed = weightOf(form.total?.weight ?? null);
  if (printed !== null) return printed;
  const items = form.indicators.filter(({ kind }) => kind === 'item').map(({ weight }) => weightOf(weight));
  const weights = [...items, ...countedBudget(form).map(({ weight }) => weightOf(weight))];
  // Weights that are not all known are taken to come to 100.
  const sum = weights.includes(null) ? HUNDRED : (sumOfKnown(weights) ?? HUNDRED);
  return WHOLES.some((whole) => sum.eq(whole)) ? sum : null;
}

/**
 * The name of the band in which a total lies. Bands are out of 100, the total out of the form's own whole; `null` where the
 * weights come to none: 36 of 36 is no 优.
 */
export function gradeOf(total: Decimal, form: EvaluationForm, rulebook: Rulebook): string | null {
  const whole = wholeOf(form);
  if (whole === null || whole.isZero()) return null;
  return bandOf(total.div(whole).times(HUNDRED), form, rulebook);
}

/** The name of the band of a total out of 100, by the scale that the form prints, else by the rulebook's; `null` for none. */
export function bandOf(outOf100: Decimal, { total }: EvaluationForm, { grades }: Rulebook): string | null {
  const bands = total !== null && total.scale.length > 0 ? total.scale : grades;
  return bands?.find(({ from }) => outOf100.gte(from))?.name ?? null;
}

/** The most that execution allows in rulebooks that cap the total by it; `null` otherwise. */
export function capOf(form: EvaluationForm, { caps }: Rulebook): Decimal | null {
  const execution = caps.length === 0 ? null : wholeExecution(form.budget);
  if (execution === null) return null;
  const percent = executionPercent(execution);
  const totals = caps.filter(({ below }) => percent.lt(below)).map(({ total }) => new Decimal(total));
  return totals.length === 0 ? null : Decimal.min(...totals);
}

/**
 * Scores every indicator of a form by a rulebook, with the arithmetic, and the total both ways. Pure: what is given is
 * never changed, and the same form and rulebook always give the same scores.
 *
 * `before` are the scores of a form that differs from this one in some cells: its rows that are the same objects keep
 * their scores unless the money changed.
 *
 * `why` says why this rulebook and not another, in words for the officer; see `chooseRulebook`.
 */
export function rescore(form: EvaluationForm, rulebook: Rulebook, why: string, before?: Scores): Scores {
  const known = before?.form.budget === form.budget ? before : undefined;
  const indicators = form.indicators.map((indicator, index) => {
    const score = known?.indicators[index];
    return score?.indicator === indicator ? score : scoreIndicator(indicator, form, rulebook);
  });
  const scoreOf = (line: BudgetLine) => scoreBudget(line, form, rulebook);
  const budget = form.budget?.scored ? scoreOf(form.budget.scored) : null;
  const otherBudgets = form.budget?.alsoScored.map(scoreOf) ?? [];
  const rows = [
    ...indicators.map(({ indicator, value }) => ({ stated: figureOf(indicator.stated), value, indicator })),
    ...countedBudget(form).map((line) => {
      const score = [budget, ...otherBudgets].find((one) => one?.line === line);
      return { stated: figureOf(line.stated), value: score?.value ?? null, indicator: null };
    }),
  ];
  const total = lazily(() => totalOf(form, rulebook, signed(form, rows)));
  return {
    form,
    rulebook,
    why,
    indicators,
    budget,
    otherBudgets,
    // The total of a form that is scored anew for each mend that is tried is seldom asked for.
    get total() {
      return total();
    },
  };
}
