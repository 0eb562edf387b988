/** Prints a table as it stands in docs/performance.md, so that it can be carried over. */
export function printTable(title, headings, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const lines = [title, '', line(headings), line(headings.map(() => '---')), ...rows.map(line), ''];
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The middle one; the larger of the two in the middle. */
export function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
