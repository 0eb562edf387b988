// npm run corpus -- FOLDER: runs the built command line (npm run build) over a folder of workbooks and prints counts,
// outliers and what changed since the last run.
import './usage.mjs';
import { spawn } from 'node:child_process';
import console from 'node:console';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import process from 'node:process';
import { createInterface } from 'node:readline';

const ROOT = path.join(import.meta.dirname, '..');
const MOST = 40;

const [folder] = process.argv.slice(2);
if (folder === undefined || !fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('npm run corpus -- FOLDER: the folder of workbooks is missing');
  process.exit(2);
}
const name = createHash('sha256').update(fs.realpathSync(folder)).digest('hex').slice(0, 16);
const kept = path.join(ROOT, 'node_modules/.cache/corpus', `${name}.json`);

/** What a row says, short enough to be held against the row of another run. */
function digest({ error, sheets }) {
  if (error !== undefined) return error;
  const forms = sheets.filter(({ recognised }) => recognised);
  if (forms.length === 0)
    return `no form in ${sheets.length} sheets: ${[...new Set(sheets.map(({ reason }) => reason?.slice(0, 12)))].join(' ')}`;
  const of = (wanted) => forms.flatMap(({ findings }) => findings).filter(({ severity }) => severity === wanted).length;
  const notes = sheets.flatMap((sheet) => sheet.notes ?? []);
  return `${forms.length} forms, ${of('error')} errors, ${of('warning')} warnings, ${of('info')} infos${notes.length > 0 ? `, notes: ${notes.join(' ')}` : ''}`;
}

/** Each file with what its row says and the milliseconds since the row before it, and what stood on the error output. */
async function run() {
  // One process: rows come in order, so that the time between two is that of one file.
  const cli = spawn('node', [path.join(ROOT, 'dist/cli/zipingbiao.js'), folder, '--jsonl', '--jobs', '1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  cli.stderr.setEncoding('utf8').on('data', (text) => (said += text));
  const ended = new Promise((resolve) => cli.on('close', resolve));
  const rows = [];
  let last = performance.now();
  for await (const line of createInterface({ input: cli.stdout })) {
    const row = JSON.parse(line);
    const now = performance.now();
    rows.push({ file: path.relative(folder, row.file), says: digest(row), ms: Math.round(now - last) });
    last = now;
  }
  return { rows, said, status: await ended };
}

function list(title, lines) {
  if (lines.length === 0) return;
  console.log(`\n${title}`);
  for (const line of lines.slice(0, MOST)) console.log(`  ${line}`);
  if (lines.length > MOST) console.log(`  … and ${lines.length - MOST} more`);
}

const { rows, said, status } = await run();
const counts = new Map();
for (const { says } of rows) {
  const kind = says
    .replace(/^no form.*/s, 'no form')
    .replace(/，.*$/s, '')
    .replace(/\d+ forms.*$/, 'a form')
    .replace(/[0-9]+/g, 'N');
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}
console.log(`${rows.length} files, status ${status}`);
list(
  'What became of them',
  [...counts].sort(([, a], [, b]) => b - a).map(([kind, count]) => `${count} × ${kind}`),
);
list(
  'Stopped, broken or at fault',
  rows.filter(({ says }) => /已停止|程序中断|程序处理/.test(says)).map(({ file, says }) => `${file}: ${says}`),
);
const times = rows.map(({ ms }) => ms).sort((a, b) => a - b);
const median = times[Math.floor(times.length / 2)] ?? 0;
list(
  `Slowest (median ${median} ms)`,
  [...rows]
    .sort((a, b) => b.ms - a.ms)
    .filter(({ ms }) => ms > 10 * Math.max(median, 20))
    .map(({ file, ms }) => `${ms} ms ${file}`),
);
if (said !== '') list('On the error output', said.trimEnd().split('\n'));

if (fs.existsSync(kept)) {
  const before = new Map(JSON.parse(fs.readFileSync(kept, 'utf8')).map(({ file, says }) => [file, says]));
  const changed = rows.filter(({ file, says }) => before.get(file) !== says);
  const here = new Set(rows.map(({ file }) => file));
  list('Changed since the last run', [
    ...changed.map(({ file, says }) => `${file}: ${before.get(file) ?? '(new)'} → ${says}`),
    ...[...before.keys()].filter((file) => !here.has(file)).map((file) => `${file}: gone`),
  ]);
  if (changed.length === 0 && here.size === before.size) console.log('\nNothing changed since the last run');
}
fs.mkdirSync(path.dirname(kept), { recursive: true });
fs.writeFileSync(kept, JSON.stringify(rows));
process.exitCode = said === '' ? 0 : 1;
