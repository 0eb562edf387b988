import type { Located } from '../../form/model';
import type { BlockAmount } from '../../form/money';
import { quote } from '../../sheet/quote';
import { short } from '../../sheet/text';
import { factsOfProse, type Fact } from '../../words/facts';
import { inScale, isRoundingOf } from '../../words/written';
import type { Outcome } from '../finding';
import { asWritten, compared, points, statedAt } from './say';
import { agreesClosely, heldAgainst, heldRate, isExecution, namesLine, partNamed } from './amountLabels';

/** Words before an amount which show that it is the whole year's. */
const WHOLE = /全年|全部|总|共|累计|合计|年度/;

/** A text, its figures and the money of the block. */
interface Told {
  readonly where: string;
  readonly text: Located<unknown>;
  readonly facts: readonly Fact[];
  readonly amounts: readonly BlockAmount[];
}

/** An amount of a text, and the one of the block that it is to be. */
type Wrong = readonly [Fact, BlockAmount];

/** What a text says of the year's money: its amounts up to the first that is wrong, and its rate. */
export function* moneyAgainst(
  where: string,
  text: Located<unknown> | null,
  amounts: readonly BlockAmount[],
): Iterable<Outcome> {
  if (text === null) return;
  const told = { where, text, facts: factsOfProse(text), amounts };
  const wrong = yield* wholesAgainst(told);
  if (wrong === null) yield* partsAgainst(told);
  const fact = told.facts.find((one) => isExecution(text.text, one) && namesLine(one, amounts));
  const held = fact === undefined ? null : heldRate(fact, fact.label, amounts);
  if (fact === undefined || held === null || (wrong && followsFrom(fact, wrong, told))) return;
  yield compared(held.same, text, held.wholes, { message: 'rate', ...saidOf(told, fact, held.block) });
}

const saidOf = ({ where, text }: Told, fact: Fact, block: string, kind?: string) => ({
  data: { where, written: asWritten(fact), block, ...(kind !== undefined && { kind }) },
  stated: statedAt(text, [fact]),
  expected: block,
  found: fact.text,
});

/** The amounts of the whole year up to the first that is wrong, which is given back. */
function* wholesAgainst(told: Told): Generator<Outcome, Wrong | null> {
  const { text, facts, amounts } = told;
  for (const fact of facts) {
    const held = heldAgainst(text.text, fact, amounts);
    if (held === null || (!held.same && held.block.kind === 'balance')) continue;
    const { block, same } = held;
    const kind = block.kind === 'spent' ? '全年执行数' : '全年预算数';
    const isSure = held.sure && WHOLE.test(fact.label);
    const said = saidOf(told, fact, inScale(block.yuan, fact.scale, '元'), kind);
    const differs = { message: 'amount', ...(!isSure && { severity: 'info' as const }), ...said };
    yield compared(same, text, [block], differs, `${asWritten(fact)} = ${points(block.yuan)} 元`);
    if (!same) return [fact, block];
  }
  return null;
}

/** Amounts of parts of the money, each of the one line that it names. */
function* partsAgainst(told: Told): Iterable<Outcome> {
  const { text, facts, amounts } = told;
  for (const fact of facts) {
    const named = partNamed(fact, facts, amounts);
    const [first] = named;
    if (first === undefined) continue;
    const own = named.find(({ yuan }) => isRoundingOf(fact, yuan));
    const filled = named.filter(({ yuan }) => !yuan.isZero());
    const shown = [...new Set(filled.map(({ yuan }) => inScale(yuan, fact.scale, '元')))].join('、') || '0';
    const said = saidOf(told, fact, shown, quote(short(first.line.label.value)));
    const differs = { message: 'amount', severity: 'info' as const, ...said };
    yield compared(own !== undefined, text, [own ?? first], differs, `${asWritten(fact)} = ${points(fact.value)} 元`);
  }
}

/** Whether a rate follows from a wrong amount, with another of the text or of the block: it is told with that one. */
function followsFrom(rate: Fact, [wrong, block]: Wrong, { facts, amounts }: Told): boolean {
  const others = [
    ...facts.filter((one) => one !== wrong && one.unit === wrong.unit).map(({ value }) => value),
    ...amounts.filter(({ whole, kind }) => whole && kind !== block.kind).map(({ yuan }) => yuan),
  ];
  return others.some((other) => {
    const [spent, budget] = block.kind === 'spent' ? [wrong.value, other] : [other, wrong.value];
    return budget.gt(0) && agreesClosely(rate, spent.div(budget).times(100));
  });
}
