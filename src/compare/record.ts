import type { PlacedFinding } from '../advice/places';
import { quote } from '../sheet/quote';
import { cellKey, type CellRef } from '../sheet/snapshot';
import type { ComparedSides } from './';
import { LOOKS, type Difference, type Look } from './difference';
import { placedFindings } from './findings';
import { type YearsFigures, yearsFigures } from './lastYear';
import { type AgainstKind, type Identity, identityOf, type PairKind, organisationsDiffer } from './pairing';
import type { Side } from './side';

/** A cell of the form under review that was not held against the other form, and why. */
interface Unheld {
  readonly cell: CellRef;
  readonly why: string;
}

/**
 * The targets and weights of the form under review that were held against nothing of the other form, in the order of the
 * sheet: nothing else may be taken for compared.
 */
export function unheldIn({ kind, old, now, held }: ComparedSides): readonly Unheld[] {
  const seen = new Set(held.map(({ after }) => cellKey(after)));
  const named = new Set(held.filter(({ what }) => what === 'name').map(({ after }) => cellKey(after)));
  const weighed = old.indicators.some(({ weight }) => weight?.state === 'figure');
  return now.indicators.flatMap(({ name, target, weight }) => {
    const alone = kind !== 'last-year' && !named.has(cellKey(name.at));
    const why = (what: string, lacking: string) =>
      alone ? `${old.name}里没有这项指标` : lacking || `${old.name}的${what}读不出`;
    const unheld: Unheld[] = [];
    if (target !== null && target.text.trim() !== '' && !seen.has(cellKey(target.at))) {
      const lacking = kind === 'last-year' ? '上年没有可以比较的完成值' : '';
      unheld.push({ cell: target.at, why: why('指标值', lacking) });
    }
    if (kind !== 'last-year' && weight?.state === 'figure' && !seen.has(cellKey(weight.at))) {
      unheld.push({ cell: weight.at, why: why('分值', weighed ? '' : `${old.name}没有分值`) });
    }
    return unheld;
  });
}

/** Which form a side is, as plain data. */
export interface SideRecord {
  readonly sheet: string;
  /** 项目支出绩效自评表 */
  readonly kind: string;
  readonly year: number | null;
  readonly organisation: string | null;
  readonly project: string | null;
  /** Where what it lacks is said: its title, else its first cell. */
  readonly head: CellRef;
}

/** A comparison as plain data, that can be sent between threads and kept. */
export interface ComparisonRecord {
  readonly kind: AgainstKind;
  readonly now: SideRecord;
  readonly held: readonly Look[];
  readonly differences: readonly Difference[];
  readonly unheld: readonly Unheld[];
  /** What differs as findings of the form under review; none where that is a table of targets. */
  readonly findings: readonly PlacedFinding[];
  /** Says that the forms are of two units, `''` where that is not so: most likely a wrong file was chosen. */
  readonly mistaken: string;
  /** What both years say, where it is last year's form. */
  readonly figures: readonly YearsFigures[];
}

/** One of a pair. */
export interface PairRecord extends ComparisonRecord {
  readonly kind: PairKind;
  readonly old: SideRecord;
}

/** The identity of a side in words. */
export function sideRecord({ sheet, name, year, organisation, project, form, indicators }: Side): SideRecord {
  const head = form?.title?.at ?? form?.area ?? indicators[0]?.name.at ?? { row: 0, column: 0 };
  return {
    sheet,
    kind: name,
    year: year?.value ?? null,
    organisation: organisation?.value ?? null,
    project: project?.value ?? null,
    head: { row: head.row, column: head.column },
  };
}

function mistakenIn({ old, now }: ComparedSides): string {
  if (!organisationsDiffer(identityOf(old), identityOf(now))) return '';
  const names = [now, old].map(({ organisation }) => quote(organisation?.value.trim() ?? ''));
  return `单位不同：这份是${names.join('，对照的是')}，请确认没有拿错表。`;
}

/** `index` is the place of the form under review among those of its sheet. */
export function recordOfComparison(comparison: ComparedSides, index = 0): PairRecord {
  const { kind, old, now, held, differences } = comparison;
  const record = { kind, now: sideRecord(now), held, differences, unheld: unheldIn(comparison) };
  return {
    ...record,
    old: sideRecord(old),
    findings: placedFindings(record, now.form, index, old.name),
    mistaken: mistakenIn(comparison),
    figures: kind === 'last-year' ? yearsFigures(old, now) : [],
  };
}

export const PAIR_WORDS: Readonly<Record<AgainstKind, string>> = {
  approved: '与申报（批复）的目标核对',
  'last-year': '与上年核对',
  version: '与原表核对',
  projects: '部门与项目核对',
};

/** What was compared, by kind, in words: 指标值 12，分值 12，资金 1. */
export function heldInWords({ held }: Pick<ComparisonRecord, 'held'>): string {
  return Object.entries(LOOKS)
    .flatMap(([what, [, words]]) => {
      const count = held.filter((one) => one.what === what).length;
      return count === 0 ? [] : [`${words} ${count}`];
    })
    .join('，');
}

/** How many of the places agree, in words: of another year nothing need be the same. */
export function agreedInWords({ kind, held }: Pick<ComparisonRecord, 'kind' | 'held'>): string {
  const agrees = held.filter(({ verdict }) => verdict === 'agrees').length;
  return `${agrees} 处${kind === 'last-year' ? '没有疑问' : '一致'}`;
}

/** A form or a table of targets that was found in a file, as plain data. */
export interface FoundSide {
  readonly identity: Identity;
  readonly side: SideRecord;
  /** Its place among those of its sheet. */
  readonly index: number;
}

/** Those of one sheet. */
export function foundSides(sides: readonly Side[]): readonly FoundSide[] {
  return sides.map((side, index) => ({ identity: identityOf(side), side: sideRecord(side), index }));
}
