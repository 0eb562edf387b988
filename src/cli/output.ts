import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
  type BigIntStats,
} from 'node:fs';
import path from 'node:path';

/** Where a file is written: to a temporary name beside it first, so that the former file stays until the new one is whole. */
export interface OutputPlace {
  readonly target: string;
  readonly temporary: string;
}

/** Letter case makes no other file on Windows and Mac. */
export const CASE_BLIND = process.platform === 'win32' || process.platform === 'darwin';

function folded(name: string): string {
  return CASE_BLIND ? name.normalize('NFC').toLowerCase() : name;
}

/** What stands there; `undefined` where nothing does, or what can't be looked at: whoever opens it is told why. */
export function lookAt(file: string | Buffer): BigIntStats | undefined {
  try {
    return statSync(file, { bigint: true });
  } catch {
    return undefined;
  }
}

/** The path without links, as far as it exists: a pipe that a shell hands over as a file has a link that leads to no path. */
function realPath(file: string): string {
  const whole = path.resolve(file);
  try {
    return realpathSync.native(whole);
  } catch {
    const { dir, base } = path.parse(whole);
    return base === '' ? whole : path.join(realPath(dir), base);
  }
}

/**
 * What makes a path the same file as another: where it really lies, and, for one that exists, device and inode, which
 * links of both kinds and other spellings share.
 */
function identities(file: string, place: string | Buffer = file): string[] {
  const names = [folded(path.resolve(file)), folded(realPath(file))];
  const found = lookAt(place);
  // Some file systems give no inode: then the path has to do.
  return found === undefined || found.ino === 0n ? names : [...names, `${found.dev}:${found.ino}`];
}

/** Files by what they are, not by what they are called. */
export class FileSet {
  private readonly known = new Set<string>();

  /** `place` is what opens it, where that is not what it is called. */
  add(file: string, place: string | Buffer = file): void {
    for (const identity of identities(file, place)) this.known.add(identity);
  }

  has(file: string): boolean {
    return identities(file).some((identity) => this.known.has(identity));
  }
}

/** Where a file of that name is written. A link stays a link: what it leads to is replaced. */
export function outputPlace(target: string): OutputPlace {
  const real = realPath(target);
  const { dir, base } = path.parse(real);
  return { target: real, temporary: path.join(dir, `.~${base.slice(0, 80)}.${process.pid}.tmp`) };
}

/** Whether something stands there that is no file, such as a device or a pipe. */
export function isNoFile(target: string): boolean {
  const found = lookAt(target);
  return found !== undefined && !found.isFile() && !found.isDirectory();
}

/** Takes away what a write that was stopped has left. */
export function removeFragment({ temporary }: OutputPlace): void {
  rmSync(temporary, { force: true });
}

/** Writes a whole file or nothing: throws as the file system does, and leaves what stood there before. */
export function writeWhole(place: OutputPlace, bytes: Uint8Array): void {
  const { target, temporary } = place;
  mkdirSync(path.dirname(target), { recursive: true });
  try {
    const former = statSync(target, { throwIfNoEntry: false });
    const file = openSync(temporary, 'wx', 0o666);
    try {
      for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at);
      // Where a file is replaced its successor has to be on the disk before the name changes hands.
      if (former !== undefined) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    if (former !== undefined) chmodSync(temporary, former.mode & 0o777);
    renameSync(temporary, target);
  } catch (cause) {
    removeFragment(place);
    throw cause;
  }
}
