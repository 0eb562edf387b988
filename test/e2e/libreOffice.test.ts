import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { annotationsIn } from '../../src/host/file/annotate';
import { readWorkbook } from '../../src/host/file/readWorkbook';
import { parseAddress } from '../../src/sheet/address';
import { cellAt, type SheetSnapshot } from '../../src/sheet/snapshot';
import { outputs } from '../support/outputs';

const PROGRAM = process.env['SOFFICE'] ?? 'soffice';
const installed = spawnSync(PROGRAM, ['--version'], { encoding: 'utf8' }).status === 0;

/** Whether it reads documents: some systems install its spreadsheet alone. */
function hasWriter(): boolean {
  const { stdout } = spawnSync('which', [PROGRAM], { encoding: 'utf8' });
  if (!installed || stdout.trim() === '') return false;
  return fs.existsSync(path.join(path.dirname(fs.realpathSync(stdout.trim())), 'libswlo.so'));
}

let folder = '';
let profile = '';

beforeAll(() => {
  if (!installed) return;
  folder = outputs();
  profile = fs.mkdtempSync(path.join(os.tmpdir(), 'zipingbiao-libreoffice-'));
}, 180_000);

afterAll(() => {
  for (const made of [folder, profile]) if (made !== '') fs.rmSync(made, { recursive: true, force: true });
});

/** Has LibreOffice read files and write them in another format; gives the folder where they are. */
function convert(format: string, ...names: readonly string[]): string {
  const into = path.join(folder, format.split(':')[0] ?? format);
  const { error, stderr } = spawnSync(
    PROGRAM,
    [
      ...['--headless', `-env:UserInstallation=${pathToFileURL(profile).href}`, '--convert-to', format],
      ...['--outdir', into, ...names.map((name) => path.join(folder, name))],
    ],
    { encoding: 'utf8', timeout: 120_000 },
  );
  if (error !== undefined) throw new Error(stderr, { cause: error });
  return into;
}

const bytesOf = (file: string) => new Uint8Array(fs.readFileSync(file));

function sheetsOf(file: string): readonly SheetSnapshot[] {
  return readWorkbook(bytesOf(file), path.basename(file)).sheets.map(({ snapshot }) => snapshot);
}

function shown(sheet: SheetSnapshot | undefined, address: string): unknown {
  const cell = parseAddress(address);
  return sheet === undefined || cell === null ? undefined : cellAt(sheet, cell).value;
}

/** How many pages a PDF has. */
function pagesOf(file: string): number {
  return fs.readFileSync(file, 'latin1').match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
}

const XLSX = 'xlsx:Calc MS Excel 2007 XML';
// The name says why nothing is tested where LibreOffice is missing.
const inLibreOffice = installed ? describe : describe.skip;

inLibreOffice(
  installed ? 'LibreOffice' : 'LibreOffice (not installed: no soffice on the path, none in SOFFICE)',
  () => {
    test('opens annotated and edited copies: cells, sheets and comments are all there', () => {
      const into = convert(XLSX, 'annotated.xlsx', 'edited.xlsx');
      for (const name of ['annotated.xlsx', 'edited.xlsx']) {
        const [before, after] = [path.join(folder, name), path.join(into, name)];
        const sheets = sheetsOf(before);
        expect(sheetsOf(after).map((sheet) => sheet.name)).toEqual(sheets.map((sheet) => sheet.name));
        sheetsOf(after).forEach((sheet, index) => {
          expect(sheet.merges.length).toBe(sheets[index]?.merges.length);
          sheets[index]?.values.forEach((row, below) => {
            row.forEach((value, beside) => {
              const { row: top, column: left } = sheets[index]?.origin ?? { row: 0, column: 0 };
              const there = cellAt(sheet, { row: top + below, column: left + beside }).value;
              if (typeof value === 'number') expect(there).toBeCloseTo(value, 9);
              else expect(there ?? '').toBe(value ?? '');
            });
          });
        });
        const comments = annotationsIn(bytesOf(before)).get('自评表') ?? [];
        expect(comments.length).toBeGreaterThan(4);
        const texts = (all: typeof comments) => all.map(({ cell, text }) => [cell.row, cell.column, text.trim()]);
        expect(texts(annotationsIn(bytesOf(after)).get('自评表') ?? []).sort()).toEqual(texts(comments).sort());
      }
      expect(shown(sheetsOf(path.join(into, 'annotated.xlsx'))[0], 'I42')).toBe(2.66);
      expect(shown(sheetsOf(path.join(into, 'edited.xlsx'))[0], 'I42')).toBe(2.93);
    }, 180_000);

    test('opens the summary and the report, and prints them on whole pages', () => {
      const into = convert(XLSX, 'summary.xlsx', 'report.xlsx');
      expect(sheetsOf(path.join(into, 'summary.xlsx')).map(({ name }) => name)).toEqual([
        '核查汇总',
        '核查问题清单',
        '共性问题',
      ]);
      for (const name of ['summary.xlsx', 'report.xlsx']) {
        const [before, after] = [sheetsOf(path.join(folder, name)), sheetsOf(path.join(into, name))];
        expect(after.map(({ texts }) => texts.flat().filter((text) => text !== ''))).toEqual(
          before.map(({ texts }) => texts.flat().filter((text) => text !== '')),
        );
      }
      const printed = convert('pdf', 'summary.xlsx', 'report.xlsx');
      // The list, the charts, and the findings.
      expect(pagesOf(path.join(printed, 'summary.pdf'))).toBeGreaterThanOrEqual(3);
      expect(pagesOf(path.join(printed, 'summary.pdf'))).toBeLessThanOrEqual(5);
      // The scores with their chart, the findings, and a line for each of some 140 figures.
      expect(pagesOf(path.join(printed, 'report.pdf'))).toBeLessThanOrEqual(12);
    }, 180_000);

    const withWriter = hasWriter() ? test : test.skip;
    withWriter(
      hasWriter() ? 'prints the memo on two pages' : 'prints the memo (not tried: LibreOffice has no Writer here)',
      () => {
        const memo = path.join(convert('pdf', 'memo.docx'), 'memo.pdf');
        expect([1, 2]).toContain(pagesOf(memo));
      },
      180_000,
    );
  },
);
