import fs from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(__dirname, '..');

function read(file: string): string {
  return fs.readFileSync(path.join(ROOT, file), 'utf8');
}

interface PackageFile {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const { dependencies, devDependencies } = JSON.parse(read('package.json')) as PackageFile;
const all = { ...dependencies, ...devDependencies };

test('docs/dependencies.md says of every package what it is for', () => {
  const page = read('docs/dependencies.md');
  const unnamed = Object.keys(all).filter((name) => !page.includes(name) && !name.startsWith('@types/'));
  expect(unnamed).toEqual([]);
});

test('every package stands in one exact version', () => {
  expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

test('the lock file names no registry, so that an office can install from its own', () => {
  expect(read('package-lock.json')).not.toContain('"resolved"');
});

test('the lock file knows the parts for every platform, or npm ci refuses it', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as {
    readonly packages: Readonly<Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>>;
  };
  const locked = new Set(Object.keys(packages).map((place) => place.replace(/^.*node_modules\//, '')));
  const missing = Object.values(packages)
    .flatMap(({ optionalDependencies }) => Object.keys(optionalDependencies ?? {}))
    .filter((name) => !locked.has(name));
  expect(missing).toEqual([]);
});
