// Imported first by the programs that package.json runs: with --help prints the comment at the head of the program,
// which says how it is called, and ends. So a program tells its options in one place, for readers and for callers.
import { readFileSync } from 'node:fs';
import process from 'node:process';

/** The comment at the head of a source, without its marks. */
function headOf(source) {
  const [head = ''] = /^(?:\/\/.*\n)+|^\/\*\*[^]*?\*\//.exec(source) ?? [];
  return head.replace(/^(?:\/\/ ?|\/\*\*\n| \*\/$| \* ?)/gm, '').trimEnd();
}

if (process.argv.slice(2).includes('--help')) {
  process.stdout.write(`${headOf(readFileSync(process.argv[1], 'utf8'))}\n`);
  process.exit(0);
}
