import type { Comparison } from '../compare';
import type { Difference, Place } from '../compare/difference';
import type { PairKind } from '../compare/pairing';
import type { Side } from '../compare/side';
import { unheldIn } from '../compare/unheld';
import { SEVERITY_WORDS } from '../checks/severity';
import { formatAddress } from '../sheet/address';
import { oneLine } from './printable';

/** A side and the file that it was read from. */
export interface FileSide {
  readonly file: string;
  readonly side: Side;
}

interface SideJson {
  readonly file: string;
  readonly sheet: string;
  readonly kind: string;
  readonly year: number | null;
  readonly unit: string | null;
  readonly project: string | null;
}

interface PlaceJson {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

const KINDS: Readonly<Record<PairKind, string>> = {
  approved: '与申报（批复）的目标核对',
  'last-year': '与上年核对',
  version: '与原表核对',
};

function sideJson({ file, side }: FileSide): SideJson {
  return {
    file,
    sheet: side.sheet,
    kind: side.name,
    year: side.year?.value ?? null,
    unit: side.unit?.value ?? null,
    project: side.project?.value ?? null,
  };
}

function placeJson(place: Place | null): PlaceJson | null {
  return place && { ...place, cell: formatAddress(place.cell) };
}

function count({ held }: Comparison, verdict: Comparison['held'][number]['verdict']): number {
  return held.filter((one) => one.verdict === verdict).length;
}

/** One pair for programs. */
export function comparisonJson(old: FileSide, now: FileSide, comparison: Comparison): unknown {
  return {
    by: comparison.kind,
    old: sideJson(old),
    new: sideJson(now),
    held: {
      total: comparison.held.length,
      agrees: count(comparison, 'agrees'),
      differs: count(comparison, 'differs'),
      asks: count(comparison, 'asks'),
    },
    unheld: unheldIn(comparison).map(({ cell, why }) => ({ cell: formatAddress(cell), why })),
    differences: comparison.differences.map(({ before, after, ...rest }) => ({
      ...rest,
      before: placeJson(before),
      after: placeJson(after),
    })),
    comparisons: comparison.held.map(({ before, after, ...rest }) => ({
      ...rest,
      before: formatAddress(before),
      after: formatAddress(after),
    })),
  };
}

function where({ before, after }: Difference): string {
  if (after !== null) return formatAddress(after.cell);
  return before === null ? '' : `原表 ${formatAddress(before.cell)}`;
}

/** One pair for people. */
export function comparisonReport(old: FileSide, now: FileSide, comparison: Comparison): string {
  const { differences, held } = comparison;
  const unheld = unheldIn(comparison);
  const whys = [...new Set(unheld.map(({ why }) => why))].join('；');
  const lines = [
    `${now.file} “${now.side.sheet}”`,
    `  ${KINDS[comparison.kind]}：${old.file} “${old.side.sheet}”（${old.side.name}）`,
    ...differences.map((one) => `    ${SEVERITY_WORDS[one.severity]} ${where(one)}：${one.message}`),
    `  核对了 ${held.length} 处，${count(comparison, 'agrees')} 处一致，${differences.length} 处要看`,
    ...(unheld.length === 0 ? [] : [`  没有对照的指标值和分值 ${unheld.length} 处：${whys}`]),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}
