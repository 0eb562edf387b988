import { chromium } from 'playwright-core';
import { findBrowser } from './findBrowser.mjs';
import { serve } from './serve.mjs';

/** Runs once before the browser tests: the build is served and one browser started, which all tests share. */
export default async function start() {
  const { server, address } = await serve();
  const browser = await chromium.launchServer({
    executablePath: await findBrowser(),
    // No sandbox: the tests also run as root in a container, and open nothing but the build.
    args: ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'],
  });
  process.env.E2E_ADDRESS = address;
  process.env.E2E_BROWSER = browser.wsEndpoint();
  globalThis.stopE2e = async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  };
}
