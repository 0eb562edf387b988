/**
 * npm run package -- --base https://主机名/路径 [--office cdn|cdn-cn|self] [--out 文件.zip]
 *
 * Builds the pages for a web server and packs them, with a manifest whose addresses lead there. The add-in's folder of
 * development builds, dist/, is left alone.
 */
import './usage.mjs';
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import webpack from 'webpack';
import config from '../webpack.config.js';
import manifests from './manifest.js';
import office from './office.js';

const ROOT = path.resolve(import.meta.dirname, '..');

/** The same for every file and every run, so that the same sources give the same zip. */
const MODIFIED = new Date(2020, 0, 1);

function build(configuration) {
  return new Promise((resolve, reject) => {
    webpack(configuration, (error, stats) => {
      if (error !== null) reject(error);
      else if (stats.hasErrors()) reject(new Error(stats.toString('errors-only')));
      else resolve();
    });
  });
}

function filesIn(folder) {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
}

async function main() {
  const { values } = parseArgs({
    options: { base: { type: 'string' }, office: { type: 'string', default: 'cdn' }, out: { type: 'string' } },
  });
  if (values.base === undefined) {
    throw new Error('请用 --base 写明网页将放在哪里，例如 --base https://oa.example.gov.cn/zipingbiao');
  }
  const base = manifests.baseAddress(values.base);
  office.officeScript(values.office);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'zipingbiao-'));
  try {
    const [pages] = await config({ office: values.office }, { mode: 'production' });
    await build({ ...pages, output: { ...pages.output, path: folder, clean: false } });
    const read = (file) => fs.readFileSync(path.join(ROOT, file));
    const files = new Map(filesIn(folder).map((file) => [file, fs.readFileSync(path.join(folder, file))]));
    files.set('manifest.xml', Buffer.from(manifests.manifestFor(read('manifest.xml').toString('utf8'), base)));
    files.set('LICENSE', read('LICENSE'));
    // Apache-2.0 asks for its text beside what is distributed; the others' notices stand beside their scripts.
    files.set('licenses/xlsx.txt', read('node_modules/@e965/xlsx/LICENSE'));
    files.set('licenses/rxjs.txt', read('node_modules/rxjs/LICENSE.txt'));
    files.set('licenses/swc-helpers.txt', read('node_modules/@swc/helpers/LICENSE'));
    files.set('deployment.md', read('docs/deployment.md'));
    files.set('real-excel.md', read('docs/real-excel.md'));
    const { version } = JSON.parse(read('package.json').toString('utf8'));
    const out = path.resolve(values.out ?? path.join(ROOT, `zipingbiao-${version}-${values.office}.zip`));
    const zip = zipSync(Object.fromEntries([...files].map(([name, bytes]) => [name, [bytes, { mtime: MODIFIED }]])));
    fs.writeFileSync(out, zip);
    process.stdout.write(
      `${out}\n${files.size} 个文件，${(zip.length / 1024 / 1024).toFixed(1)} MB；网页放到 ${base}/\n`,
    );
  } finally {
    fs.rmSync(folder, { recursive: true });
  }
}

main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
