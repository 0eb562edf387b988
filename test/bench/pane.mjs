/**
 * Sizes of the built pages and the time to their first render, over the build in dist/
 * (`npm run build -- --env office=self --env workbench`).
 */
/* global document, performance -- of the page, in what is evaluated there */
import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { findBrowser } from '../e2e/support/findBrowser.mjs';
import { serve } from '../e2e/support/serve.mjs';

const DIST = path.resolve(import.meta.dirname, '../../dist');
const RUNS = 7;

const print = (line) => process.stdout.write(`${line}\n`);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0).padStart(6)} KB`;
const median = (times) => times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

function sizeOf(files) {
  const contents = files.map((file) => fs.readFileSync(path.join(DIST, file)));
  return { raw: Buffer.concat(contents).length, packed: contents.reduce((sum, one) => sum + gzipSync(one).length, 0) };
}

/** What a page loads at once, Office.js apart. */
function firstOf(page) {
  const html = fs.readFileSync(path.join(DIST, page), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="?([^"\s>]+\.(?:js|css))/g)].map(([, file]) => file);
  return named.filter((file) => !file.includes('office-js') && !file.startsWith('http'));
}

function printSizes() {
  for (const page of ['taskpane.html', 'browser.html']) {
    const { raw, packed } = sizeOf([page, ...firstOf(page)]);
    print(`${page.padEnd(14)} 首屏 ${kilobytes(raw)}，压缩后 ${kilobytes(packed)}`);
  }
  const first = new Set(
    ['taskpane.html', 'browser.html', 'commands.html', 'workbench.html'].flatMap((page) =>
      fs.existsSync(path.join(DIST, page)) ? firstOf(page) : [],
    ),
  );
  const lazy = fs.readdirSync(path.join(DIST, 'js')).map((file) => `js/${file}`);
  const { raw, packed } = sizeOf(lazy.filter((file) => file.endsWith('.js') && !first.has(file)));
  print(`按需载入的全部    ${kilobytes(raw)}，压缩后 ${kilobytes(packed)}`);
}

/** Milliseconds from the start of navigation to the first paint of content and to the text that says it can be used. */
async function timesOf(context, url, usable) {
  const page = await context.newPage();
  await page.goto(url);
  const usableAt = await page.waitForFunction(
    (text) => (document.body.innerText.includes(text) ? performance.now() : false),
    usable,
  );
  const [paint, ready] = [
    await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN),
    await usableAt.jsonValue(),
  ];
  await page.close();
  return { paint, ready };
}

async function printTimes() {
  const { server, address } = await serve();
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    for (const cold of [true, false]) {
      const times = [];
      let context = await browser.newContext({ ignoreHTTPSErrors: true });
      for (let run = 0; run < RUNS; run += 1) {
        if (cold) context = await browser.newContext({ ignoreHTTPSErrors: true });
        times.push(await timesOf(context, `${address}/browser.html`, '选择文件'));
        if (cold) await context.close();
      }
      const paint = median(times.map((time) => time.paint));
      const ready = median(times.map((time) => time.ready));
      print(
        `browser.html ${cold ? '首次' : '再次'}打开：首次绘制 ${paint.toFixed(0)} ms，可以使用 ${ready.toFixed(0)} ms（${RUNS} 次的中位数）`,
      );
    }
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
}

if (fs.existsSync(path.join(DIST, 'browser.html'))) {
  printSizes();
  await printTimes();
} else {
  print('没有 dist/：先运行 npm run build -- --env office=self --env workbench');
  process.exitCode = 1;
}
