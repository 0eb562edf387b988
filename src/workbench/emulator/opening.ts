import { Decimal } from 'decimal.js';
import type { CellRef, CellValue } from '../../sheet/snapshot';
import { EMPTY_CELL, type EmulatedCell, type SheetToOpen } from './cell';
import { displayText, guessFormat } from './display';
import type { EmulatedSheet } from './sheet';

function openedCell(
  value: CellValue,
  text: string,
  formula: string,
  format?: string,
  fill?: string | null,
): EmulatedCell {
  const numberFormat = format ?? guessFormat(value, text);
  const base = { ...EMPTY_CELL, value, formula, fill: fill ?? null };
  if (numberFormat === null) return { ...base, shown: text };
  // A text that reads as a number must have been entered as text, or saving it again would change it.
  const prefixed = format === undefined && formula === '' && typeof value === 'string' && looksNumeric(value);
  const cell = { ...base, numberFormat, prefixed };
  return value !== null && displayText(value, numberFormat) !== text ? { ...cell, shown: text } : cell;
}

function looksNumeric(text: string): boolean {
  try {
    return text.trim() !== '' && new Decimal(text.trim()).isFinite();
  } catch {
    return false;
  }
}

/** Fills an emulated sheet with what a file held. Values are taken as they are stored; nothing is recalculated. */
export function openInto(sheet: EmulatedSheet, source: SheetToOpen, nextId: () => string): void {
  const { snapshot } = source;
  for (let i = 0; i < snapshot.rowCount; i += 1) {
    for (let j = 0; j < snapshot.columnCount; j += 1) {
      const cell: CellRef = { row: snapshot.origin.row + i, column: snapshot.origin.column + j };
      const content = openedCell(
        snapshot.values[i]?.[j] ?? null,
        snapshot.texts[i]?.[j] ?? '',
        snapshot.formulas[i]?.[j] ?? '',
        source.numberFormats?.[i]?.[j],
        source.fills?.[i]?.[j],
      );
      sheet.put(cell, content);
    }
  }
  sheet.merges = [...snapshot.merges];
  sheet.visibility = source.visibility ?? 'Visible';
  sheet.notes = [...(source.notes ?? [])];
  sheet.comments = (source.comments ?? []).map(({ replies, ...comment }) => ({
    ...comment,
    id: nextId(),
    replies: (replies ?? []).map((reply) => ({ ...reply, id: nextId() })),
  }));
}
