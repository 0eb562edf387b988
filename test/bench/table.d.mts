export function printTable(title: string, headings: readonly string[], rows: readonly (readonly string[])[]): void;
export function median(times: readonly number[]): number;
