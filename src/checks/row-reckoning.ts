import { Decimal } from 'decimal.js';
import type { EvaluationForm, FigureCell, Indicator, ReckonedCell } from '../form/model';
import { inOneUnit, type Pair } from '../scoring/sameUnit';
import { additionText, agreement } from './common/agree';
import { scored } from './common/evidence';
import { figureOf } from '../form/cells';
import { clean, nameOf, points, textOf } from './common/words';
import type { Check, Outcome } from './finding';

const ONE = new Decimal(1);
const CENT = new Decimal('0.011');

/** The half of the last place shown, and a little: 116.7% may be 116.67 %. */
function tolerance({ text }: FigureCell, figure: Decimal): Decimal {
  const places = /\.([0-9]+)/.exec(text)?.[1]?.length ?? 0;
  const percent = text.includes('%') || !figure.toString().startsWith(text.trim());
  return new Decimal(10).pow(-places - (percent ? 2 : 0)).times('1.01');
}

/** What forms print as the rate at which a target was reached, the plainest first. */
function completions({ relation, target, actual }: Pair): readonly Decimal[] {
  const plain = actual.div(target);
  if (relation === '>=' || relation === '>') return [plain, Decimal.min(1, plain)];
  const inverse = actual.isZero() ? [] : [target.div(actual)];
  return [plain, Decimal.min(1, plain), ...inverse, ONE.times(2).minus(plain), ...(actual.lte(target) ? [ONE] : [])];
}

function expectedOf({ role }: ReckonedCell, pair: Pair): readonly Decimal[] {
  const rates = completions(pair);
  return role === 'completion' ? rates : rates.flatMap((rate) => [rate.minus(1), rate.minus(1).abs(), ONE.minus(rate)]);
}

const percent = (rate: Decimal): string => `${points(clean(rate.times(100)).toDecimalPlaces(2))}%`;

/** 完成值 ÷ 指标值 = 完成率 */
function ofTarget(indicator: Indicator, reckoned: ReckonedCell): Outcome | null {
  const { target, actual } = indicator;
  const pair = target === null || actual === null ? null : inOneUnit(target, actual);
  const figure = figureOf(reckoned.figure);
  if (target === null || actual === null || pair === null || figure === null || pair.target.lte(0)) return null;
  const wanted = expectedOf(reckoned, pair);
  const off = tolerance(reckoned.figure, figure);
  const near = wanted.find((rate) => rate.minus(figure).abs().lessThanOrEqualTo(off));
  const [first] = wanted;
  const name = nameOf(indicator);
  const quotient = `${points(pair.actual)} ÷ ${points(pair.target)}`;
  const arithmetic = `${quotient} = ${percent(pair.actual.div(pair.target))}`;
  if (near !== undefined || first === undefined)
    return agreement([reckoned.figure, target, actual], reckoned.role === 'completion' ? arithmetic : undefined);
  return {
    cell: reckoned.figure.cell,
    message: reckoned.role,
    severity: pair.relation === '>=' || pair.relation === '>' ? 'warning' : 'info',
    data: {
      name,
      target: textOf(target),
      actual: textOf(actual),
      stated: textOf(reckoned.figure),
      exact: percent(first),
    },
    related: [target.cell, actual.cell],
    arithmetic: `${arithmetic}，表内 ${textOf(reckoned.figure)}`,
    expected: percent(first),
    found: textOf(reckoned.figure),
  };
}

/** What the parts of a year add up to, and whether the last of them says the whole: 累计. */
function periodsOf({ actual, reckoned }: Indicator): { cells: FigureCell[]; sum: Decimal; whole: Decimal } | null {
  const cells = reckoned.flatMap(({ role, figure }) => (role === 'period' ? [figure] : []));
  const figures = cells.flatMap((cell) => figureOf(cell) ?? []);
  const value = actual?.value;
  if (cells.length < 2 || value?.kind !== 'number' || value.unit === '%') return null;
  return { cells, sum: Decimal.sum(...figures), whole: value.value.div(value.scale ?? ONE) };
}

/** 一季度 + 二季度 + 三季度 + 四季度 = 全年完成值, where the form adds them up in its other rows. */
function* ofPeriods(indicators: readonly Indicator[]): Iterable<Outcome> {
  const rows = indicators.flatMap((indicator) => {
    const periods = periodsOf(indicator);
    return periods === null ? [] : [{ indicator, ...periods, adds: periods.sum.equals(periods.whole) }];
  });
  const others = rows.filter(({ adds, whole }) => adds && !whole.isZero()).length;
  for (const { indicator, cells, sum, whole, adds } of rows) {
    const arithmetic = `${cells.map((cell) => points(figureOf(cell) ?? sum)).join(' + ')} = ${points(sum)}`;
    if (adds) yield agreement([...cells, indicator.actual], arithmetic);
    else if (others > 0 && indicator.actual !== null && figureOf(cells.at(-1) ?? null)?.equals(whole) !== true)
      yield {
        cell: indicator.actual.cell,
        message: 'period',
        severity: 'warning',
        data: { name: nameOf(indicator), actual: textOf(indicator.actual), exact: points(sum) },
        related: cells.map(({ cell }) => cell),
        arithmetic,
        expected: points(sum),
        found: textOf(indicator.actual),
      };
  }
}

/** 分值 − 得分 = 扣分 */
function ofScore(indicator: Indicator, { figure }: ReckonedCell): Outcome | null {
  const [weight, stated, lost] = [figureOf(indicator.weight), figureOf(indicator.stated), figureOf(figure)];
  if (indicator.kind !== 'item' || weight === null || stated === null || lost === null) return null;
  const exact = clean(weight.minus(stated));
  const arithmetic = `${points(weight)} − ${points(stated)} = ${points(exact)}`;
  if (lost.abs().minus(exact).abs().lessThanOrEqualTo(CENT))
    return agreement([figure, indicator.weight, indicator.stated], arithmetic);
  return {
    cell: figure.cell,
    message: 'deduction',
    data: {
      name: nameOf(indicator),
      weight: points(weight),
      stated: points(stated),
      exact: points(exact),
      lost: points(lost),
    },
    related: [indicator.weight, indicator.stated].flatMap((place) => place?.cell ?? []),
    arithmetic: `${arithmetic}，表内 ${points(lost)}`,
    expected: points(exact),
    found: points(lost),
  };
}

const figureFor = ({ reckoned }: Indicator, role: ReckonedCell['role']): FigureCell | null =>
  reckoned.find((one) => one.role === role)?.figure ?? null;

/** 复核得分 − 得分 = 差异, one way round or the other, where it is so in other rows. */
function* ofReviews(indicators: readonly Indicator[]): Iterable<Outcome> {
  const rows = indicators.flatMap((indicator) => {
    const cells = [figureFor(indicator, 'difference'), figureFor(indicator, 'reviewed'), indicator.stated] as const;
    const [own, reviewed, stated] = cells.map(figureOf);
    return own && reviewed && stated
      ? [{ indicator, cells, own, exact: reviewed.minus(stated), reviewed, stated }]
      : [];
  });
  const closes = ({ own, exact }: (typeof rows)[number]) => own.abs().equals(exact.abs());
  const others = rows.filter(closes).length;
  for (const row of rows) {
    const [difference, reviewed, stated] = row.cells;
    const arithmetic = `${points(row.reviewed)} − ${points(row.stated)} = ${points(row.exact)}`;
    if (closes(row)) yield agreement(row.cells, arithmetic);
    else if (others * 2 > rows.length && difference !== null)
      yield {
        cell: difference.cell,
        message: 'difference',
        data: { name: nameOf(row.indicator), exact: points(row.exact), found: points(row.own) },
        related: [reviewed, stated].flatMap((place) => place?.cell ?? []),
        arithmetic,
        expected: points(row.exact),
        found: points(row.own),
      };
  }
}

/** What a row of a column adds to its sum; 扣分 is what 分值 and 得分 leave. */
function addend(indicator: Indicator, role: ReckonedCell['role']): Decimal | null {
  const own = figureOf(figureFor(indicator, role));
  const [weight, stated] = [figureOf(indicator.weight), figureOf(indicator.stated)];
  if (role === 'difference') return own;
  const lost = role === 'deduction' && indicator.kind === 'item' && weight && stated ? weight.minus(stated) : null;
  return own?.abs() ?? lost;
}

/** 扣分, 复核得分 and 差异 add up to what the total’s row says of them. */
function* ofSums({ indicators, total, budget }: EvaluationForm): Iterable<Outcome> {
  for (const { role, figure } of total?.reckoned ?? []) {
    const figures = indicators.flatMap((one) => addend(one, role) ?? []);
    const found = figureOf(figure)?.abs();
    const [weight, stated] = [figureOf(budget?.scored?.weight ?? null), figureOf(budget?.scored?.stated ?? null)];
    if (found === undefined || figures.length < indicators.length) continue;
    const sum = clean(Decimal.sum(0, ...figures));
    const ofMoney = role === 'reviewed' ? stated : weight && stated && weight.minus(stated);
    const closing = [figures, ...(ofMoney === null ? [] : [[...figures, ofMoney]])].find((all) =>
      Decimal.sum(0, ...all)
        .abs()
        .minus(found)
        .abs()
        .lte(CENT),
    );
    if (closing !== undefined)
      yield agreement([figure, ...indicators.map((one) => figureFor(one, role))], additionText(closing));
    // What a reviewer gave for the execution of the budget is not known, only that it is no more than its points.
    else if (ofMoney === null || role === 'deduction' || (role === 'reviewed' && isBeyond(found.minus(sum), weight)))
      yield {
        cell: figure.cell,
        message: 'sum',
        data: { column: SUM_WORDS[role] ?? '', sum: points(sum), found: points(found) },
        related: indicators.flatMap((one) => figureFor(one, role)?.cell ?? []),
        arithmetic: `${additionText(figures)}，表内 ${points(found)}`,
        expected: points(sum.plus(role === 'deduction' ? (ofMoney ?? 0) : 0)),
        found: points(found),
      };
  }
}

const isBeyond = (rest: Decimal, most: Decimal | null): boolean =>
  rest.lt(CENT.negated()) || (most !== null && rest.gt(most.plus(CENT)));

const SUM_WORDS: Partial<Record<ReckonedCell['role'], string>> = {
  deduction: '扣分',
  reviewed: '复核得分',
  difference: '差异',
};

export const rowReckoning: Check = {
  id: 'row-reckoning',
  mends: 'row',
  title: '扣分、完成率、偏差率和各期之和与本行的数字一致',
  severity: 'error',
  explain:
    '表内有“扣分”一栏的，扣分应等于分值减得分；有“完成率”“偏差率”的，应由完成值和指标值算得。越低越好的指标各地算法不同，常见的算法都不相符时只作为问题提出。' +
    '各季度、各县区的完成值在别的行里相加为全年完成值的，这一行也应如此。' +
    '扣分、复核得分和两者的差异，合计一行应等于各项之和。',
  messages: {
    deduction: {
      title: '“{name}”扣分与得分不符',
      message: '“{name}”分值 {weight}，得分 {stated}，应扣 {exact} 分，表内扣分为 {lost}，请核对扣分和得分。',
    },
    completion: {
      title: '“{name}”完成率不对',
      message: '“{name}”指标值{target}，完成值{actual}，完成率应为 {exact}，表内为{stated}，请核对。',
    },
    period: {
      title: '“{name}”各期完成值与全年不符',
      message: '“{name}”全年完成值{actual}，各期之和为 {exact}，请核对。',
    },
    difference: {
      title: '“{name}”差异与两个得分不符',
      message: '“{name}”复核得分与自评得分相差 {exact}，表内差异为 {found}，请核对。',
    },
    sum: {
      title: '{column}合计不对',
      message: '各项{column}合计 {sum}，合计一行写的是 {found}，请核对。',
    },
    deviation: {
      title: '“{name}”偏差率不对',
      message: '“{name}”指标值{target}，完成值{actual}，偏差率应为 {exact}，表内为{stated}，请核对。',
    },
  },
  *run(input) {
    yield* ofPeriods(input.form.indicators);
    yield* ofReviews(input.form.indicators);
    yield* ofSums(input.form);
    for (const { indicator } of scored(input)) {
      for (const reckoned of indicator.reckoned) {
        if (reckoned.role === 'completion' || reckoned.role === 'deviation') {
          const outcome = ofTarget(indicator, reckoned);
          if (outcome !== null) yield outcome;
        } else if (reckoned.role === 'deduction') {
          const outcome = ofScore(indicator, reckoned);
          if (outcome !== null) yield outcome;
        }
      }
    }
  },
};
