import { accessibilityFaults } from './support/accessibility';
import { address, close, open, paneOf, picture } from './support/page';
import { openWorkbench } from './support/workbench';

afterAll(close);

test('in a wide pane the link to a cell stays beside the words that it belongs to', async () => {
  const { page, pane, context } = await openWorkbench({ width: 1880 });
  await page.locator('iframe').evaluate((frame) => (frame.style.width = '1280px'));
  const card = await pane.locator('[data-finding]').first().boundingBox();
  expect(card?.width).toBeGreaterThan(600);
  expect(card?.width).toBeLessThan(760);
  await context.close();
});

describe('before and without Office.js', () => {
  test('something stands on the screen before any script runs', async () => {
    const { context } = await open('taskpane.html');
    const still = await context.browser()?.newContext({ ignoreHTTPSErrors: true, javaScriptEnabled: false });
    const page = await still?.newPage();
    if (page === undefined) throw new Error('no page');
    await page.goto(address('taskpane.html'));
    const text = await page.locator('body').innerText();
    expect(text).toContain('自评表助手');
    expect(text).toContain('请允许本页运行脚本');
    await still?.close();
    await context.close();
  });

  test.each([
    ['does not come', true],
    ['hangs', false],
  ])('one sentence says what to do when Office.js %s', async (_how, refuse) => {
    const { page, context } = await open('browser.html');
    if (!refuse) await page.clock.install();
    const asked = page.waitForEvent('request', (request) => request.url().endsWith('/office-js/office.js'));
    await page.route('**/office-js/office.js', (route) => (refuse ? route.abort() : new Promise(() => undefined)));
    await page.goto(address('taskpane.html'), { waitUntil: 'commit' });
    await asked;
    if (!refuse) {
      // The guard runs before Office.js; its patience is fifteen seconds.
      await page.getByText('正在载入').first().waitFor();
      await page.clock.fastForward(14_000);
      expect(await page.getByRole('alert').getByText('没有连上 Office').isVisible()).toBe(false);
      await page.clock.fastForward(2_000);
    }
    await page.getByRole('alert').getByText('没有连上 Office').waitFor({ timeout: 20_000 });
    await picture(page, 'pane-without-office');
    await context.close();
  });

  test.each([
    ['after', 0],
    ['before', 1_000],
  ])('one sentence says what to do when the file for this Excel fails %s the pane runs', async (_when, delay) => {
    const { page, context } = await open('browser.html');
    await page.route('**/office-js/excel-web-*.js', (route) => route.abort());
    await page.route('**/js/taskpane.*.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, delay));
      await route.continue();
    });
    await page.goto(address('workbench.html'));
    const pane = await paneOf(page);
    await pane.getByText('没有连上 Office').first().waitFor({ timeout: 20_000 });
    expect(await pane.getByText('正在启动').count()).toBe(0);
    await context.close();
  });

  test('what tells of a missing Office.js is written for engines older than the pane needs', async () => {
    const { page, context } = await open('browser.html');
    const script = await page.request.get(address('officeGuard.js'));
    expect(await script.text()).not.toMatch(/=>|\b(?:const|let|class)\b|`|\?\.|\?\?/);
    await context.close();
  });

  test('outside Excel the pane says so', async () => {
    const { page, context } = await open('taskpane.html');
    await page.getByText('请在 Excel 里打开自评表助手').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await context.close();
  });
});

describe('content security policy', () => {
  test('the pane can reach no network, not even its own server', async () => {
    const { page, context } = await openWorkbench();
    const pane = await paneOf(page);
    const refused = await pane.evaluate(async () => {
      const policy = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
      });
      const sent = await fetch('/taskpane.html').then(
        () => true,
        () => false,
      );
      return { sent, directive: await policy };
    });
    expect(refused).toEqual({ sent: false, directive: 'connect-src' });
    await context.close();
  });

  test.each(['taskpane', 'commands', 'browser'])('%s.html allows no inline code and no evaluation', async (page) => {
    const { page: opened, context } = await open(`${page}.html`);
    const policy = await opened.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe-|https?:|\*/);
    await context.close();
  });
});
