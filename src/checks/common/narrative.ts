import { located, numberOf } from '../../form/cells';
import { rowsBetween } from '../../form/grid';
import type { EvaluationForm, Indicator, Located, QuantityCell } from '../../form/model';
import { overlap } from '../../form/sides';
import { withTold } from '../../form/tellings';
import { sum } from '../../sheet/lists';
import { lastClause } from '../../sheet/text';
import { type Fact, factsOfProse, isPlain } from '../../words/facts';
import type { NumberQuantity } from '../../words/quantity';
import { toldIn } from '../../words/told';
import { countedAlike } from '../../words/unitKinds';
import {
  AIM,
  COMPARED,
  FORMER_YEAR,
  isOfAnotherYear,
  OF_EACH,
  PART_OF_YEAR,
  turnsToAnotherYear,
} from '../../words/vocabulary';
import { isRoundingOf } from '../../words/written';
import type { CheckInput } from '../finding';
import { reasonsIn } from './across';
import { namesMeasure } from './reached';

/** Words with which less is better: 控制在3起以内. */
const LIMITS = /控制|以内|以下|不[超高多]|[低少小]于|降|减|压/;

/** Words that make a figure a part of the whole, of another time, or a change. */
const OTHER = new RegExp(
  `(?<![0-9])[2-9二三四五两十]年内?|以来|其中|${PART_OF_YEAR}|${FORMER_YEAR}|${COMPARED}|增[长加]|提高|下降|减少|新增|累计|[还尚仍相]差|${OF_EACH}`,
);
const OTHERS = new RegExp(OTHER, 'g');

/** Pairs of characters that two figures of the same thing have around them: 新增就业. */
const SHARED_AT_LEAST = 2;

/** So many do this and that: 达成就业意向560人 is not 新增就业人数. */
const PEOPLE = /^[人名户位]/;

const DEED = /^(?:完成(?!率)|开展|组织|举办)/;

/** Words of how much there is of anything: 播种面积 is not 建设面积. */
const MEASURE = /面积|长度|里程|金额|规模|数量|总[数量]|项目|工程|工作|任务/g;

/** Words of what was to be done, which is no word of what was: 年度计划新增就业300人; not 按计划. */
const PLANNED = /(?<!按照?)计划|目标|原定|预[定计期]|要求|应(?![急用])|拟/;

/** The places of which a text tells the whole (全省养护里程), the largest first. */
const PLACES = ['国', '省', '市', '县区旗', '乡镇'];
const WHOLE_PLACE = /全([国省市县区旗乡镇])/g;
const CITY = PLACES.indexOf('市');

const levelsIn = (text: string): readonly number[] =>
  PLACES.flatMap((place, level) => (Array.from(place).some((one) => text.includes(one)) ? [level] : []));

/** The words of places larger than the one whose form it is: 全省 for a county, also where nobody is named. */
function largerPlacesIn(words: string, { organisation }: EvaluationForm): readonly string[] {
  const own = levelsIn(organisation?.value ?? '').at(-1) ?? CITY;
  return (words.match(WHOLE_PLACE) ?? []).filter((word) => levelsIn(word).some((level) => level < own));
}

type CellOf = ToldOfRow['cellOf'];

export const TARGET = ({ target }: Indicator) => target;
export const ACTUAL = ({ actual }: Indicator) => actual;

/** The figures of a text that may be of the whole of something. */
function wholesIn(text: Located<string>): readonly Fact[] {
  // 完成培训210人次 is 培训210人次.
  return factsOfProse(text)
    .filter((fact) => fact.unit !== '' && !fact.quoted && !fact.interim && !fact.part)
    .map((fact) => ({ ...fact, label: fact.label.replace(DEED, '') }));
}

const around = ({ label, after }: Fact): string => `${label}${after}`;

/** Whether a figure counts the same; of 480 beside 抽检食品批次 the name tells what it counts. */
function isInUnit({ unit, label }: Fact, quantity: NumberQuantity, { name }: Indicator): boolean {
  if (quantity.unit !== '') return countedAlike(quantity.unit, unit);
  return unit !== '%' && (name.value.includes(unit) || label.includes(name.value.replace(DEED, '')));
}

/** The rows that have a figure in the unit of another one. */
const inUnitOf = (fact: Fact, indicators: readonly Indicator[], cellOf: CellOf): readonly Indicator[] =>
  indicators.filter((indicator) => {
    const quantity = cellOf(indicator)?.value;
    return quantity?.kind === 'number' && isInUnit(fact, quantity, indicator);
  });

/** The rows that a figure of a text is of, by their names. */
function rowsOf(
  fact: Fact,
  text: Located<string>,
  indicators: readonly Indicator[],
  cellOf: CellOf,
): readonly Indicator[] {
  const inUnit = inUnitOf(fact, indicators, cellOf);
  const named = inUnit.filter((indicator) => namesMeasure(indicator, fact));
  // 设备验收合格率 is that row, beside 工程验收合格率.
  const called = named.filter(({ name }) => name.value === fact.label);
  if (named.length > 0) return called.length > 0 ? called : named;
  return nearest(fact, text, inUnit, cellOf);
}

/** Further from what the row has, a figure is of something else: 巡查5200公里 is not 养护里程16公里. */
const MOST_TIMES = 2;

/**
 * The row that a figure is of though its words are others than the row's name (参训学员860人次 of 培训人次): the only one in
 * that unit, of which the text has no other figure, with a word of its name.
 */
function nearest(
  fact: Fact,
  text: Located<string>,
  inUnit: readonly Indicator[],
  cellOf: CellOf,
): readonly Indicator[] {
  const [row, another] = inUnit;
  const own = row && numberOf(cellOf(row))?.value;
  if (row === undefined || another !== undefined || !own || fact.unit === '%' || fact.unit === '元') return [];
  if (fact.value.gt(own.times(MOST_TIMES)) || own.gt(fact.value.times(MOST_TIMES))) return [];
  // 超额完成1.6公里 is not how many there are.
  const aside = toldIn(text).map((told) => told.fact.start);
  const alike = factsOfProse(text).filter(({ unit, start }) => countedAlike(unit, fact.unit) && !aside.includes(start));
  const least = PEOPLE.test(fact.unit) ? SHARED_AT_LEAST : 1;
  return alike.length === 1 && overlap(around(fact).replace(MEASURE, '|'), row.name.value) >= least ? [row] : [];
}

/** The figures of a text that one row measures by its words, each row once: its target in the goals, its actual value in what was done. */
export function* toldOfRows(text: Located<string>, cellOf: CellOf, form: EvaluationForm): Iterable<ToldOfRow> {
  const plain = wholesIn(text);
  for (const fact of plain) {
    const [indicator, ...others] = rowsOf(fact, text, form.indicators, cellOf);
    const clause = lastClause(text.text.slice(0, fact.start));
    // 培训干部、教师共310人次 counts both.
    const isOfSeveral = fact.total && /[、和及与]/.test(clause);
    // 4类86台 are so many in all.
    const isSorted = plain.some(({ start }) => start === fact.end);
    const isPlan = cellOf === ACTUAL && PLANNED.test(fact.label);
    if (indicator === undefined || others.length > 0 || isOfSeveral || isSorted || isPlan) continue;
    // 新增就业2989人 is what 新增就业人数 counts.
    const words = [...((clause + fact.after).match(OTHERS) ?? []), ...largerPlacesIn(clause, form)];
    if (words.some((word) => !indicator.name.value.includes(word))) continue;
    if (plain.some((other) => other !== fact && other.unit === fact.unit && namesMeasure(indicator, other))) continue;
    if (isOfOtherTime(text.text, fact, form) || isToldBeside(text, fact, cellOf(indicator))) continue;
    yield { text, fact, indicator, cellOf };
  }
}

/** Whether a figure is of another year by what its sentence names before it, over semicolons too: 2024年培训900人次；养护20公里. */
function isOfOtherTime(text: string, { start }: Fact, { year }: EvaluationForm): boolean {
  return turnsToAnotherYear(lastClause(text.slice(0, start), /[。\n]/), year?.value ?? null);
}

/** Whether a text has what a row has beside a figure, as a part (全市12000人，其中本项目285人), the whole or the sum: 2.6公里、3.1公里，其余7.1公里. */
function isToldBeside(text: Located<string>, fact: Fact, cell: QuantityCell | null): boolean {
  if (cell?.value?.kind !== 'number' || isRoundingOf(fact, cell.value.value)) return false;
  const { value, unit } = cell.value;
  const others = factsOfProse(text).filter(
    (one) => one.start !== fact.start && countedAlike(unit || fact.unit, one.unit) && !PLANNED.test(one.label),
  );
  const inSentence = others.filter(({ sentence }) => sentence === fact.sentence).map((one) => one.value);
  return others.some((one) => isRoundingOf(one, value)) || sum([fact.value, ...inSentence]).eq(value);
}

/**
 * The rows of which a text gives figures, each with what it says of it for its evidence. All else is blank there, so that
 * the figures stand where they do in the text. None that it speaks of in two places.
 */
export function tellingsIn(text: Located<string>, indicators: readonly Indicator[]): readonly Indicator[] {
  const begun = factsOfProse(text).flatMap((fact) => {
    const [row, another] = rowsOf(fact, text, indicators, ACTUAL);
    if (row === undefined || another !== undefined) return [];
    return [{ row, start: fact.start - lastClause(text.text.slice(0, fact.start)).length }];
  });
  return begun.flatMap(({ row, start }, at) => {
    if (begun.some((other, index) => other.row === row && index !== at)) return [];
    const [own = ''] = text.text.slice(start, begun[at + 1]?.start).split(/[。；;\n]/, 1);
    return [withTold({ ...row, ownBasis: null }, { ...text, text: ' '.repeat(start) + own })];
  });
}

/** Each goal with what was reached of the same thing, where no row measures it by its name. */
export function pairsIn(goals: Located<string>, completion: Located<string>, rows: readonly Indicator[]) {
  const ownIn = (text: Located<string>) =>
    wholesIn(text).filter((fact) => {
      const words = lastClause(text.text.slice(0, fact.start)) + fact.after;
      const isMeasured = [TARGET, ACTUAL].some((cellOf) => rowsOf(fact, text, rows, cellOf).length > 0);
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

/** The rows that a figure may be of, since it is what they have in a cell and shares words with their names. */
export const rowsWith = (fact: Fact, indicators: readonly Indicator[], cellOf: CellOf): readonly Indicator[] =>
  indicators.filter((row) => {
    const quantity = cellOf(row)?.value;
    const isInIt =
      quantity?.kind === 'number' && countedAlike(quantity.unit, fact.unit) && isRoundingOf(fact, quantity.value);
    return isInIt && overlap(around(fact), row.name.value) > 0;
  });

/** A figure of a text that says what one row was to reach or did reach. */
export interface ToldOfRow {
  readonly text: Located<string>;
  readonly fact: Fact;
  readonly indicator: Indicator;
  readonly cellOf: (indicator: Indicator) => QuantityCell | null;
}

const AIMED = new RegExp(`的?${AIM}[为是:：]?$`);
/** 240人的目标偏高 */
const AIMED_AT = new RegExp(`^的?${AIM}`);
const DONE = /(?:的?(?:全年|年度|年末)?(?:实际(?:完成|达到|实现)?|完成|达到|实现)[值数]?[为是:：]?|[为是:：])$/;

/**
 * The figures of the reasons below the table that follow the whole name of a row: 培训人数目标值200人，实际完成180人.
 * Those that follow anything else, as 减少20人 does, are others.
 */
export function* toldBelow(input: CheckInput): Iterable<ToldOfRow> {
  const { area, indicators, year } = input.form;
  const below = rowsBetween(indicators.at(-1)?.row ?? area.row, area.row + area.rowCount);
  for (const text of reasonsIn(input, below).map(located)) {
    let subject: { readonly name: string; readonly sentence: number } | null = null;
    for (const fact of factsOfProse(text)) {
      const plain = fact.label.replace(AIMED, '');
      const [aimed, own] = [plain !== fact.label || AIMED_AT.test(fact.after), plain.replace(DONE, '')];
      if (own !== '') subject = { name: own, sentence: fact.sentence };
      // 实际完成180人 goes on about the same; a bare figure does not.
      if (subject?.sentence !== fact.sentence || fact.label === '' || !isPlain(fact) || fact.part) continue;
      const before = text.text.slice(fact.sentence, fact.start);
      // 下一年度目标值260人, 拟调整为200人.
      if (isOfAnotherYear(before, year?.value ?? null) || before.includes('拟')) continue;
      const { name } = subject;
      const [indicator, another] = indicators.filter((one) => one.name.value === name);
      const cellOf = aimed ? TARGET : ACTUAL;
      const quantity = indicator && cellOf(indicator)?.value;
      if (indicator === undefined || another !== undefined || quantity?.kind !== 'number') continue;
      if (!countedAlike(quantity.unit, fact.unit)) continue;
      yield { text, fact, indicator, cellOf };
    }
  }
}
