import type { Finding } from '../checks/finding';

const LONGEST_FOUND = 60;

/** What should stand in the cell, with its arithmetic, and what does; `''` where a finding says neither. */
export function findingFigures({ arithmetic, expected, found }: Finding): {
  readonly expected: string;
  readonly found: string;
} {
  const is = found ?? '';
  return {
    expected: arithmetic ?? expected ?? '',
    found: is.length > LONGEST_FOUND ? `${is.slice(0, LONGEST_FOUND)}…` : is,
  };
}
