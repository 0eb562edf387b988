import { figureOf } from '../form/cells';
import type { EvaluationForm, Located } from '../form/model';
import { once } from '../sheet/remember';
import { CLAUSE_END, compact } from '../sheet/text';
import { sameCell } from '../sheet/snapshot';
import { type Fact, factsOfProse, isExact } from '../words/facts';
import { isOfAnotherYear } from '../words/vocabulary';
import { budgetPartOf } from './common/parts';
import { scored, shortfalls } from './common/rows';
import { asWritten, compared, statedAt } from './common/say';
import { textsOutside } from './common/sentences';
import type { Check, CheckInput, Outcome } from './finding';

export const statedCount: Check = {
  id: 'stated-count',
  title: '文字里写的指标项数与指标表一致',
  severity: 'info',
  group: 'words',
  explain:
    '完成情况、结论里写了设置多少项指标、其中多少项达到目标、多少项没有达到的（“共设9个三级指标，其中8个达到目标，1个未达到”），与指标表的行数、记满分或达到指标值的行数比较，预算执行率算不算一项都可以；写各项指标全部完成、却有指标没有记满分也没有达到指标值的也一样；不同的请人核实以哪一处为准。',
  messages: {
    all: {
      title: '文字里的指标项数与指标表不同',
      message: '这里写“{written}”，指标表有 {count} 项指标，请核实以哪一处为准。',
    },
    done: {
      title: '文字里达到目标的项数与指标表不同',
      message: '这里写“{written}”，指标表的 {all} 项指标里有 {count} 项记满分，请核实以哪一处为准。',
    },
    every: {
      title: '文字写全部完成，指标表里有没有记满分的',
      message: '这里写“{written}”，指标表的 {all} 项指标里有 {count} 项没有记满分，请核实以哪一处为准。',
    },
    undone: {
      title: '文字里没有达到目标的项数与指标表不同',
      message: '这里写“{written}”，指标表的 {all} 项指标里有 {count} 项没有记满分，请核实以哪一处为准。',
    },
  },
  *run(input) {
    const counts = countsOf(input);
    if (counts === null) return;
    const goals = input.form.narrative.goals?.at;
    for (const text of textsOutside(input)) {
      yield* inText(text, counts);
      if (goals === undefined || !sameCell(text.at, goals)) yield everyReached(text, counts, input.form);
    }
  },
};

/** How many there are of all indicators and of those that were reached; the greater ones with the execution of the budget. */
interface Counts {
  readonly all: readonly number[];
  readonly done: readonly number[];
  readonly undone: readonly number[];
}

/** `null` where not all rows are scored. */
const countsOf = once((input: CheckInput): Counts | null => {
  const rows = scored(input).filter(({ indicator }) => indicator.kind === 'item');
  if (
    rows.length === 0 ||
    rows.some(({ score, indicator }) => score.weight === null || figureOf(indicator.stated) === null)
  )
    return null;
  const missed = rows.filter(({ score }) => score.againstTarget.reached === false).length;
  const money = budgetPartOf(input.form);
  const isFull = figureOf(money?.stated)?.eq(figureOf(money?.weight) ?? -1) ?? false;
  const all = rows.length;
  // Either of both may be meant, with the money or without.
  const undone = [shortfalls(input).length, missed];
  const done = undone.map((count) => all - count);
  const withMoney = (counts: readonly number[], its: number) =>
    money ? [...counts, ...counts.map((one) => one + its)] : counts;
  return { all: withMoney([all], 1), done: withMoney(done, isFull ? 1 : 0), undone: withMoney(undone, isFull ? 0 : 1) };
});

const OWN =
  '(?:20[0-9]{2}年度?|[本该]?(?:项目|部门|单位)(?:支出)?|整体|年初|年度|自评|共|合计|设[置定立]?有?|涉及|编[制报]|[的为有了])*';
const INDICATORS = '(?:三级|绩效|考核|评价|具体)*指标(?:体系|总?数|个数|合?计|共|为|[计有是设])*';
/** 共设置9个三级指标, 绩效指标共9项: of all of them, not of 产出指标, 定量指标 or 用地指标. # stands for the count. */
const OF_ALL = new RegExp(`^${OWN}(?:#${INDICATORS}|${INDICATORS}#)$`);
/** What a count of those reached may say besides. */
const NEUTRAL =
  /其中|[均已能]|全部|全面|按[期时]|如期|三级|绩效|考核|年度|预期|设定|既定|目标|要求|指标|任务|[的了值有为]/g;

const REACHED = /^([未没]?)(?:达[到成标]|完成|实现)+$/;

/** Counts of what has indicators of its own, but those of the upper levels: 下属3家单位, 6个项目, not 一级指标3个. */
const isOfOthers = ({ unit, label, after }: Fact): boolean =>
  !['', '%', '元', '分'].includes(unit) && !/指标/.test(label + after);

function* inText(text: Located<string>, counts: Counts): Iterable<Outcome> {
  const all = factsOfProse(text);
  const facts = all.filter((fact) => /^[个项]$/.test(fact.unit) && isExact(text.text, fact));
  // 3个项目，共设置绩效指标27个 are those of all of them.
  const isOfSeveral = ({ sentence, start }: Fact) =>
    all.some((other) => other.sentence === sentence && other.start < start && isOfOthers(other));
  const whole = facts.find((fact) => !fact.part && isOfAll(fact) && !isOfSeveral(fact));
  if (whole === undefined) return;
  yield held('all', text, whole, counts);
  if (!counts.all.includes(whole.value.toNumber())) return;
  // 产出指标6项，完成6项 and 重点任务12项，完成12项 behind it go on about those.
  let isOfAllStill = true;
  for (const fact of facts.filter(({ start }) => start > whole.start)) {
    const words = compact(`${fact.label}${fact.after}`);
    const [, not] = REACHED.exec(words.replace(NEUTRAL, '')) ?? [];
    if (not === undefined) isOfAllStill = isOfAll(fact);
    else if (isOfAllStill || words.includes('指标')) yield held(not === '' ? 'done' : 'undone', text, fact, counts);
  }
}

/** Whether a count is of all indicators: the words before and behind it say no more. */
const isOfAll = ({ label, after }: Fact): boolean => OF_ALL.test(`${compact(label)}#${compact(after)}`);

const AIMS = '(?:三级|绩效|考核|评价|年度|总体|预[期定]|既定|设定)*(?:指标|目标|预期)(?:任务|值|要求)?';
const EVERY = `${OWN}(?:[0-9]+[个项]|各项?|全部|所有|上述)?${OWN}${AIMS}`;
const WHOLLY = '(?:已经?|能|按[期时]|如期|圆满|顺利|较好地?)*';
/** 各项绩效指标均已完成, 年度目标全部达成, 各项指标完成率100%, 全面完成绩效目标, 完成了各项目标任务. */
const ALL_REACHED = new RegExp(
  [
    `^${EVERY}${WHOLLY}(?:全部|全面|均|都)${WHOLLY}(?:完成|达[到成标]|实现)了?(?:${OWN}${AIMS})?$`,
    `^${EVERY}完成率(?:均?[为达]到?)?100%$`,
    `^${WHOLLY}全面${WHOLLY}(?:完成|达成|实现)了?${EVERY}$`,
    `^${WHOLLY}(?:完成|达[到成]|实现)了?${OWN}(?:各项|全部|所有)${OWN}${AIMS}$`,
  ].join('|'),
);
/** Words by which the same text says that not all were: 除……外, 个别指标, 未达到. */
const BUT = /除[^，。]{1,20}外|[未没][^，。]{0,6}[完达实]|个别|部分|[不低少]于?[足于]|滞后|偏差/;

/** What a text says of all indicators without a count, against those that were not reached. */
function everyReached(text: Located<string>, { all, undone }: Counts, { year }: EvaluationForm): Outcome | null {
  if (BUT.test(text.text)) return null;
  const clauses = text.text.split(CLAUSE_END).map(compact);
  // 共设8项绩效指标，全部完成 is told in two.
  const said = [...clauses, ...clauses.map((clause, at) => clause + (clauses[at + 1] ?? ''))];
  const written = said.find((clause) => ALL_REACHED.test(clause) && !isOfAnotherYear(clause, year?.value ?? null));
  if (written === undefined) return null;
  const data = { written, count: `${undone[0]}`, all: `${all[0]}` };
  return compared(undone.includes(0), text, [], { message: 'every', data });
}

function held(kind: 'all' | 'done' | 'undone', text: Located<string>, fact: Fact, counts: Counts): Outcome {
  const [count = 0] = counts[kind];
  const data = { written: `${asWritten(fact)}${fact.after}`, count: `${count}`, all: `${counts.all[0]}` };
  const differs = { message: kind, data, stated: statedAt(text, [fact]), expected: String(count), found: fact.text };
  return compared(counts[kind].includes(fact.value.toNumber()), text, [], differs);
}
