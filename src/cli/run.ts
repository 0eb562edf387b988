import { commentsFor } from '../advice/annotations';
import type { PlannedComment } from '../advice/plan';
import type { ReviewSettings } from '../review';
import { HELP, parseArguments, type CliArguments } from './arguments';
import { checkFile, countFindings, hasForm, HIDDEN, type CheckedFile } from './checkFile';
import { writeCopy, copyPlaces, type CopyPlace } from './copies';
import { findFiles, type FoundFile } from './files';
import { sheetJson, unrecognisedJson, type FileJson } from './json';
import { fileReport, tallyLine, type Tally } from './report';
import { loadRulebook } from './rulebookFile';

/** Where the command line writes to; the terminal in earnest, strings in tests. */
export interface CliOutput {
  out(text: string): void | Promise<void>;
  err(text: string): void;
  /** Whether a person watches what is written to `err`. */
  readonly interactive: boolean;
  readonly version: string;
}

const EXIT = { clean: 0, errors: 1, failed: 2 } as const;

function fileJson(checked: CheckedFile): FileJson {
  return {
    file: checked.file.file,
    ...(checked.error === null ? {} : { error: checked.error }),
    sheets: checked.sheets.flatMap(({ name, review }) =>
      review === null ? [unrecognisedJson(name, HIDDEN)] : sheetJson(review),
    ),
  };
}

function commentsBySheet({ sheets }: CheckedFile): Map<string, readonly PlannedComment[]> {
  return new Map(
    sheets.flatMap(({ name, review }): [string, readonly PlannedComment[]][] =>
      review === null ? [] : [[name, commentsFor(review.forms.flatMap((form) => form.findings))]],
    ),
  );
}

/** The file with the copy made, or with the reason why there is none. */
function withCopy(checked: CheckedFile, place: CopyPlace | undefined): CheckedFile {
  if (place === undefined || checked.error !== null) return checked;
  const error = writeCopy(checked.bytes, commentsBySheet(checked), place);
  return error === null ? checked : { ...checked, error };
}

async function checkAll(files: readonly FoundFile[], options: CliArguments, settings: ReviewSettings, io: CliOutput) {
  const places = copyPlaces(files, options.annotate);
  if (typeof places === 'string') {
    io.err(`${places}\n`);
    return EXIT.failed;
  }
  const tally: Tally = { files: files.length, failed: 0, withErrors: 0 };
  if (options.json) await io.out('{"files":[');
  for (const [index, file] of files.entries()) {
    if (io.interactive) io.err(`\r\u001b[K${index + 1}/${files.length} ${file.below}`);
    const checked = withCopy(checkFile(file, settings), places.get(file));
    if (checked.error !== null || !hasForm(checked)) tally.failed += 1;
    if (countFindings(checked).error > 0) tally.withErrors += 1;
    if (io.interactive) io.err('\r\u001b[K');
    // File by file, so that a thousand of them need no more memory than one.
    if (options.json) await io.out(`${index === 0 ? '' : ','}\n${JSON.stringify(fileJson(checked))}`);
    else await io.out(`${index === 0 ? '' : '\n'}${fileReport(checked)}`);
  }
  if (options.json) await io.out('\n]}\n');
  else if (files.length > 1) await io.out(`\n${tallyLine(tally)}`);
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
