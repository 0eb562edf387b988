import { Decimal } from 'decimal.js';
import { figureOf } from '../../form/cells';
import type { EvaluationForm, FigureCell } from '../../form/model';
import { wholeExecution } from '../../form/money';
import { EXECUTION_WEIGHTS } from '../../scoring';
import { executionPercent } from '../../scoring/rateSources';
import { once } from '../../sheet/remember';
import { compact, saysPercent } from '../../sheet/text';
import { readFigure } from '../../words/figure';
import type { CheckInput } from '../finding';
import { cellsAcross } from './across';
import { partsOf, sumParts, wholeWeight } from './parts';
import { sentencesIn } from './sentences';
import { clean } from './say';

/** 预算执行率90%，得分9分 */
const EXECUTION_POINTS = /执行[^。;；]{0,60}?得分?(?:为|是|:|：)?([0-9]{1,2}(?:\.[0-9]{1,4})?)分?/;
const EXECUTION = /(?:执行|支出|支付|完成)(?:率|进度|比例)/;
/** 预算执行率得分（10分） as the label of a figure. */
const NAMES_POINTS = /^(?:预算)?执行率?得分(?:\([0-9]{1,2}分\))?:?$/;
const MOST_POINTS = 20;
const MOST_TEXT = 40;
/** More candidates than this are not looked at. */
const MOST_TOLD = 12;

/**
 * Figures that may be the points for the execution of the budget where no row is recognised as scoring it: those named in
 * a text outside the table, and those in a row outside the table that mentions a rate of execution, or in the row below it.
 * `inWords` where the text itself, or the label of the row, calls the figure points.
 */
export const executionPointsTold = once((input: CheckInput) => {
  const told = sentencesIn(input).flatMap(({ text }) => EXECUTION_POINTS.exec(text)?.[1] ?? []);
  const { area } = input.form;
  const rows = new Set([...input.form.indicators.map((one) => one.row), input.form.total?.label.at.row ?? -1]);
  const outside = Array.from({ length: area.rowCount }, (_, at) => area.row + at).filter((at) => !rows.has(at));
  const cellsOf = (row: number) => cellsAcross(input, row);
  const speaks = (row: number) =>
    cellsOf(row).some(({ text }) => text.length < MOST_TEXT && EXECUTION.test(compact(text)));
  const figures = outside
    .filter((row) => speaks(row) || (row > area.row && !rows.has(row - 1) && speaks(row - 1)))
    .flatMap((row) => {
      const cells = cellsOf(row);
      const inWords = cells.some(({ text }) => NAMES_POINTS.test(compact(text)));
      return cells.flatMap((cell) => {
        const { value } = readFigure(cell);
        return saysPercent(cell.text) || value === null ? [] : [{ points: value, inWords, at: cell.at }];
      });
    })
    .filter(({ points }) => points.gt(0) && points.lte(MOST_POINTS));
  const inTexts = told.map((points) => ({ points: new Decimal(points), inWords: true, at: null }));
  return [...inTexts, ...figures].slice(0, MOST_TOLD);
});

/**
 * Whether the total's row sums up the indicators only, weights and scores alike, the budget's 10 points standing for
 * themselves above it: 合计 90.
 */
export function totalsIndicatorsOnly(input: CheckInput): boolean {
  const { form } = input;
  return scoresIndicatorsOnly(input) && sumsIndicators(form, 'weight', form.total?.weight);
}

/**
 * Whether the total adds up the scores of the indicators only, and its own weight leaves the budget's points out: of 合计 90
 * one weight may be wrong all the same.
 */
export function scoresIndicatorsOnly({ form }: CheckInput): boolean {
  const weight = figureOf(form.total?.weight);
  const leaves = weight !== null && EXECUTION_WEIGHTS.some((points) => points.plus(weight).equals(100));
  const isSum = sumsIndicators(form, 'stated', form.total?.stated);
  return isSum && (leaves || sumsIndicators(form, 'weight', form.total?.weight));
}

/** Whether a figure of the total is what the indicators add up to, in a form that scores its budget too. */
function sumsIndicators(form: EvaluationForm, column: 'weight' | 'stated', of: FigureCell | null | undefined): boolean {
  const parts = partsOf(form);
  const indicators = parts.filter(({ kind }) => kind !== 'budget');
  const found = figureOf(of);
  return found !== null && indicators.length < parts.length && clean(sumParts(indicators, column)).equals(found);
}

/** Points for the execution of the budget that no cell states: `due` by its rate, `given` in the total. */
export interface UnprintedExecution {
  readonly weight: Decimal;
  readonly percent: Decimal;
  readonly due: Decimal;
  readonly given: Decimal;
  /** Whether they are the same, but for a rate that was rounded to whole percents first. */
  readonly holds: boolean;
}

const ROUNDING = '0.05';
/** The most points by which `given` may differ from `due`. */
const NEAR = 1;

/**
 * What the execution of the budget weighs where no cell says it: a total of 100 over items of 90, a block of money without
 * a score, and about so many points more in the total as its rate would give. `null` where it need not be so.
 */
export const unprintedExecution = once(({ form }: CheckInput): UnprintedExecution | null => {
  const stated = figureOf(form.total?.stated);
  const execution = form.budget?.scored === null ? wholeExecution(form.budget) : null;
  if (execution === null || stated === null) return null;
  const parts = partsOf(form);
  const weight = clean(wholeWeight(form).minus(sumParts(parts, 'weight')));
  const given = clean(stated.minus(sumParts(parts, 'stated')));
  const percent = executionPercent(execution);
  const due = percent.times(weight).div(100).toDecimalPlaces(2);
  const [known, off] = [EXECUTION_WEIGHTS.some((one) => weight.equals(one)), given.minus(due).abs()];
  return known && given.lte(weight) && off.lt(NEAR) ? { weight, percent, due, given, holds: off.lte(ROUNDING) } : null;
});

/** Whether what the weights lack is what the execution of the budget weighs, whose points stand apart and are in the total. */
export function isExecutionApart(input: CheckInput, lacking: Decimal): boolean {
  const parts = partsOf(input.form);
  const known = EXECUTION_WEIGHTS.some((one) => lacking.equals(one)) && parts.every(({ kind }) => kind !== 'budget');
  const stated = figureOf(input.form.total?.stated);
  const rest = known && stated !== null ? clean(stated.minus(sumParts(parts, 'stated'))) : null;
  const fits = (points: Decimal) => points.lte(lacking) && (rest?.eq(points) ?? true);
  return known && executionPointsTold(input).some(({ points, inWords }) => inWords || fits(points));
}
