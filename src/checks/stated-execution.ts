import { Decimal } from 'decimal.js';
import { factsOf, MOST_FACTS, type Fact } from '../words/facts';
import type { EvaluationForm, Indicator, Located } from '../form/model';
import { compact, short } from '../sheet/text';
import { agreesClosely, executionIn, heldAgainst, isExecution, namesLine } from './common/amountLabels';
import { blockAmounts, type BlockAmount, executionsOf } from '../form/money';
import { asWritten } from './common/evidence';
import { figureOf, located } from '../form/cells';
import { nameOf, points } from './common/words';
import type { Check, Report, Outcome, Agreement } from './finding';
import { ONE } from '../words/units';
import { firstFigure, inScale } from '../words/written';
import { agreement, statedAt, telling } from './common/agree';
import { sentencesIn } from './common/sentences';
import { cellAt, sameCell } from '../sheet/snapshot';
import { isAgreement } from './run';

/** A row of the table for what the block says as well: 预算执行率, 全年资金支出率. */
const EXECUTION_ROW = /^(?:全年|年度|本年|项目|部门|整体)*(?:预算|资金)+(?:执行|支出|支付)(?:率|进度)$/;

/** Words before an amount which show that it is the whole year's. */
const WHOLE = /全年|全部|总|共|累计|合计|年度/;

export const statedExecution: Check = {
  id: 'stated-execution',
  mends: 'money',
  title: '完成情况、预算执行率一行与资金表一致',
  severity: 'warning',
  explain:
    '年度目标完成情况、资金表自己的说明和表内别的文字里写到的全年支出、预算执行率，以及指标表里“预算执行率”一行的完成值，应与资金表一致（按书写的位数认可舍入）。没有资金表、一段文字写了预算、支出和执行率的，按所写金额复算执行率。看不出是不是全年整体的金额、别的文字里的数只作提示。',
  messages: {
    amount: {
      title: '{where}写的金额与资金表不一致',
      message: '{where}写“{written}”，资金表中{kind}为{block}，请核实后改为一致。',
    },
    rate: {
      title: '{where}写的执行率与资金表不一致',
      message: '{where}写“{written}”，按资金表执行数除以预算数为 {block}，请核实后改为一致。',
    },
    own: {
      title: '文字里的执行率与所写金额不符',
      message: '这里写“{written}”，按所写的金额计算为 {arithmetic}，请核实后改为一致。',
    },
    row: {
      title: '“{name}”的完成值与资金表不一致',
      message: '“{name}”完成值为{written}，按资金表执行数除以预算数为 {block}，请核实后改为一致。',
    },
  },
  *run(input) {
    const { form } = input;
    const amounts = blockAmounts(form);
    if (!amounts.some(({ whole }) => whole)) {
      for (const { cell } of sentencesIn(input)) yield* ofItsOwn(located(cellAt(input.snapshot, cell)));
      return;
    }
    yield* textAgainst('完成情况', form.narrative.completion, amounts);
    yield* textAgainst('资金表的说明', form.budget?.evidence ?? null, amounts);
    const { goals, completion } = form.narrative;
    const told = [goals, completion, form.budget?.evidence ?? null].flatMap((place) => place?.cell ?? []);
    for (const { cell, text } of sentencesIn(input)) {
      if (told.some((place) => sameCell(place, cell))) continue;
      for (const outcome of textAgainst('这里', { cell, text, value: text }, amounts))
        yield isAgreement(outcome) ? outcome : { ...outcome, severity: 'info' };
    }
    for (const indicator of form.indicators) {
      const report = row(indicator, form, amounts);
      if (report !== null) yield report;
    }
  },
};

/** 预算100万元，执行95万元，执行率98%: a rate that the amounts of its own text do not give. */
function* ofItsOwn(told: Located<string>): Iterable<Outcome> {
  const all = factsOf(told);
  const found = all.length > MOST_FACTS ? null : executionIn(told.text, all);
  if (found === null) return;
  const { budget, spent, rate } = found;
  const ratio = spent.value.div(budget.value).times(100);
  const due = `${points(ratio.toDecimalPlaces(2))}%`;
  const arithmetic = `${spent.text} ÷ ${budget.text} = ${due}`;
  const [facts, holds] = [[budget, spent, rate], agreesClosely(rate, ratio)];
  yield telling(
    { at: told, facts, holds, arithmetic, expected: due, found: rate.text },
    { message: 'own', data: { written: asWritten(rate), arithmetic } },
  );
}

/** The first thing that a text about the year's money says otherwise than the block. */
function* textAgainst(
  where: string,
  told: Located<unknown> | null,
  amounts: readonly BlockAmount[],
): Iterable<Outcome> {
  const facts = factsOf(told);
  if (told === null || facts.length > MOST_FACTS) return;
  const { cell, text } = told;
  for (const fact of facts) {
    const held = heldAgainst(text, fact, amounts);
    const block = held?.block;
    if (block !== undefined && held?.same)
      yield agreement([told, block], () => `${asWritten(fact)} = ${points(block.yuan)} 元`, statedAt(told, [fact]));
    if (block === undefined || held?.same || block.kind === 'balance') continue;
    const [kind, shown] = [block.kind === 'spent' ? '全年执行数' : '全年预算数', inScale(block.yuan, fact.scale, '元')];
    const data = { where, written: asWritten(fact), kind, block: shown };
    const sure = WHOLE.test(fact.label) || fact.total;
    yield {
      cell,
      message: 'amount',
      ...(!sure && { severity: 'info' }),
      data,
      related: [block.cell],
      stated: statedAt(told, [fact]),
      expected: shown,
      found: fact.text,
    };
    return;
  }
  const fact = facts.find((one) => isExecution(text, one) && namesLine(one, amounts));
  if (fact === undefined) return;
  const outcome = differing(fact, amounts);
  const stated = statedAt(told, [fact]);
  if (outcome === null) return;
  if (isAgreement(outcome)) yield { ...outcome, agrees: [cell, ...outcome.agrees], stated };
  else yield { cell, message: 'rate', ...outcome, stated, data: { ...outcome.data, where, written: asWritten(fact) } };
}

function row(indicator: Indicator, { budget }: EvaluationForm, amounts: readonly BlockAmount[]): Outcome | null {
  const { actual, name } = indicator;
  const value = actual?.value ?? null;
  if (actual === null || value?.kind !== 'number' || !EXECUTION_ROW.test(compact(name.value))) return null;
  if (value.unit !== '%' && value.unit !== '') return null;
  const isFraction = value.unit === '' && value.value.lte(1);
  const percent = isFraction ? value.value.times(100) : value.value;
  // What the block itself prints may be wrong; that is said there.
  const same = budget?.lines.find(({ rate }) => figureOf(rate)?.times(100).eq(percent) === true);
  if (same !== undefined) return agreement([actual, same.rate]);
  const text = isFraction ? percent.toFixed() : actual.text;
  const block = differing({ scale: ONE, places: 0, ...firstFigure(text), value: percent, text }, amounts);
  const data = { name: nameOf(indicator), written: short(actual.text) };
  if (block === null) return null;
  if (isAgreement(block)) return { ...block, agrees: [actual.cell, ...block.agrees] };
  return { cell: actual.cell, message: 'row', ...block, data: { ...block.data, ...data } };
}

type Rate = Pick<Fact, 'value' | 'text' | 'scale' | 'places'> & Partial<Fact>;

/** What a report says of a rate that is not the block's. */
type Differing = Required<Pick<Report, 'related' | 'expected' | 'found'>> & {
  readonly data: { readonly block: string };
};

/** The block's own rate, where a stated one is not that. */
function differing(stated: Rate, amounts: readonly BlockAmount[]): Agreement | Differing | null {
  const ratios = executionsOf(amounts, stated.label ?? '');
  const [whole] = ratios;
  if (whole === undefined) return null;
  const related = amounts.filter((one) => one.whole && one.kind !== 'balance').map(({ cell }) => cell);
  if (ratios.some((ratio) => agreesClosely(stated, ratio))) return { agrees: related };
  const shown = `${points(whole.toDecimalPlaces(2, Decimal.ROUND_HALF_UP))}%`;
  return { data: { block: shown }, related, expected: shown, found: stated.text };
}
