import type { ReceivedForm, UnreadFile } from '../advice/batch';
import type { ReviewSettings } from '../review';
import { HELP, parseArguments, type CliArguments } from './arguments';
import { checked, EXIT, type CliOutput } from './checker';
import { planOutputs } from './copies';
import { findFiles, type FoundFile } from './files';
import { messageOf, oneLine } from './messages';
import type { FileTask } from './outcome';
import { writeWhole, type OutputPlace } from './output';

/** Writes the summary workbook; gives the reason where that was not possible. */
async function writeSummary(place: OutputPlace, forms: readonly ReceivedForm[], unread: readonly UnreadFile[]) {
  const [{ summarySheets }, { reportWorkbook }] = await Promise.all([
    import('../advice/summary'),
    import('../host/file/reportWorkbook'),
  ]);
  try {
    writeWhole(place, await reportWorkbook(summarySheets(forms, unread, '')));
    return null;
  } catch (cause) {
    return `汇总表没有写成：${messageOf(cause)}`;
  }
}

interface Given {
  readonly files: readonly FoundFile[];
  /** What lay beside them in the folders and is no workbook. */
  readonly passed: readonly string[];
}

async function checkAll({ files, passed }: Given, options: CliArguments, settings: ReviewSettings, io: CliOutput) {
  const plan = planOutputs(files, options.annotate, options.summary, options.rulebook);
  if (typeof plan === 'string') {
    io.err(`${oneLine(plan)}\n`);
    return EXIT.failed;
  }
  const tasks = files.map((file): FileTask => ({
    file,
    place: plan.copies.get(file) ?? null,
    json: options.json,
    summary: options.summary !== null,
    columns: options.columns,
  }));
  let [failed, withErrors] = [0, 0];
  const forms: ReceivedForm[] = [];
  const unread: UnreadFile[] = [];
  let index = 0;
  const say = (): void => {
    const file = files[index];
    if (io.interactive && file !== undefined) io.err(`\r\u001b[K${index + 1}/${files.length} ${oneLine(file.below)}`);
  };
  say();
  if (options.json && !options.lines) await io.out('{"files":[');
  // File by file, so that a thousand of them need no more memory than one.
  for await (const outcome of checked(io, tasks, settings, options.jobs)) {
    const file = outcome.task.file.below;
    if (outcome.failed) failed += 1;
    if (outcome.withErrors) withErrors += 1;
    for (const form of outcome.forms) forms.push({ file, form, aside: new Map() });
    if (outcome.reason !== '') unread.push({ file, reason: outcome.reason, read: outcome.read });
    if (io.interactive) io.err('\r\u001b[K');
    if (options.lines) await io.out(`${outcome.text}\n`);
    else if (options.json) await io.out(`${index === 0 ? '' : ','}\n${outcome.text}`);
    else await io.out(`${index === 0 ? '' : '\n'}${outcome.text}`);
    index += 1;
    say();
  }
  if (options.json && !options.lines) await io.out('\n]}\n');
  else if (!options.json && files.length > 1) {
    // Without a reason only the copy failed.
    const copies = failed > unread.length ? `，${failed - unread.length} 个没有写成批注副本` : '';
    const none = unread.length + passed.length;
    await io.out(
      `\n共 ${files.length + passed.length} 个文件：${withErrors} 个有错误，${none} 个没有核查成${copies}\n`,
    );
  }
  unread.push(...passed.map((file): UnreadFile => ({ file, reason: '不是工作簿，没有核查', read: false })));
  if (plan.summary !== null) {
    const error = await writeSummary(plan.summary, forms, unread);
    if (error !== null) {
      io.err(`${error}\n`);
      return EXIT.failed;
    }
  }
  if (failed > 0) return EXIT.failed;
  return withErrors > 0 ? EXIT.found : EXIT.clean;
}

/** What checks by: the built-in rulebooks or the named one. */
async function settingsOf(rulebook: string | null): Promise<ReviewSettings | { readonly error: string }> {
  if (rulebook === null) return {};
  const { loadRulebook } = await import('./rulebookFile');
  return loadRulebook(rulebook);
}

const NAMED = 5;

/** What lay in the folders and is no workbook: a form that came as a scan must not count as checked. */
function passedOver(places: readonly string[]): string {
  const more = places.length > NAMED ? `等 ${places.length} 个` : '';
  return `文件夹里这些文件不是工作簿，没有核查：${places.slice(0, NAMED).map(oneLine).join('、')}${more}`;
}

/** Runs the command line and gives its exit status: 0 no error finding, 1 some, 2 a file or an argument that failed. */
export async function run(argv: readonly string[], io: CliOutput): Promise<number> {
  if (argv[0] === 'compare') {
    const { compare } = await import('./compare');
    return compare(argv.slice(1), io);
  }
  const parsed = parseArguments(argv);
  switch (parsed.kind) {
    case 'help':
      await io.out(HELP);
      return EXIT.clean;
    case 'version':
      await io.out(`${io.version}\n`);
      return EXIT.clean;
    case 'wrong':
      io.err(`${oneLine(parsed.message)}\n`);
      return EXIT.failed;
    case 'check':
  }
  const options = parsed.arguments;
  const settings = await settingsOf(options.rulebook);
  if ('error' in settings) {
    io.err(`${settings.error}\n`);
    return EXIT.failed;
  }
  const passed: string[] = [];
  const files = options.paths.flatMap((given) => findFiles(given, passed));
  const status = await checkAll({ files, passed }, options, settings, io);
  if (passed.length > 0) io.err(`${passedOver(passed)}\n`);
  return status;
}
