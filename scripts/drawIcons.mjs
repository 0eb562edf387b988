// Draws assets/icon-*.png out of the two drawings; run it after changing one of them: node scripts/drawIcons.mjs
import fs from 'node:fs/promises';
import { chromium } from 'playwright-core';
import { findBrowser } from '../test/e2e/support/findBrowser.mjs';

const SMALL = 16;
const SIZES = [SMALL, 32, 64, 80, 128];
const assets = new URL('../assets/', import.meta.url);

const browser = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu', '--force-color-profile=srgb'],
});
for (const size of SIZES) {
  const drawing = await fs.readFile(new URL(size === SMALL ? 'icon-small.svg' : 'icon.svg', assets), 'utf8');
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`);
  const png = await page.screenshot({ omitBackground: true });
  await fs.writeFile(new URL(`icon-${size}.png`, assets), png);
  await page.close();
}
await browser.close();
