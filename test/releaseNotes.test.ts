import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SCRIPT = pathToFileURL(path.resolve(__dirname, '../scripts/releaseNotes.mjs')).href;

/** What the script makes of a changelog. */
function notesOf(changelog: string, packageVersion: string, version: string): unknown {
  const call = `import { releaseNotes } from ${JSON.stringify(SCRIPT)};
    process.stdout.write(JSON.stringify(releaseNotes(...${JSON.stringify([changelog, packageVersion, version])})));`;
  return JSON.parse(spawnSync(process.execPath, ['--input-type=module', '-e', call], { encoding: 'utf8' }).stdout);
}

const CHANGELOG =
  '# 更新日志\n\n## 1.1.0（2026-03-01）\n\n- 新的\n\n## 1.0.0（未发布）\n\n- 旧的\n\n## 0.9.0（2025-01-01）\n';

test('the notes of a release are its section of the changelog', () => {
  expect(notesOf(CHANGELOG, '1.1.0', '1.1.0')).toEqual({ notes: '- 新的' });
});

test.each([
  ['another version in package.json', '1.0.0', '1.1.0', /版本是 1\.0\.0/],
  ['no section', '1.1', '1.1', /没有 1\.1 这一节/],
  ['a section that is not released', '1.0.0', '1.0.0', /未发布/],
  ['an empty section', '0.9.0', '0.9.0', /空的/],
])('%s stops the release', (_what, packageVersion, version, sentence) => {
  expect(notesOf(CHANGELOG, packageVersion, version)).toEqual({ fault: expect.stringMatching(sentence) as string });
});
