import type { Finding } from '../checks/finding';
import type { EvaluationForm, IndicatorGroup, Located } from '../form/model';
import { allGroups } from '../form/groups';
import { distinctKeys } from '../sheet/lists';
import { quote } from '../sheet/quote';
import { cellKey, compareCells, type CellRef } from '../sheet/snapshot';
import { stakesOf } from './stakes';
import { compact, cut, oneLine } from '../sheet/text';

/** A finding as it is listed: where it belongs in the form, and a key that outlives a recheck. */
export interface PlacedFinding {
  /** The same for the same trouble in the same place of the form, also when rows were inserted above it. */
  readonly key: string;
  /** The key that earlier versions gave it, made of its sentences: what was set aside under it stays so. */
  readonly formerKey: string;
  /** 履职效能 › 热线服务 */
  readonly place: string;
  /** What it is about there: the indicator, the heading or the line of money; `''` where the place says it. */
  readonly item: string;
  /** How many points it is about, where a score, a weight or a total is off; `null` for others. */
  readonly points: string | null;
  readonly finding: Finding;
  /** What only follows from it, placed likewise. */
  readonly follows: readonly PlacedFinding[];
}

/** A finding that the officer decided not to deal with, and why. */
export interface SetAside extends PlacedFinding {
  readonly reason: string;
}

interface Section {
  readonly row: number;
  readonly place: string;
}

const SEPARATOR = ' › ';
const LONGEST_NAME = 20;

const NAME_AT_HEAD = /^“([^“”]{1,200})”的?(?![（、与和等及])/;

/** A sentence without the quoted name at its head, for what many sentences say of different ones. */
export const withoutName = (text: string): string => text.replace(NAME_AT_HEAD, '') || text;

/** A sentence about an item without the item's quoted name at its head, for where that name stands beside it. */
export function withoutItem(text: string, item: string): string {
  const [head = '', named = ''] = NAME_AT_HEAD.exec(text) ?? [];
  const whole = compact(quote(item).slice(1, -1));
  const same =
    item !== '' && (named.endsWith('…') ? whole.startsWith(compact(named.slice(0, -1))) : whole === compact(named));
  return same && text.length > head.length ? text.slice(head.length) : text;
}

/** A path in words; second-level indicators are whole sentences in some forms. */
function placeOf(path: readonly string[]): string {
  const names = path.map((name) => cut(name, LONGEST_NAME));
  return names.join(SEPARATOR);
}

function placeOfGroups(groups: readonly IndicatorGroup[], above: readonly string[], cells: Map<number, string>): void {
  for (const group of groups) {
    const path = [...above, group.name];
    const place = placeOf(path);
    for (const located of [group.label, group.weight, group.stated]) {
      if (located !== null) cells.set(cellKey(located.at), place);
    }
    placeOfGroups(group.groups, path, cells);
  }
}

/** What stands at a cell, by its row: the indicator's or the line of money's name, without the colon behind it. */
function itemNames({ indicators, budget, groups, total }: EvaluationForm): (cell: CellRef) => string {
  const rows = new Map<number, string>();
  const name = (row: number, text: string) => rows.set(row, oneLine(text).replace(/[：:]$/, ''));
  for (const { label } of budget?.lines ?? []) name(label.at.row, label.text);
  for (const indicator of indicators) name(indicator.row, indicator.name.value);
  const apart = new Set<number>();
  for (const { label, weight, stated } of allGroups(groups)) {
    for (const one of [label, weight, stated]) if (one !== null) apart.add(cellKey(one.at));
  }
  if (total !== null) rows.delete(total.label.at.row);
  return (cell) => (apart.has(cellKey(cell)) ? '' : (rows.get(cell.row) ?? ''));
}

/** Cells whose place can't be told by their row: headings that are merged over many rows, and the total. */
function ownPlaces(form: EvaluationForm): Map<number, string> {
  const cells = new Map<number, string>();
  placeOfGroups(form.groups, [], cells);
  for (const located of [form.total?.label, form.total?.weight, form.total?.stated, form.total?.grade]) {
    if (located) cells.set(cellKey(located.at), '总分');
  }
  return cells;
}

function sectionsOf(form: EvaluationForm): readonly Section[] {
  const { narrative, budget, total } = form;
  const money = budget?.lines.flatMap((line) => [line.label, line.budget, line.rate]) ?? [];
  const sections: Section[] = [{ row: form.area.row, place: '表头' }];
  const begin = (located: Located<unknown> | null, place: string) => {
    if (located !== null) sections.push({ row: located.at.row, place });
  };
  for (const located of [narrative.goals, narrative.completion, narrative.shortfallReason]) {
    begin(located, '年度目标与完成情况');
  }
  for (const located of [budget?.heading ?? null, ...money]) begin(located, '预算情况');
  for (const { row } of form.headers) sections.push({ row, place: '指标' });
  for (const indicator of form.indicators) {
    sections.push({ row: indicator.row, place: placeOf(indicator.path) || '指标' });
  }
  begin(total?.label ?? null, '总分');
  return sections.sort((a, b) => a.row - b.row);
}

/** The last section that begins at or above a row. */
const sectionAt = (sections: readonly Section[], row: number): string =>
  sections.filter((section) => section.row <= row).at(-1)?.place ?? '表头';

/** Why a finding was set aside, by the key of this or an earlier version; `undefined` where it was not. */
export function reasonOf(
  { key, formerKey }: Pick<PlacedFinding, 'key' | 'formerKey'>,
  reasons: ReadonlyMap<string, string>,
): string | undefined {
  return reasons.get(key) ?? reasons.get(formerKey);
}

const once = (findings: readonly PlacedFinding[]) => [...new Map(findings.map((one) => [one.key, one])).values()];

/** All of them with what follows from them, none twice. */
export function withFollows(findings: readonly PlacedFinding[]): readonly PlacedFinding[] {
  return once(findings.flatMap((one) => [one, ...one.follows]));
}

/**
 * The findings with what follows from those that were set aside, in the order of the sheet: where a cause is left as it
 * is, that will not be gone, and is a finding of its own.
 */
export function listed(
  findings: readonly PlacedFinding[],
  reasons: ReadonlyMap<string, string>,
): readonly PlacedFinding[] {
  const left = findings.filter((one) => reasonOf(one, reasons) !== undefined).flatMap(({ follows }) => follows);
  if (left.length === 0) return findings;
  return once([...findings, ...left]).sort((a, b) => compareCells(a.finding.cell, b.finding.cell));
}

/** What is to be dealt with and what was set aside; see `listed`. */
export function splitAside(findings: readonly PlacedFinding[], reasons: ReadonlyMap<string, string>) {
  const open: PlacedFinding[] = [];
  const aside: SetAside[] = [];
  for (const one of listed(findings, reasons)) {
    const reason = reasonOf(one, reasons);
    if (reason === undefined) open.push(one);
    else aside.push({ ...one, reason });
  }
  return { open, aside } as const;
}

/**
 * Says for each finding where in the form it belongs, in the order given, and gives it a key made of check, place, which
 * of its messages it is and what fills that: it stays the same when rows move or a release says it in other words, and
 * changes when the figures do, so that what was set aside comes back then.
 * `index` is the form's among those of its sheet.
 */
export function placeFindings(
  form: EvaluationForm,
  findings: readonly Finding[],
  index: number,
): readonly PlacedFinding[] {
  const own = ownPlaces(form);
  const sections = sectionsOf(form);
  const names = new Map(form.indicators.map((indicator) => [indicator.row, indicator.name.value]));
  const items = itemNames(form);
  const stakes = stakesOf(form);
  const keys = distinctKeys();
  const formerKeys = distinctKeys();
  const place = (cell: CellRef) => own.get(cellKey(cell)) ?? sectionAt(sections, cell.row);
  const placed = (finding: Finding): Omit<PlacedFinding, 'follows'> => {
    const where = place(finding.cell);
    const points = stakes(finding)?.toString() ?? null;
    const head = [...(index > 0 ? [String(index)] : []), finding.check, where, names.get(finding.cell.row) ?? ''];
    const data = Object.entries(finding.data).sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      key: keys([...head, finding.messageId, JSON.stringify(data)]),
      formerKey: formerKeys([...head, finding.title, finding.message]),
      place: where,
      item: items(finding.cell),
      points,
      finding,
    };
  };
  const roots = findings.map(placed);
  // One may follow from several; their keys come after those of the causes, which stay what they were.
  const below = new Map<Finding, PlacedFinding>();
  for (const { follows = [] } of findings) {
    for (const one of follows) if (!below.has(one)) below.set(one, { ...placed(one), follows: [] });
  }
  return roots.map((one) => ({ ...one, follows: one.finding.follows?.flatMap((each) => below.get(each) ?? []) ?? [] }));
}
