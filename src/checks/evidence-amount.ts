import { inTexts } from '../form/tellings';
import { factsOfProse } from '../words/facts';
import type { Indicator } from '../form/model';
import { rateIn } from '../form/rates';
import { blockAmounts, type BlockAmount } from '../form/money';
import { heldAgainst, heldRate, isAboutBudget, isExecution, namesLine } from './common/moneyTold';
import { amountInRow, asWritten, compared, nameOf, points, statedAt } from './common/say';
import type { Check, Outcome } from './finding';
import { isAgreement } from './run';

export const evidenceAmount: Check = {
  id: 'evidence-amount',
  mends: 'money',
  title: '依据中的预算金额、执行进度与资金表一致',
  severity: 'warning',
  explain:
    '评分依据中写到的全年预算数、执行数、年末结转结余和全年执行进度，应与表中资金情况一致（万元与元换算后比较，按书写的位数认可舍入）。只比较明确指全年整体资金的数；结转结余与“预算数减执行数”比较。',
  messages: {
    amount: {
      title: '“{name}”的金额与资金表不一致',
      message: '“{name}”的依据写“{written}”，资金表中{kind}为{block}元，请核实。',
    },
    execution: {
      title: '“{name}”的执行进度与资金表不一致',
      message: '“{name}”的依据写“{written}”，按资金表执行数除以预算数为{block}，请核实。',
    },
  },
  *run({ form }) {
    const amounts = blockAmounts(form);
    if (!amounts.some(({ whole }) => whole)) return;
    for (const indicator of form.indicators.flatMap(inTexts)) {
      if (!isAboutBudget(indicator)) continue;
      const outcomes = [...money(indicator, amounts)];
      yield* outcomes;
      if (outcomes.every(isAgreement)) yield* executions(indicator, amounts);
    }
  },
};

const NAMES: Readonly<Record<BlockAmount['kind'], string>> = {
  budget: '全年预算数',
  spent: '全年执行数',
  balance: '全年预算数减全年执行数',
};

function* money(indicator: Indicator, amounts: readonly BlockAmount[]): Iterable<Outcome> {
  const { evidence } = indicator;
  if (evidence === null) return;
  for (const fact of factsOfProse(evidence)) {
    const held = heldAgainst(evidence.text, fact, amounts);
    if (held === null) continue;
    const { block, same, sure } = held;
    const [written, expected] = [asWritten(fact), amountInRow(block)];
    const told = `${evidence.text.slice(0, fact.start)}${block.yuan.toFixed()}元${evidence.text.slice(fact.end)}`;
    const differs = {
      message: 'amount',
      ...(!sure && { severity: 'info' as const }),
      data: { name: nameOf(indicator), written, kind: NAMES[block.kind], block: expected },
      stated: statedAt(evidence, [fact]),
      expected,
      found: points(fact.value),
      // What the text reckons with it may be right with the block's figure.
      ways: [[[evidence.at, told] as const]],
    };
    yield compared(same, evidence, [block], differs, `${written} = ${expected} 元`);
  }
}

function* executions(indicator: Indicator, amounts: readonly BlockAmount[]): Iterable<Outcome> {
  const { evidence } = indicator;
  if (evidence === null) return;
  // A rate that is checked against its own figures, and those against the block, needs no third look.
  const rate = rateIn(indicator);
  for (const fact of factsOfProse(evidence)) {
    const reckoned = rate !== null && rate.denominator !== null && rate.stated?.start === fact.start;
    if (reckoned || !isExecution(evidence.text, fact) || !namesLine(fact, amounts)) continue;
    const held = heldRate(fact, fact.label, amounts);
    if (held === null) continue;
    const { block, wholes, same } = held;
    const written = asWritten(fact);
    const data = { name: nameOf(indicator), written, block };
    const told = { stated: statedAt(evidence, [fact]), expected: block, found: fact.text };
    yield compared(same, evidence, wholes, { message: 'execution', data, ...told }, written);
  }
}
