import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import type { ReceivedForm, UnreadFile } from '../advice/batch';
import { summarySheets } from '../advice/summary';
import { reportWorkbook } from '../host/file/reportWorkbook';
import type { ReviewSettings } from '../review';
import { HELP, parseArguments, type CliArguments } from './arguments';
import { messageOf } from './checkFile';
import { copyPlaces } from './copies';
import { findFiles, type FoundFile } from './files';
import { outcomeOf, type FileOutcome, type FileTask } from './outcome';
import { tallyLine, type Tally } from './report';
import { loadRulebook } from './rulebookFile';
import { inThreads } from './threads';

/** Where the command line writes to; the terminal in earnest, strings in tests. */
export interface CliOutput {
  out(text: string): void | Promise<void>;
  err(text: string): void;
  /** Whether a person watches what is written to `err`. */
  readonly interactive: boolean;
  readonly version: string;
  /** The program's own file, which further threads run; without it there are none. */
  readonly program?: string;
}

const EXIT = { clean: 0, errors: 1, failed: 2 } as const;

/** Files from which starting further threads pays. */
const THREADS_FROM = 24;

/** The outcomes in the order of the files; by several threads where there are many files. */
async function* outcomes(
  tasks: readonly FileTask[],
  { jobs, rulebook }: CliArguments,
  settings: ReviewSettings,
  { program }: CliOutput,
): AsyncGenerator<FileOutcome> {
  const threads = Math.min(jobs ?? availableParallelism(), tasks.length);
  if (program !== undefined && threads > 1 && (jobs !== null || tasks.length >= THREADS_FROM)) {
    yield* inThreads(tasks, threads, program, rulebook);
    return;
  }
  for (const task of tasks) yield outcomeOf(task, settings);
}

/** Writes the summary workbook; gives the reason where that was not possible. */
async function writeSummary(target: string, forms: readonly ReceivedForm[], unread: readonly UnreadFile[]) {
  try {
    const bytes = await reportWorkbook(summarySheets(forms, unread, ''));
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    return null;
  } catch (cause) {
    return `汇总表没有写成：${messageOf(cause)}`;
  }
}

async function checkAll(files: readonly FoundFile[], options: CliArguments, settings: ReviewSettings, io: CliOutput) {
  const places = copyPlaces(files, options.annotate);
  if (typeof places === 'string') {
    io.err(`${places}\n`);
    return EXIT.failed;
  }
  if (
    options.summary !== null &&
    files.some(({ file }) => path.resolve(file) === path.resolve(options.summary ?? ''))
  ) {
    io.err(`汇总表不能覆盖要核查的文件“${options.summary}”：请换一个文件名\n`);
    return EXIT.failed;
  }
  const tasks = files.map((file): FileTask => ({
    file,
    place: places.get(file) ?? null,
    json: options.json,
    summary: options.summary !== null,
    columns: options.columns,
  }));
  const tally: Tally = { files: files.length, failed: 0, withErrors: 0 };
  const forms: ReceivedForm[] = [];
  const unread: UnreadFile[] = [];
  let index = 0;
  const say = (): void => {
    const file = files[index];
    if (io.interactive && file !== undefined) io.err(`\r\u001b[K${index + 1}/${files.length} ${file.below}`);
  };
  say();
  if (options.json && !options.lines) await io.out('{"files":[');
  // File by file, so that a thousand of them need no more memory than one.
  for await (const outcome of outcomes(tasks, options, settings, io)) {
    const below = files[index]?.below ?? '';
    if (outcome.failed) tally.failed += 1;
    if (outcome.withErrors) tally.withErrors += 1;
    for (const form of outcome.forms) forms.push({ file: below, form, aside: new Map() });
    if (outcome.reason !== '') unread.push({ file: below, reason: outcome.reason });
    if (io.interactive) io.err('\r\u001b[K');
    if (options.lines) await io.out(`${outcome.text}\n`);
    else if (options.json) await io.out(`${index === 0 ? '' : ','}\n${outcome.text}`);
    else await io.out(`${index === 0 ? '' : '\n'}${outcome.text}`);
    index += 1;
    say();
  }
  if (options.json && !options.lines) await io.out('\n]}\n');
  else if (!options.json && files.length > 1) await io.out(`\n${tallyLine(tally)}`);
  if (options.summary !== null) {
    const error = await writeSummary(options.summary, forms, unread);
    if (error !== null) {
      io.err(`${error}\n`);
      return EXIT.failed;
    }
  }
  if (tally.failed > 0) return EXIT.failed;
  return tally.withErrors > 0 ? EXIT.errors : EXIT.clean;
}

/** Runs the command line and gives its exit status: 0 no error finding, 1 some, 2 a file or an argument that failed. */
export async function run(argv: readonly string[], io: CliOutput): Promise<number> {
  const parsed = parseArguments(argv);
  switch (parsed.kind) {
    case 'help':
      await io.out(HELP);
      return EXIT.clean;
    case 'version':
      await io.out(`${io.version}\n`);
      return EXIT.clean;
    case 'wrong':
      io.err(`${parsed.message}\n`);
      return EXIT.failed;
    case 'check':
  }
  const options = parsed.arguments;
  const loaded = options.rulebook === null ? {} : loadRulebook(options.rulebook);
  if ('error' in loaded) {
    io.err(`${loaded.error}\n`);
    return EXIT.failed;
  }
  return checkAll(options.paths.flatMap(findFiles), options, loaded, io);
}
