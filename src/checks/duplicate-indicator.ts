import { Decimal } from 'decimal.js';
import type { EvaluationForm, Indicator } from '../form/model';
import { sameCell } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { readFigure } from '../words/figure';
import { cellsAcross } from './common/across';
import { agreement, cellsOf, nameOf } from './common/say';
import type { Check, CheckInput, Report, Way } from './finding';

/** An indicator and an earlier one that it repeats. */
type Pair = readonly [own: Indicator, earlier: Indicator];

/** What makes two rows the same indicator: names, levels, what they measure and by what rule, target and weight alike. */
function identity({ path, name, definition, standard, target, weight }: Indicator): readonly string[] {
  return [...path, name.value, ...[definition, standard, target, weight].map((cell) => cell?.text ?? '')];
}

/** Whether two rows that are alike otherwise differ in the words of some column: 甲县 and 乙县. */
function areToldApart(input: CheckInput, one: Indicator, other: Indicator): boolean {
  const [own, others] = [one, other].map(({ row }) =>
    cellsAcross(input, row).map((cell) =>
      typeof cell.value === 'string' && readFigure(cell).value === null ? compact(cell.text) : null,
    ),
  );
  return own?.some((text, at) => text !== null && (others?.[at] ?? text) !== text) === true;
}

/** Whether a row is called by the heading above it, its own name being left blank. */
const isUnnamed = ({ headers }: EvaluationForm, { name }: Indicator): boolean =>
  headers.some(({ columns }) =>
    columns.some(({ role, heading: { at } }) => role === 'level3' && at.column > name.at.column),
  );

/** What two rows of different weights hardly have in common: all that but the weight, and the actual value. */
function contents(indicator: Indicator): readonly string[] {
  const told = [indicator.target, indicator.actual].map((cell) => compact(cell?.text ?? ''));
  return told.includes('') ? [] : [...identity({ ...indicator, weight: null }), ...told];
}

/** Indicators of which the form has an earlier one that is alike, each with that one. */
function repeatedBy(form: EvaluationForm, told: (indicator: Indicator) => readonly string[]) {
  const first = new Map<string, Indicator>();
  const repeated = new Map<Indicator, Indicator>();
  for (const indicator of form.indicators) {
    const key = told(indicator).map(compact).join('\n');
    if (key === '' || /^指标\d{0,2}[:：]?$/.test(compact(indicator.name.value))) continue;
    const earlier = first.get(key);
    if (earlier === undefined) first.set(key, indicator);
    // Rows below one merged name are parts of what it names.
    else if (!sameCell(indicator.name.at, earlier.name.at)) repeated.set(indicator, earlier);
  }
  return repeated;
}

/** What a target is counted in; `null` where it is not said. */
function measureOf({ target }: Indicator): string | null {
  const value = target?.value ?? null;
  return value === null ? null : 'unit' in value ? value.unit : value.kind;
}

/** The one row that is called what an earlier one of another measure is: its name may have been copied. */
function copiedName(form: EvaluationForm): readonly Pair[] {
  const alike = [...repeatedBy(form, ({ name }) => [name.value])];
  const [one] = alike;
  if (one === undefined || alike.length > 1 || form.targetBlocks.length > 1) return [];
  const [own, other] = one.map(measureOf);
  return own !== null && other !== null && own !== other ? [one] : [];
}

/** An indicator that counts for nothing, as if it were taken out. */
const without = ({ weight, stated }: Indicator): Way => cellsOf([weight, stated]).map((cell) => [cell, new Decimal(0)]);

function said(message: string, [own, earlier]: Pair): Report {
  const data = { name: nameOf(own), row: String(earlier.row + 1) };
  return { cell: own.name.at, message, data, related: [earlier.name.at] };
}

const asked = (message: string, pair: Pair): Report => ({ ...said(message, pair), severity: 'info' });

export const duplicateIndicator: Check = {
  id: 'duplicate-indicator',
  title: '指标没有重复',
  severity: 'warning',
  explain:
    '同一层级下名称、指标值、分值都相同的两行，是同一个指标列了两次；别的栏（责任科室、说明等）写的不同、没有写三级指标名称的，只有分值不同、完成值也相同的，只作提示；名称相同、指标值的单位不同的，问是不是抄错了名称。',
  messages: {
    repeated: {
      title: '“{name}”列了两次',
      message: '“{name}”与上面第 {row} 行的指标名称、指标值和分值都相同，请删去或改正其中一行。',
    },
    apart: {
      title: '“{name}”可能列了两次',
      message: '“{name}”与上面第 {row} 行的指标名称、指标值和分值都相同，请确认是不是同一个指标。',
    },
    same: {
      title: '“{name}”可能列了两次',
      message: '“{name}”与上面第 {row} 行的指标名称、指标值和完成值都相同，只有分值不同，请确认是不是同一个指标。',
    },
    name: {
      title: '“{name}”与另一行名称相同',
      message: '“{name}”与上面第 {row} 行名称相同，指标值的单位不同，请确认是不是抄错了名称。',
    },
  },
  *run(input) {
    const { form } = input;
    const repeated = repeatedBy(form, identity);
    if (form.indicators.length > 1) {
      for (const indicator of form.indicators) if (!repeated.has(indicator)) yield agreement([indicator.name]);
    }
    const isSure = (pair: Pair) => !areToldApart(input, ...pair) && !isUnnamed(form, pair[0]);
    const [sure, open] = [[...repeated].filter(isSure), [...repeated].filter((pair) => !isSure(pair))];
    const same = [...repeatedBy(form, contents)].filter(([indicator]) => !repeated.has(indicator));
    for (const pair of open) yield asked('apart', pair);
    for (const pair of same) yield asked('same', pair);
    for (const pair of copiedName(form)) yield asked('name', pair);
    const ways = [sure.flatMap(([indicator]) => without(indicator))];
    for (const pair of sure) yield { ...said('repeated', pair), ways };
  },
};
