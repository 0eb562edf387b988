import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import webpack, { type Compiler } from 'webpack';

interface Plugin {
  readonly CompileAhead: new (requests: readonly string[]) => { apply(compiler: Compiler): void };
}

const { CompileAhead } = jest.requireActual<Plugin>('../scripts/compileAhead.js');

const FILES = {
  'entry.js': "import('./needed.js'); import('./idle.js');",
  'needed.js': "import './shared.js'; console.log('needed');",
  'idle.js': "console.log('idle');",
  'shared.js': "console.log('shared');",
};

async function built(folder: string): Promise<Map<string, string>> {
  const compiler = webpack({
    mode: 'production',
    context: folder,
    entry: './entry.js',
    output: { path: path.join(folder, 'dist'), filename: '[name].js' },
    plugins: [new CompileAhead(['./needed.js'])],
  });
  await new Promise<void>((resolve, reject) => {
    compiler.run((error, stats) =>
      error === null && stats?.hasErrors() === false ? resolve() : reject(error ?? new Error(String(stats))),
    );
  });
  const names = fs.readdirSync(path.join(folder, 'dist'));
  return new Map(names.map((name) => [name, fs.readFileSync(path.join(folder, 'dist', name), 'utf8')]));
}

test('what is needed at once is compiled while it loads; the page’s own script and what is loaded when idle are not', async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'ahead-'));
  for (const [name, text] of Object.entries(FILES)) fs.writeFileSync(path.join(folder, name), text);
  const scripts = [...(await built(folder)).values()];
  fs.rmSync(folder, { recursive: true });
  const holding = (word: string) => scripts.filter((text) => text.includes(`"${word}"`));
  for (const word of ['needed', 'shared']) {
    expect(holding(word)).toEqual([expect.stringMatching(/^\/\/# allFunctionsCalledOnLoad\n[^/]/)]);
  }
  expect(holding('idle')).toEqual([expect.not.stringContaining('allFunctions')]);
  expect(scripts.filter((text) => text.startsWith('//#'))).toHaveLength(1);
});
