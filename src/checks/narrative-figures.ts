import type { Indicator, Located, QuantityCell } from '../form/model';
import { lastClause } from '../sheet/text';
import { countedAlike } from '../words/unitKinds';
import type { NumberQuantity } from '../words/quantity';
import { type Fact, factsOfProse } from '../words/facts';
import { asWritten, shortfalls } from './common/evidence';
import { compared, statedAt } from './common/agree';
import { isRoundingOf, cellIsRoundingOf } from '../words/written';
import { namesMeasure } from './common/naming';
import { toldBelow } from './common/reasonsBelow';
import { nameOf } from './common/words';
import { overlap } from '../form/sides';
import type { Check, CheckInput, Outcome } from './finding';

/** Words with which less is better: 控制在3起以内. */
const LIMITS = /控制|以内|以下|不[超高多]|[低少小]于|降|减|压/;

/** Words that make a figure a part of the whole, of another time, or a change. */
const OTHER =
  /[2-9二三四五两十]年内?|以来|其中|上半年|下半年|季|上年|去年|同期|较|比上|相比|同比|增长|提高|下降|新增|累计|每|平均|人均/;
const OTHERS = new RegExp(OTHER, 'g');

/** Pairs of characters that two figures of the same thing have around them: 新增就业. */
const SHARED_AT_LEAST = 2;

const DEED = /^(?:完成|开展|组织|举办)/;

const TARGET = ({ target }: Indicator) => target;
const ACTUAL = ({ actual }: Indicator) => actual;

interface Told {
  readonly text: Located<string>;
  readonly message: 'goal' | 'completion' | 'reason';
  readonly cellOf: (indicator: Indicator) => QuantityCell | null;
}

export const narrativeFigures: Check = {
  id: 'narrative-figures',
  title: '总体目标、完成情况和指标里的数一致',
  severity: 'info',
  group: 'words',
  explain:
    '年度总体目标写了某项指标要达到多少、完成情况写了达到多少的（名称和单位与指标相同，并且只有一项指标对得上），与该指标的指标值、完成值比较；不同的提出来请人核实以哪一处为准。没有指标对得上、但其中一个数恰是某项的指标值或完成值的，另一个数也与这一项比较；表下面写的原因在指标名称后面写了目标值、完成值的也与这一行比较；其余的完成情况与总体目标比较，各项都记满分而完成的数小的提出来。分项、往年和增减的数不作比较。',
  messages: {
    goal: {
      title: '“{name}”的指标值与总体目标不同',
      message: '总体目标写“{written}”，“{name}”的指标值为{value}，请核实以哪一处为准。',
    },
    completion: {
      title: '“{name}”的完成值与完成情况不同',
      message: '完成情况写“{written}”，“{name}”的完成值为{value}，请核实以哪一处为准。',
    },
    reason: {
      title: '“{name}”与表下原因里的数不同',
      message: '原因写“{written}”，“{name}”这一行为{value}，请核实以哪一处为准。',
    },
    below: {
      title: '完成情况的数小于总体目标',
      message: '总体目标写“{goal}”，完成情况写“{written}”，各项指标却都记满分，请核实完成情况和得分。',
    },
  },
  *run(input) {
    const { form } = input;
    const { goals, completion } = form.narrative;
    if (goals !== null) yield* againstIndicators({ text: goals, message: 'goal', cellOf: TARGET }, form.indicators);
    for (const { fact, indicator, ...told } of toldBelow(input)) {
      yield* heldAgainst({ ...told, message: 'reason' }, fact, indicator);
    }
    if (completion === null) return;
    yield* againstIndicators({ text: completion, message: 'completion', cellOf: ACTUAL }, form.indicators);
    if (goals !== null) yield* againstGoals(input, goals, completion);
  },
};

/** The figures of a text that may be of the whole of something. */
function wholesIn(text: Located<string>): readonly Fact[] {
  // 完成培训210人次 is 培训210人次.
  return factsOfProse(text)
    .filter((fact) => fact.unit !== '' && !fact.quoted && !fact.interim && !fact.part)
    .map((fact) => ({ ...fact, label: fact.label.replace(DEED, '') }));
}

const around = ({ label, after }: Fact): string => `${label}${after}`;

/** Each goal with what was reached of the same thing, where no row measures it by its name. */
function pairsIn(goals: Located<string>, completion: Located<string>, rows: readonly Indicator[]) {
  const ownIn = (text: Located<string>) =>
    wholesIn(text).filter((fact) => {
      const words = lastClause(text.text.slice(0, fact.start)) + fact.after;
      const isMeasured = [TARGET, ACTUAL].some((cellOf) => measuredBy(fact, rows, cellOf).length > 0);
      return !OTHER.test(words.replace('新增', '')) && !LIMITS.test(words) && !isMeasured;
    });
  const [wanted, reached] = [ownIn(goals), ownIn(completion)];
  const isSame = (one: Fact, other: Fact) =>
    one.unit === other.unit && overlap(around(one), around(other)) >= SHARED_AT_LEAST;
  return wanted.flatMap((goal) => {
    const [done, another] = reached.filter((fact) => isSame(goal, fact));
    const isOnly = another === undefined && !wanted.some((one) => one !== goal && done && isSame(one, done));
    return done !== undefined && isOnly ? [{ goal, done }] : [];
  });
}

/**
 * A goal that is the target of one row to the figure, and what was reached of it: 为240名村医发放补助 and 为223名村医发放补助
 * beside 补助人数 240人 | 223人. Where no row has either figure, what was reached falls short of the goal or not.
 */
function* againstGoals(input: CheckInput, goals: Located<string>, completion: Located<string>): Iterable<Outcome> {
  const { indicators } = input.form;
  for (const { goal, done } of pairsIn(goals, completion, indicators)) {
    const told = [
      { text: goals, message: 'goal', cellOf: TARGET, fact: goal },
      { text: completion, message: 'completion', cellOf: ACTUAL, fact: done },
    ] as const;
    const rows = told.map(({ cellOf, fact }) =>
      indicators.filter((row) => {
        const quantity = cellOf(row)?.value;
        const isInIt =
          quantity?.kind === 'number' && countedAlike(quantity.unit, fact.unit) && isRoundingOf(fact, quantity.value);
        return isInIt && overlap(around(fact), row.name.value) > 0;
      }),
    );
    const [row, another] = rows.find(({ length }) => length > 0) ?? [];
    if (row !== undefined && another === undefined) {
      for (const { fact, ...side } of told) yield* heldAgainst(side, fact, row);
      continue;
    }
    if (row !== undefined || shortfalls(input).length > 0) continue;
    const holds = done.value.gte(goal.value) || isRoundingOf(done, goal.value) || isRoundingOf(goal, done.value);
    const stated = [...statedAt(completion, [done]), ...statedAt(goals, [goal])];
    const data = { goal: asWritten(goal), written: asWritten(done) };
    yield compared(holds, completion, [goals], { message: 'below', data, stated });
  }
}

/** Whether a figure counts the same; of 480 beside 抽检食品批次 the name tells what it counts. */
function isInUnit({ unit, label }: Fact, quantity: NumberQuantity, { name }: Indicator): boolean {
  if (quantity.unit !== '') return countedAlike(quantity.unit, unit);
  return unit !== '%' && (name.value.includes(unit) || label.includes(name.value.replace(DEED, '')));
}

/** The rows that by their words measure what a figure counts. */
const measuredBy = (fact: Fact, indicators: readonly Indicator[], cellOf: Told['cellOf']): readonly Indicator[] =>
  indicators.filter((indicator) => {
    const quantity = cellOf(indicator)?.value;
    return quantity?.kind === 'number' && isInUnit(fact, quantity, indicator) && namesMeasure(indicator, fact);
  });

/** Holds the figures of a text against the rows that measure the same; each row and each figure once. */
function* againstIndicators(told: Told, indicators: readonly Indicator[]): Iterable<Outcome> {
  const { text, cellOf } = told;
  const plain = wholesIn(text);
  for (const fact of plain) {
    const named = measuredBy(fact, indicators, cellOf);
    // 设备验收合格率 is that row, beside 工程验收合格率.
    const called = named.filter(({ name }) => name.value === fact.label);
    const [indicator, ...others] = called.length > 0 ? called : named;
    const clause = lastClause(text.text.slice(0, fact.start));
    // 培训干部、教师共310人次 counts both.
    const isOfSeveral = fact.total && /[、和及与]/.test(clause);
    // 4类86台 are so many in all.
    const isSorted = plain.some(({ start }) => start === fact.end);
    if (indicator === undefined || others.length > 0 || isOfSeveral || isSorted) continue;
    // 新增就业2989人 is what 新增就业人数 counts.
    const words = (clause + fact.after).match(OTHERS) ?? [];
    if (words.some((word) => !indicator.name.value.includes(word))) continue;
    if (plain.some((other) => other !== fact && other.unit === fact.unit && namesMeasure(indicator, other))) continue;
    yield* heldAgainst(told, fact, indicator);
  }
}

function* heldAgainst({ text, message, cellOf }: Told, fact: Fact, indicator: Indicator): Iterable<Outcome> {
  const cell = cellOf(indicator);
  const quantity = cell?.value;
  if (cell === null || quantity?.kind !== 'number') return;
  const stated = statedAt(text, [fact]);
  const agrees = isRoundingOf(fact, quantity.value) || cellIsRoundingOf(cell, quantity.value, fact.value);
  const data = { name: nameOf(indicator), written: asWritten(fact), value: cell.text.trim() };
  yield compared(agrees, text, [cell], { message, data, stated });
}
