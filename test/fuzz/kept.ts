import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import type { ReceivedFile } from './workbooks';

/** Where failures are kept, so that they are tried again with every run of the tests. */
const FOLDER = path.resolve(__dirname, '../fixtures/fuzz');

export function keepSheet(seed: number, snapshot: SheetSnapshot): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `sheet-${seed}.json`);
  writeFileSync(file, JSON.stringify(snapshot));
  return file;
}

export function keepFile(seed: number, { bytes, name }: ReceivedFile): string {
  mkdirSync(FOLDER, { recursive: true });
  const file = path.join(FOLDER, `file-${seed}.${name}`);
  writeFileSync(file, bytes);
  return file;
}

function kept(prefix: string): string[] {
  return existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.startsWith(prefix)) : [];
}

/** The sheets that failed once, by the name of their file. */
export function keptSheets(): (readonly [string, SheetSnapshot])[] {
  return kept('sheet-').map((name) => {
    const snapshot = JSON.parse(readFileSync(path.join(FOLDER, name), 'utf8')) as SheetSnapshot;
    return [name, snapshot] as const;
  });
}

/** The files that failed once. */
export function keptFiles(): (readonly [string, ReceivedFile])[] {
  return kept('file-').map((name) => {
    const bytes = new Uint8Array(readFileSync(path.join(FOLDER, name)));
    return [name, { bytes, name: name.replace(/^file-\d+\./, '') }] as const;
  });
}
