import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** A new folder with every kind of file that goes to other programs; made outside Jest, which can't load the libraries. */
export function outputs(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zipingbiao-outputs-'));
  const { status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', path.join(__dirname, 'writeOutputs.ts'), folder],
    { cwd: path.resolve(__dirname, '../..'), encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return folder;
}
