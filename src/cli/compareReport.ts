import type { Difference, Place } from '../compare/difference';
import { heldInWords, PAIR_WORDS, type PairRecord, type SideRecord } from '../compare/record';
import { SEVERITY_WORDS } from '../checks/severity';
import { formatAddress } from '../sheet/address';
import { oneLine } from './messages';

interface PlaceJson {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

function sideJson(file: string, { sheet, kind, year, organisation, project }: SideRecord) {
  return { file, sheet, kind, year, unit: organisation, project };
}

/** A place for programs. */
export function placeJson(place: Place | null): PlaceJson | null {
  return place && { ...place, cell: formatAddress(place.cell) };
}

function count({ held }: PairRecord, verdict: PairRecord['held'][number]['verdict']): number {
  return held.filter((one) => one.verdict === verdict).length;
}

/** The files of a pair. */
export interface PairOfFiles {
  readonly old: string;
  readonly now: string;
}

/** One pair for programs. */
export function comparisonJson({ old, now }: PairOfFiles, comparison: PairRecord): unknown {
  return {
    by: comparison.kind,
    old: sideJson(old, comparison.old),
    new: sideJson(now, comparison.now),
    held: {
      total: comparison.held.length,
      agrees: count(comparison, 'agrees'),
      differs: count(comparison, 'differs'),
      asks: count(comparison, 'asks'),
    },
    unheld: comparison.unheld.map(({ cell, why }) => ({ cell: formatAddress(cell), why })),
    differences: comparison.differences.map(({ before, after, ...rest }) => ({
      ...rest,
      before: placeJson(before),
      after: placeJson(after),
    })),
    comparisons: comparison.held.map(({ before, after, ...rest }) => ({
      ...rest,
      before: before && formatAddress(before),
      after: formatAddress(after),
    })),
  };
}

function where({ before, after }: Difference): string {
  if (after !== null) return formatAddress(after.cell);
  return before === null ? '' : `原表 ${formatAddress(before.cell)}`;
}

/** One pair for people. */
export function comparisonReport({ old, now }: PairOfFiles, comparison: PairRecord): string {
  const { differences, held, unheld } = comparison;
  const whys = [...new Set(unheld.map(({ why }) => why))].join('；');
  const lines = [
    `${now} “${comparison.now.sheet}”`,
    `  ${PAIR_WORDS[comparison.kind]}：${old} “${comparison.old.sheet}”（${comparison.old.kind}）`,
    ...differences.map((one) => `    ${SEVERITY_WORDS[one.severity]} ${where(one)}：${one.message}`),
    `  核对了 ${held.length} 处（${heldInWords(comparison)}），${count(comparison, 'agrees')} 处一致，${differences.length} 处要看`,
    ...(unheld.length === 0 ? [] : [`  没有对照的指标值和分值 ${unheld.length} 处：${whys}`]),
  ];
  return `${lines.map(oneLine).join('\n')}\n`;
}
