import path from 'node:path';

declare global {
  /** The files of each entry: see jest.together.config.js. */
  var TOGETHER: Readonly<Record<string, readonly string[]>>;
}

/** Declares the tests of all files of an entry, each under its file's name. */
export function together(entry: string): void {
  for (const name of globalThis.TOGETHER[entry] ?? []) {
    describe(name, () => {
      try {
        // eslint-disable-next-line @typescript-eslint/no-require-imports -- which files there are is known at run time only
        require(path.join(__dirname, '..', name));
      } catch (error) {
        test('can be loaded', () => {
          throw error;
        });
      }
    });
  }
}
