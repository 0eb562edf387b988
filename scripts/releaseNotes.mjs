// Prints what CHANGELOG.md says of a version, for the page of its release: node scripts/releaseNotes.mjs 0.1.0
// Ends with status 1 where it says nothing of it, still calls it unreleased, or package.json holds another version.
import { readFileSync } from 'node:fs';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

/** The section of a version, without its heading; a sentence where it can't be released. */
export function releaseNotes(changelog, packageVersion, version) {
  if (packageVersion !== version) return { fault: `package.json 里的版本是 ${packageVersion}，不是 ${version}` };
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((text) => text.startsWith(version) && !/[\w.]/.test(text[version.length] ?? ''));
  if (section === undefined) return { fault: `CHANGELOG.md 没有 ${version} 这一节` };
  const [heading = '', ...lines] = section.split('\n');
  if (heading.includes('未发布')) return { fault: `CHANGELOG.md 里 ${version} 还写着“未发布”，请改成日期` };
  const notes = lines.join('\n').trim();
  return notes === '' ? { fault: `CHANGELOG.md 里 ${version} 这一节是空的` } : { notes };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const read = (file) => readFileSync(new URL(`../${file}`, import.meta.url), 'utf8');
  const version = (process.argv[2] ?? '').replace(/^v/, '');
  const { notes, fault } = releaseNotes(read('CHANGELOG.md'), JSON.parse(read('package.json')).version, version);
  if (fault !== undefined) {
    process.stderr.write(`${fault}\n`);
    process.exitCode = 1;
  } else process.stdout.write(`${notes}\n`);
}
