import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { planOutputs } from '../../src/cli/copies';
import { findFiles, placeOf, readBytes } from '../../src/cli/files';
import { outputPlace, writeWhole } from '../../src/cli/output';
import { spawnSync } from 'node:child_process';
import { posix } from '../support/posix';

let folder: string;
const at = (...parts: string[]) => path.join(folder, ...parts);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'zipingbiao-'));
  mkdirSync(at('in'));
  for (const name of ['a.xlsx', 'b.xlsx', 'm.xlsm', 'old.xls']) writeFileSync(at('in', name), name);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Asked {
  readonly files?: readonly string[];
  readonly annotate?: string;
  readonly summary?: string;
  readonly rulebook?: string;
}

function plan({ files = [at('in', 'a.xlsx')], annotate, summary, rulebook }: Asked): ReturnType<typeof planOutputs> {
  return planOutputs(
    files.flatMap((one) => findFiles(one)),
    annotate ?? null,
    summary ?? null,
    rulebook ?? null,
  );
}

describe('what was received is never an output', () => {
  test.each<[string, () => Asked, RegExp]>([
    ['the file itself', () => ({ annotate: at('in', '..', 'in', 'a.xlsx') }), /不能覆盖原文件/],
    [
      'a symbolic link to it',
      () => {
        symlinkSync(at('in', 'a.xlsx'), at('l.xlsx'));
        return { annotate: at('l.xlsx') };
      },
      /不能覆盖原文件/,
    ],
    [
      'a hard link to it',
      () => {
        linkSync(at('in', 'a.xlsx'), at('h.xlsx'));
        return { annotate: at('h.xlsx') };
      },
      /不能覆盖原文件/,
    ],
    [
      'a folder of links',
      () => {
        mkdirSync(at('out'));
        symlinkSync(at('in', 'b.xlsx'), at('out', 'b.xlsx'));
        return { files: [at('in')], annotate: at('out') };
      },
      /不能覆盖原文件/,
    ],
    [
      'a link to the folder',
      () => {
        symlinkSync(at('in'), at('same'));
        return { files: [at('in')], annotate: at('same') };
      },
      /不能覆盖原文件/,
    ],
    [
      'a summary through a link of the folder',
      () => {
        symlinkSync(at('in'), at('same'));
        return { files: [at('in')], summary: at('same', 'b.xlsx') };
      },
      /不能覆盖原文件/,
    ],
    [
      'an input that is itself a link',
      () => {
        symlinkSync(at('in', 'a.xlsx'), at('l.xlsx'));
        return { files: [at('l.xlsx')], annotate: at('in', 'a.xlsx') };
      },
      /不能覆盖原文件/,
    ],
    ['the rulebook', () => ({ rulebook: at('in', 'b.xlsx'), summary: at('in', 'b.xlsx') }), /不能覆盖原文件/],
    ['one output for two', () => ({ annotate: at('x.xlsx'), summary: at('in', '..', 'x.xlsx') }), /同一个文件/],
    [
      'a workbook with macros under the name of one without',
      () => ({ files: [at('in', 'm.xlsm')], annotate: at('o.xlsx') }),
      /\.xlsm/,
    ],
    ['the reverse', () => ({ annotate: at('o.xlsm') }), /\.xlsx/],
    ['a format that takes no comments', () => ({ files: [at('in', 'old.xls')], annotate: at('o.xls') }), /\.xlsx/],
  ])('%s', (_, asked, sentence) => {
    expect(plan(asked())).toMatch(sentence);
    for (const name of ['a.xlsx', 'b.xlsx']) expect(readFileSync(at('in', name), 'utf8')).toBe(name);
  });

  posix('a device', () => {
    expect(plan({ summary: '/dev/null' })).toMatch(/不是普通文件/);
  });

  test('other places are taken', () => {
    const planned = plan({ files: [at('in')], annotate: at('out'), summary: at('s.xlsx') });
    expect(
      typeof planned === 'string' ? [] : [...planned.copies.values()].map(({ target }) => path.basename(target)),
    ).toEqual(['a.xlsx', 'b.xlsx', 'm.xlsm', 'old.xls']);
  });
});

describe('where letter case makes no other file', () => {
  /** What plans outputs on a system of that name, with the file system of this one. */
  async function planOn(platform: NodeJS.Platform): Promise<typeof planOutputs> {
    const here = Object.getOwnPropertyDescriptor(process, 'platform') ?? {};
    Object.defineProperty(process, 'platform', { ...here, value: platform });
    jest.resetModules();
    try {
      return (await import('../../src/cli/copies')).planOutputs;
    } finally {
      Object.defineProperty(process, 'platform', here);
    }
  }

  // Another system can be stood in for by its name, but not a file system that tells capitals apart.
  const apart: readonly [NodeJS.Platform, boolean][] = process.platform === 'linux' ? [['linux', false]] : [];

  test.each<[NodeJS.Platform, boolean]>([['win32', true], ['darwin', true], ...apart])(
    'on %s',
    async (platform, blind) => {
      const planThere = await planOn(platform);
      const sentence = (annotate: string, summary: string | null = null, files = [at('in', 'a.xlsx')]) => {
        const planned = planThere(
          files.flatMap((one) => findFiles(one)),
          annotate,
          summary,
          null,
        );
        return typeof planned === 'string' ? planned : '';
      };
      const refused = blind ? /不能覆盖原文件/ : /^$/;
      expect(sentence(at('in', 'A.XLSX'))).toMatch(refused);
      expect(sentence(at('IN', 'a.xlsx'))).toMatch(refused);
      expect(sentence(at('IN'), null, [at('in')])).toMatch(refused);
      expect(sentence(at('x.xlsx'), at('X.xlsx'))).toMatch(blind ? /同一个文件/ : /^$/);
      // The same letter, in one sign and in two.
      expect(sentence(at('\u00e9.xlsx'), at('e\u0301.xlsx'))).toMatch(blind ? /同一个文件/ : /^$/);
    },
  );
});

describe('what is written', () => {
  test('stands there whole, and leaves nothing beside it', () => {
    writeWhole(outputPlace(at('deep', 'x.xlsx')), Buffer.from('new'));
    expect(readdirSync(at('deep'))).toEqual(['x.xlsx']);
    expect(readFileSync(at('deep', 'x.xlsx'), 'utf8')).toBe('new');
  });

  test('leaves the former file where it can not be written', () => {
    writeFileSync(at('x.xlsx'), 'former');
    const place = outputPlace(at('x.xlsx'));
    mkdirSync(place.temporary);
    expect(() => writeWhole(place, Buffer.from('new'))).toThrow();
    expect(readFileSync(at('x.xlsx'), 'utf8')).toBe('former');
  });

  test('goes to where a link leads, and the link stays', () => {
    writeFileSync(at('real.xlsx'), 'former');
    symlinkSync(at('real.xlsx'), at('link.xlsx'));
    writeWhole(outputPlace(at('link.xlsx')), Buffer.from('new'));
    expect(readFileSync(at('real.xlsx'), 'utf8')).toBe('new');
  });
});

test('a path with * or ? is what the shell would have made of it, and leads to nothing where nothing fits', () => {
  writeFileSync(at('in', '~$a.xlsx'), '');
  const below = (pattern: string) => findFiles(at('in', pattern)).map((one) => one.below);
  expect(below('*.xls?')).toEqual(['a.xlsx', 'b.xlsx', 'm.xlsm']);
  expect(below('[a].xlsx')).toEqual(['[a].xlsx']);
  expect(findFiles(at('in', '*.ods'))).toMatchObject([
    { below: '*.ods', error: expect.stringContaining('找不到') as string },
  ]);
  expect(findFiles(at('i?'))).toHaveLength(4);
});

posix('names of GBK bytes are read as what they mean, in a folder and where they are named', () => {
  const gbk = (bytes: readonly number[], name: string) =>
    Buffer.concat([Buffer.from(at('in')), Buffer.from('/'), Buffer.from(bytes), Buffer.from(name)]);
  const folder = gbk([0xb1, 0xed], '');
  mkdirSync(folder);
  const file = Buffer.concat([folder, Buffer.from('/'), Buffer.from([0xc6, 0xc0]), Buffer.from('.xlsx')]);
  writeFileSync(file, 'bytes');
  const [found] = findFiles(at('in')).filter(({ below }) => below.startsWith('表'));
  if (found === undefined) throw new Error('not found');
  expect(found).toMatchObject({ below: path.join('表', '评.xlsx'), file: at('in', '表', '评.xlsx') });
  expect(Buffer.from(readBytes(placeOf(found))).toString()).toBe('bytes');
  // As Node gives it to a program.
  const [named] = findFiles(folder.toString());
  expect(named?.below).toBe('评.xlsx');
  symlinkSync(file, at('out.xlsx'));
  expect(planOutputs([found], at('out.xlsx'), null, null)).toMatch(/不能覆盖原文件/);
});

posix('of several files whose names reach a program maimed alike none is taken, and all are named', () => {
  const folder = mkdirSync(at('gbk'), { recursive: true }) ?? '';
  const file = (last: number) =>
    Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xb1, last, 0x2e, 0x78, 0x6c, 0x73])]);
  for (const last of [0xed, 0xee]) writeFileSync(file(last), '');
  const [found, ...others] = findFiles(file(0xed).toString());
  expect(others).toEqual([]);
  expect(found?.error).toContain('合于它的有“表.xls”、“鳖.xls”2 个，请改名');
  for (const last of [0xec, 0xeb, 0xea]) writeFileSync(file(last), '');
  expect(findFiles(file(0xed).toString())[0]?.error).toMatch(/^[^“]+“[^“]+“[^“]+“[^“]+等5 个，/);
});

posix('what is open and has no path any more, as what a shell pipes in as a file, is planned like any other', () => {
  const handle = openSync(at('gone.xlsx'), 'w');
  rmSync(at('gone.xlsx'));
  expect(plan({ files: [`/dev/fd/${handle}`] })).toEqual(plan({ files: [] }));
  closeSync(handle);
});

posix('a pipe is refused, not waited for', () => {
  const pipe = at('pipe.xlsx');
  expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
  expect(findFiles(pipe)).toMatchObject([{ error: expect.stringContaining('管道') as string }]);
  expect(() => readBytes(pipe)).toThrow('管道');
  expect(existsSync(pipe)).toBe(true);
});

posix(
  'links to files are found in a folder, pipes and links that lead nowhere are named, links to folders not followed',
  () => {
    symlinkSync(at('in', 'a.xlsx'), at('in', 'n1.xlsx'));
    symlinkSync(at('gone.xlsx'), at('in', 'n2.xlsx'));
    symlinkSync(at('in'), at('in', 'n3.xlsx'));
    expect(spawnSync('mkfifo', [at('in', 'n4.xlsx')]).status).toBe(0);
    const found = findFiles(at('in')).filter(({ below }) => below.startsWith('n'));
    expect(found.map(({ below, error }) => [below, error ?? ''])).toEqual([
      ['n1.xlsx', ''],
      ['n2.xlsx', expect.stringContaining('找不到')],
      ['n4.xlsx', expect.stringContaining('管道')],
    ]);
  },
);

posix('a link to itself and names that are too long are told with their file, and the others are checked', () => {
  symlinkSync(at('in', 'loop.xlsx'), at('in', 'loop.xlsx'));
  const planned = plan({ files: [at('in')], annotate: at('out') });
  expect(typeof planned === 'string' ? planned : [...planned.copies.keys()].map(({ error }) => error ?? '')).toEqual([
    '',
    '',
    expect.stringContaining('绕回了自身'),
    '',
    '',
  ]);
  const long = at(`${'长'.repeat(90)}.xlsx`);
  const far = plan({ annotate: long });
  const [place] = typeof far === 'string' ? [] : far.copies.values();
  expect(() => place && writeWhole(place, Buffer.from('new'))).toThrow('ENAMETOOLONG');
});

test('a copy below a folder is called as its file, without marks that turn what is read', () => {
  writeFileSync(at('in', '自评表\u202excod.xlsx'), '');
  const planned = plan({ files: [at('in', '自评表\u202excod.xlsx')], annotate: at('out') });
  if (typeof planned === 'string') throw new Error(planned);
  expect([...planned.copies.values()].map(({ target }) => path.basename(target))).toEqual(['自评表xcod.xlsx']);
});
