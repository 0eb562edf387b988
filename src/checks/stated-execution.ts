import { figureOf } from '../form/cells';
import type { EvaluationForm, Indicator, Located } from '../form/model';
import { blockAmounts, type BlockAmount } from '../form/money';
import { sameCell } from '../sheet/snapshot';
import { compact, short } from '../sheet/text';
import { factsOfProse } from '../words/facts';
import { ONE } from '../words/units';
import { firstFigure } from '../words/written';
import { agreement, asWritten, compared, nameOf, percentText, telling } from './common/say';
import { agreesClosely, executionIn, heldRate, moneyAgainst } from './common/moneyTold';
import { textsOutside } from './common/sentences';
import type { Check, Outcome } from './finding';
import { onlyAsked } from './run';

/** A row of the table for what the block says as well: 预算执行率, 全年资金支出率. */
const EXECUTION_ROW = /^(?:全年|年度|本年|项目|部门|整体)*(?:预算|资金)+(?:执行|支出|支付)(?:率|进度)$/;

export const statedExecution: Check = {
  id: 'stated-execution',
  mends: 'money',
  title: '完成情况、预算执行率一行与资金表一致',
  severity: 'warning',
  explain:
    '年度目标完成情况、资金表自己的说明和表内别的文字里写到的全年支出、预算执行率，以及指标表里“预算执行率”一行的完成值，应与资金表一致（按书写的位数认可舍入）。没有资金表、一段文字写了预算、支出和执行率的，按所写金额复算执行率。看不出是不是全年整体的金额、按来源或结构写到的一部分、别的文字里的数只作提示。',
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
      for (const text of textsOutside(input)) yield* ofItsOwn(text);
      return;
    }
    yield* moneyAgainst('完成情况', form.narrative.completion, amounts);
    yield* moneyAgainst('资金表的说明', form.budget?.evidence ?? null, amounts);
    const { goals, completion } = form.narrative;
    const told = [goals, completion, form.budget?.evidence ?? null].flatMap((place) => place?.at ?? []);
    const others = textsOutside(input).filter(({ at }) => !told.some((place) => sameCell(place, at)));
    for (const text of others) yield* onlyAsked(moneyAgainst('这里', text, amounts));
    for (const indicator of form.indicators) yield row(indicator, form, amounts);
  },
};

/** 预算100万元，执行95万元，执行率98%: a rate that the amounts of its own text do not give. */
function* ofItsOwn(told: Located<string>): Iterable<Outcome> {
  const found = executionIn(told.text, factsOfProse(told));
  if (found === null) return;
  const { budget, spent, rate } = found;
  const ratio = spent.value.div(budget.value).times(100);
  const due = percentText(ratio);
  const arithmetic = `${spent.text} ÷ ${budget.text} = ${due}`;
  const [facts, holds] = [[budget, spent, rate], agreesClosely(rate, ratio)];
  yield telling(
    { place: told, facts, holds, arithmetic, expected: due, found: rate.text },
    { message: 'own', data: { written: asWritten(rate), arithmetic } },
  );
}

function row(indicator: Indicator, { budget }: EvaluationForm, amounts: readonly BlockAmount[]): Outcome | null {
  const { actual, name } = indicator;
  if (actual?.value?.kind !== 'number' || !EXECUTION_ROW.test(compact(name.value))) return null;
  const { value } = actual;
  if (value.unit !== '%' && value.unit !== '') return null;
  const isFraction = value.unit === '' && value.value.lte(1);
  const percent = isFraction ? value.value.times(100) : value.value;
  // What the block itself prints may be wrong; that is said there.
  const printed = budget?.lines.find(({ rate }) => figureOf(rate)?.times(100).eq(percent) === true);
  if (printed !== undefined) return agreement([actual, printed.rate]);
  const text = isFraction ? percent.toFixed() : actual.text;
  const held = heldRate({ scale: ONE, places: 0, ...firstFigure(text), value: percent }, '', amounts);
  if (held === null) return null;
  const { block, wholes, same } = held;
  const data = { name: nameOf(indicator), written: short(actual.text), block };
  return compared(same, actual, wholes, { message: 'row', data, expected: block, found: text });
}
