import { SSF } from '@e965/xlsx';

interface Formatter {
  format(code: string, value: string | number | boolean): unknown;
}

function isFormatter(value: unknown): value is Formatter {
  return typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'function';
}

const formatter: unknown = SSF;

/** A value in an Excel number format; throws where the format is none, or cannot show the value. */
export function formatNumber(code: string, value: string | number | boolean): string {
  if (!isFormatter(formatter)) throw new Error('the formatter of @e965/xlsx is missing');
  return String(formatter.format(code, value));
}
