import { Decimal } from 'decimal.js';
import type { Part } from '../../scoring/places';
import { normalise } from '../../sheet/text';

const FIGURE = /^-?\d{1,15}(?:\.\d{1,10})?$/;

function figureIn(text: string): Decimal | null {
  const plain = normalise(text).replaceAll(',', '').replace(/%$/, '');
  return FIGURE.test(plain) ? new Decimal(plain) : null;
}

/** What is put into the file for a text that was entered; a text that is no figure stays one and is refused there. */
export function valueOf({ holds, blank, fraction }: Part, text: string): unknown {
  if (holds === 'numbers') {
    const parts = text.split(/[、，,;；\s]+/).filter((part) => part !== '');
    return parts.length === 0 ? undefined : parts.map((part) => figureIn(part)?.toNumber() ?? part);
  }
  if (text.trim() === '' && blank !== undefined) return blank === 'null' ? null : undefined;
  const figure = holds === 'number' ? figureIn(text) : null;
  return figure === null ? text : (fraction === true ? figure.div(100) : figure).toNumber();
}

/** The text that stands in the field for what is in the file. */
export function fieldText({ absent, fraction }: Part, value: unknown): string {
  if (value === undefined || value === null) return absent ?? '';
  if (Array.isArray(value)) return value.map(String).join('、');
  if (fraction === true && typeof value === 'number') return new Decimal(value).times(100).toFixed();
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
