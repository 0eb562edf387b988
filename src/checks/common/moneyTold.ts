import type { Decimal } from 'decimal.js';
import type { Indicator, Located } from '../../form/model';
import { type BlockAmount, executionsOf } from '../../form/money';
import { words } from '../../sheet/lists';
import { quote } from '../../sheet/quote';
import { compact, lastClause, short } from '../../sheet/text';
import { type Fact, factsIn, factsOfProse, isExact, isPlain } from '../../words/facts';
import { OF_BEFORE } from '../../words/vocabulary';
import { inScale, isRoundingOf } from '../../words/written';
import type { Outcome } from '../finding';
import { asWritten, compared, percentText, points, statedAt } from './say';

/** Indicators whose evidence speaks of the money of the whole year. */
const ABOUT_BUDGET = /预算(?:完成|执行|支出|编制)|执行率|支出进度|支付进度|结转|结余|决算/;
const ABOUT_PART = /公用|三公|采购|项目|专项|政策|人员|资产|非税|绩效/;

/** Words of a label that do not say which amount it is: of what time, whose, adjusted or not. */
const ADDING =
  /部门|单位|全局|全年|年末|年底|年终|年度|本年|当年|今年|调整后|调整|财政拨款|财政|整体|资金|总计|总|[0-9]{4}年|[()（）]/g;

const KINDS: readonly (readonly [BlockAmount['kind'], readonly string[]])[] = [
  ['budget', words('预算 预算数 预算额 预算金额 预算安排 预算安排数 安排预算 预算为 预算收入')],
  ['spent', words('执行 执行数 执行额 预算执行 预算执行数 支出 支出数 支出额 实际支出 实际执行 实际执行数')],
  ['spent', words('决算 决算数 支出决算 支出决算数 预算支出 预算支出数 预算完成数')],
  ['balance', words('结转结余 结转 结余 结转和结余 结余结转 结转结余数 结转结余额')],
];

/** Whether an indicator's evidence speaks of the year's whole money. */
export function isAboutBudget(indicator: Indicator): boolean {
  const name = compact(indicator.name.value);
  return ABOUT_BUDGET.test(name) && !ABOUT_PART.test(name);
}

/** Before a figure of a part of the money. */
const PARTIAL = /其中|基本支出|项目支出|分别/;
const REACH = 120;

/**
 * The figure of the block that a fact of a text states by its words, and whether it agrees; `null` where it says nothing
 * of the whole year's money.
 */
export function heldAgainst(text: string, fact: Fact, amounts: readonly BlockAmount[]) {
  const kind = kindOf(fact);
  if (kind === null || !namesLine(fact, amounts) || isPartial(text, fact)) return null;
  const alike = amounts.filter((amount) => amount.kind === kind);
  const same = alike.find(({ yuan }) => isRoundingOf(fact, yuan));
  const block = same ?? alike.find(({ whole }) => whole);
  if (block === undefined || (same === undefined && !isExact(text, fact))) return null;
  return { block, same: same !== undefined, sure: isWhole(text, fact, block.yuan) };
}

/**
 * Whether an amount can be no part, no other year's and no other's: no amount of its sentence that says of what it is
 * goes with it (第二批预算50万元，执行48万元), and neither the block's figure nor another of its kind stands in the text.
 */
function isWhole(text: string, fact: Fact, own: Decimal): boolean {
  const kind = kindOf(fact);
  // The same amount again is no other one: 年初结转4122元，年末结转4122元.
  const amounts = factsIn(text).filter(({ unit, value }) => unit === '元' && !value.eq(fact.value));
  return amounts.every((other) => {
    const named = kindOf(other);
    return named !== kind && !isRoundingOf(other, own) && (named !== null || other.sentence !== fact.sentence);
  });
}

/** Whether the words before the figure, in its sentence, are about a part of the money or of the year. */
function isPartial(text: string, { start, interim }: Fact): boolean {
  if (interim) return true;
  const before = text.slice(Math.max(0, start - REACH), start);
  return PARTIAL.test(lastClause(before, /[。；;]/));
}

/** Whether the block has a line of what the label names: 财政拨款 is compared only where a line is called so. */
export function namesLine({ label }: Fact, amounts: readonly BlockAmount[]): boolean {
  return !label.includes('财政') || amounts.some(({ line }) => line.label.value.includes('财政'));
}

/** Words of an amount that do not say whose money it is: 收到中央下达资金, 中央补助. */
const NOT_WHOSE =
  /^其中[:：]?|收到|下达|到位|拨付|支出|使用|安排|投入|完成|执行|预算|实际|资金|补助|拨款|经费|[0-9]{4}年/g;
const LEAST_NAME = 2;
const OF_ANOTHER = new RegExp(OF_BEFORE);
const OF_REST = new RegExp(`${OF_BEFORE}|结[转余]`);

const whose = (label: string): string => compact(label).replace(NOT_WHOSE, '');

/**
 * The amounts of the one part of the block that a fact calls by its name: 上级补助48.41万元; none where its text calls
 * several so, which may be parts of it.
 */
function partNamed(fact: Fact, facts: readonly Fact[], amounts: readonly BlockAmount[]): readonly BlockAmount[] {
  const name = whose(fact.label);
  if (fact.unit !== '元' || !isPlain(fact) || fact.interim || name.length < LEAST_NAME || OF_REST.test(name)) return [];
  if (facts.some((other) => other !== fact && whose(other.label) === name)) return [];
  const named = amounts.filter(
    ({ kind, line, whole }) => kind !== 'balance' && !whole && whose(line.label.value) === name,
  );
  return named.every(({ line }) => line === named[0]?.line) ? named : [];
}

/** Which figure of the block a fact must be; `null` unless its label says so and nothing else. */
function kindOf(fact: Fact): BlockAmount['kind'] | null {
  if (fact.unit !== '元' || !isPlain(fact) || OF_ANOTHER.test(fact.label)) return null;
  const core = compact(fact.label).replace(ADDING, '');
  return KINDS.find(([, labels]) => labels.includes(core))?.[0] ?? null;
}

const EXECUTION = /^(?:预算|支出|资金)*(?:执行|支出|支付|完成)?(?:进度|执行率|完成率|支出率|使用率)$/;
/** It may be of what arrived. */
const OF_ARRIVED = /使用率$/;

/** Labels of rates that are of another period or only planned. */
const NOT_REACHED = /累计|平均|季|月|序时|应|计划|目标/;

/** Whether a fact says how much of the whole year's money was spent: 全年预算执行进度达到99.89%. */
export function isExecution(text: string, fact: Fact): boolean {
  if (fact.unit !== '%' || fact.total || !isPlain(fact) || NOT_REACHED.test(fact.label)) return false;
  if (isPartial(text, fact)) return false;
  // 达到100%的评分标准: what is asked for, not what was reached.
  if (/^的/.test(text.slice(fact.end))) return false;
  return EXECUTION.test(compact(fact.label).replace(ADDING, ''));
}

const OF_ANYTHING = /^(?:完成率|(?:完成)?进度)$/;

/** Whether a rate is of the year's money: 完成率100% may be of all that was to be done, and 使用率100% of what arrived. */
function isOfMoney(rate: Fact, { facts }: Told): boolean {
  if (OF_ARRIVED.test(rate.label) && facts.some(({ unit, label }) => unit === '元' && label.includes('到位')))
    return false;
  if (!OF_ANYTHING.test(compact(rate.label).replace(ADDING, ''))) return true;
  const before = facts.filter(({ sentence, end }) => sentence === rate.sentence && end <= rate.start).at(-1);
  return before?.unit === '元';
}

/** The year's budget, what was spent of it and the rate that one text states of both; `null` where it states any of them twice. */
export function executionIn(text: string, facts: readonly Fact[]): Record<'budget' | 'spent' | 'rate', Fact> | null {
  const isAdjusted = /调[整增减]|追加/.test(text);
  const kinds = facts
    .filter((fact) => !isPartial(text, fact))
    .map((fact) => {
      const label =
        fact.label
          .split(/\s{2,}|\u3000/)
          .at(-1)
          ?.replace(isAdjusted ? '' : /^年初/, '')
          // The text speaks of one project, and its budget is the whole.
          .replace(/^(?:本|该)?项目(?=总?预算|总?资金)/, '') ?? '';
      return { fact, kind: isExecution(text, fact) ? 'rate' : kindOf({ ...fact, label }) };
    });
  const [budget, spent, rate] = (['budget', 'spent', 'rate'] as const).map((kind) => {
    const [own, another] = kinds.filter((one) => one.kind === kind);
    return another === undefined ? own?.fact : undefined;
  });
  return budget && spent && rate && budget.value.gt(0) ? { budget, spent, rate } : null;
}

/** The block's own rate of execution with its amounts, and whether a stated one is that; `null` where the block gives none. */
export function heldRate(
  rate: Pick<Fact, 'value' | 'scale' | 'places'>,
  label: string,
  amounts: readonly BlockAmount[],
) {
  const ratios = executionsOf(amounts, label);
  const [whole] = ratios;
  if (whole === undefined) return null;
  const wholes = amounts.filter((one) => one.whole && one.kind !== 'balance');
  return { wholes, block: percentText(whole), same: ratios.some((ratio) => agreesClosely(rate, ratio)) };
}

/** Whether a stated rate is the exact one rounded; 100% says that all was spent: 99.89% does not round to it. */
export function agreesClosely(fact: Pick<Fact, 'value' | 'scale' | 'places'>, ratio: Decimal): boolean {
  return fact.places === 0 && fact.value.eq(100) ? ratio.toDecimalPlaces(2).eq(100) : isRoundingOf(fact, ratio);
}

/** Words before an amount which show that it is the whole year's. */
const WHOLE = /全年|全部|总|共|累计|合计|年度/;

/** Before an amount by which the budget became another. */
const CHANGED = /追加|调[整增减]|增加|减少|压减/;

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
  const fact = told.facts.find((one) => isExecution(text.text, one) && isOfMoney(one, told) && namesLine(one, amounts));
  const held = fact === undefined ? null : heldRate(fact, fact.label, amounts);
  if (fact === undefined || held === null || (wrong && followsFrom(fact, wrong, told))) return;
  const asked = OF_ARRIVED.test(fact.label) && ({ severity: 'info' } as const);
  yield compared(held.same, text, held.wholes, { message: 'rate', ...asked, ...saidOf(told, fact, held.block) });
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
    if (held === null || (!held.same && isOfOther(fact, held.block, told))) continue;
    const { block, same } = held;
    const kind = KIND_NAMES[block.kind];
    const isSure = held.sure && WHOLE.test(fact.label);
    const said = saidOf(told, fact, inScale(block.yuan, fact.scale, '元'), kind);
    const differs = { message: 'amount', ...(!isSure && { severity: 'info' as const }), ...said };
    yield compared(same, text, [block], differs, `${asWritten(fact)} = ${points(block.yuan)} 元`);
    if (!same) return [fact, block];
  }
  return null;
}

/**
 * Whether an amount may be of something else than the year's whole money: 中央资金到位600万元，支出600万元; 累计支出9800万元 of
 * 7500万元; 部门预算3000万元，其中本项目240万元.
 */
function isOfOther(fact: Fact, { kind, yuan }: BlockAmount, told: Told): boolean {
  if (kind === 'balance') return !isLeft(fact, told);
  const { text, facts, amounts } = told;
  const others = facts.filter((other) => other !== fact && other.unit === '元');
  if (others.some((other) => (other.part || kindOf(other) === kind) && isRoundingOf(other, yuan))) return true;
  if (text.text.slice(0, fact.start).endsWith(`累计${fact.label}`))
    return amounts.every((amount) => amount.yuan.lt(fact.value));
  const subject = others.filter(({ sentence, end }) => sentence === fact.sentence && end <= fact.start).at(-1);
  if (subject === undefined || WHOLE.test(fact.label) || CHANGED.test(subject.label)) return false;
  return kindOf(subject) === null && !amounts.some((amount) => isRoundingOf(subject, amount.yuan));
}

const KIND_NAMES = { budget: '全年预算数', spent: '全年执行数', balance: '预算数减执行数' } as const;

/** Whether a balance is what is left of the money whose spending its sentence tells before it: not 年初结余. */
function isLeft(balance: Fact, { text, facts, amounts }: Told): boolean {
  if (OF_REST.test(text.text.slice(balance.sentence, balance.start - balance.label.length))) return false;
  return facts.some((fact) => {
    if (fact.sentence !== balance.sentence || fact.start >= balance.start) return false;
    const held = heldAgainst(text.text, fact, amounts);
    return held?.same === true && held.block.kind === 'spent';
  });
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
