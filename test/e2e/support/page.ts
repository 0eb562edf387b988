import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Frame, type Page } from 'playwright-core';

const REPORTS = path.resolve(__dirname, '../../../reports');
const FONT_FAMILIES = ['Segoe UI', 'Microsoft YaHei', 'Microsoft YaHei UI', 'PingFang SC', 'Noto Sans SC'];

/** A page in a context of its own, and what went wrong in it besides the test's own expectations. */
export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, uncaught exceptions, policy violations. */
  readonly errors: string[];
  /** Addresses that were asked for outside the test server. */
  readonly foreign: string[];
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  /** The system's high contrast. */
  readonly contrast?: boolean;
  /** Whether the widths of the glyphs count. They are also there where pictures are kept. */
  readonly glyphs?: boolean;
}

/** Whether pictures of what the tests come by are kept: PICTURES=1 npm run e2e. */
const KEEP_PICTURES = process.env['PICTURES'] !== undefined;

let browser: Browser | undefined;

function environment(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the browser tests by npm run e2e`);
  return value;
}

export function address(file: string): string {
  return `${environment('E2E_ADDRESS')}/${file}`;
}

/** Chinese glyphs for machines that have none, under the names of the fonts that the pages ask for. */
function addFonts(families: string[]): void {
  for (const family of families) {
    for (const [file, weight] of [
      ['400', '100 500'],
      ['700', '600 900'],
    ] as const) {
      const source = `url(/test-fonts/noto-sans-sc-chinese-simplified-${file}-normal.woff2)`;
      document.fonts.add(new FontFace(family, source, { weight }));
    }
  }
}

/** Opens a page of the build. */
export async function open(file: string, options: OpenOptions = {}): Promise<Opened> {
  browser ??= await chromium.connect(environment('E2E_BROWSER'));
  const context = await browser.newContext({
    ignoreHTTPSErrors: true,
    acceptDownloads: true,
    locale: 'zh-CN',
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark === true ? 'dark' : 'light',
    // Colours half way between two are nobody's.
    reducedMotion: 'reduce',
    forcedColors: options.contrast === true ? 'active' : 'none',
  });
  if (options.glyphs === true || KEEP_PICTURES) await context.addInitScript(addFonts, FONT_FAMILIES);
  const errors: string[] = [];
  const foreign: string[] = [];
  const page = await context.newPage();
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && new URL(request.url()).hostname !== 'localhost') {
      foreign.push(request.url());
    }
  });
  await page.goto(address(file));
  return { page, context, errors, foreign };
}

/** Closes this test file's hold on the browser; to be called after its tests. */
export async function close(): Promise<void> {
  await browser?.close();
  browser = undefined;
}

/** The pane's frame in the workbench. */
export async function paneOf(page: Page): Promise<Frame> {
  // A pane that is just being put in place of another one has none for a moment.
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const element = await page.waitForSelector('iframe');
    const frame = await element.contentFrame();
    if (frame !== null) return frame;
    await page.waitForTimeout(50);
  }
  throw new Error('the pane has no frame');
}

/** Keeps a picture in reports/ to be looked at, where pictures are asked for. */
export async function picture(page: Page, name: string): Promise<void> {
  if (KEEP_PICTURES) await keepPicture(page, name);
}

/** Keeps a picture in reports/. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  fs.mkdirSync(REPORTS, { recursive: true });
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({ path: path.join(REPORTS, `${name}.png`) });
}
