import type { Decimal } from 'decimal.js';
import type { Located } from '../form/model';
import { relationAround } from '../words/comparisons';
import { type Fact, isExact } from '../words/facts';
import { isFloor } from '../words/quantity';
import { isRoundingOf, cellIsRoundingOf } from '../words/written';
import { asWritten, compared, nameOf, statedAt } from './common/say';
import { shortfalls } from './common/rows';
import { ACTUAL, pairsIn, rowsWith, TARGET, toldBelow, type ToldOfRow, toldOfRows } from './common/narrative';
import type { Check, CheckInput, Outcome } from './finding';

export const narrativeFigures: Check = {
  id: 'narrative-figures',
  title: '总体目标、完成情况和指标里的数一致',
  severity: 'info',
  group: 'words',
  explain:
    '年度总体目标写了某项指标要达到多少、完成情况写了达到多少的（名称和单位与指标相同，并且只有一项指标对得上），与该指标的指标值、完成值比较；不同的提出来请人核实以哪一处为准。没有指标对得上、但其中一个数恰是某项的指标值或完成值的，另一个数也与这一项比较；表下面写的原因在指标名称后面写了目标值、完成值的也与这一行比较；其余的完成情况与总体目标比较，各项都记满分而完成的数小的提出来。名称说法不同的，只在单位只有一项指标用、文中只写一个时比较；写“以上”“约”的按范围认可。分项、往年、计划和增减的数不作比较。',
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
    const { goals, completion } = input.form.narrative;
    if (goals !== null) yield* held('goal', toldOfRows(goals, TARGET, input.form));
    yield* held('reason', toldBelow(input));
    if (completion === null) return;
    yield* held('completion', toldOfRows(completion, ACTUAL, input.form));
    if (goals !== null) yield* againstGoals(input, goals, completion);
  },
};

/**
 * A goal that is the target of one row to the figure, and what was reached of it: 为240名村医发放补助 and 为223名村医发放补助
 * beside 补助人数 240人 | 223人. Where no row has either figure, what was reached falls short of the goal or not.
 */
function* againstGoals(input: CheckInput, goals: Located<string>, completion: Located<string>): Iterable<Outcome> {
  const { indicators } = input.form;
  for (const { goal, done } of pairsIn(goals, completion, indicators)) {
    const sides = [
      { message: 'goal', text: goals, fact: goal, cellOf: TARGET },
      { message: 'completion', text: completion, fact: done, cellOf: ACTUAL },
    ] as const;
    const rows = sides.map(({ fact, cellOf }) => rowsWith(fact, indicators, cellOf));
    const [row, another] = rows.find(({ length }) => length > 0) ?? [];
    if (row !== undefined && another === undefined) {
      for (const { message, ...told } of sides) yield* held(message, [{ ...told, indicator: row }]);
      continue;
    }
    if (row !== undefined || shortfalls(input).length > 0) continue;
    const holds = done.value.gte(goal.value) || isRoundingOf(done, goal.value) || isRoundingOf(goal, done.value);
    const stated = [...statedAt(completion, [done]), ...statedAt(goals, [goal])];
    const data = { goal: asWritten(goal), written: asWritten(done) };
    yield compared(holds, completion, [goals], { message: 'below', data, stated });
  }
}

/** What 约 and 近 may be off by. */
const MOST_ABOUT = 0.1;

/** Whether a text only says about how much it is, or what it is more or less than: 近300人, 800人次以上. */
function isAbout({ text }: Located<string>, fact: Fact, value: Decimal): boolean {
  const relation = fact.bound ? relationAround(text.slice(0, fact.start), text.slice(fact.end)) : null;
  if (relation !== null && relation !== 'unread' && relation !== '=')
    return isFloor(relation) ? value.gte(fact.value) : value.lte(fact.value);
  return !isExact(text, fact) && value.minus(fact.value).abs().lte(fact.value.times(MOST_ABOUT));
}

/** Figures of texts against what their rows have. */
function* held(message: string, all: Iterable<ToldOfRow>): Iterable<Outcome> {
  for (const { text, fact, indicator, cellOf } of all) {
    const cell = cellOf(indicator);
    if (cell?.value?.kind !== 'number') continue;
    const { value } = cell.value;
    const isSame = isRoundingOf(fact, value) || cellIsRoundingOf(cell, value, fact.value);
    const agrees = isSame || (cellOf === ACTUAL && isAbout(text, fact, value));
    const written = asWritten(fact) + (fact.bound ? fact.after : '');
    const data = { name: nameOf(indicator), written, value: cell.text.trim() };
    yield compared(agrees, text, [cell], { message, data, stated: statedAt(text, [fact]) });
  }
}
