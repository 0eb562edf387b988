import { accessibilityFaults } from './support/accessibility';
import { address, close, open } from './support/page';
import { openWorkbench } from './support/workbench';

afterAll(close);

test('帮助 in the pane leads to the manual, whose pictures are there and in which axe finds nothing', async () => {
  const { pane, context } = await openWorkbench();
  const link = pane.getByRole('link', { name: '帮助' });
  expect(await link.evaluate((element) => element instanceof HTMLAnchorElement && element.href)).toBe(
    address('manual/index.html'),
  );
  await context.close();
  for (const dark of [false, true]) {
    for (const file of ['index', 'ledger', 'against']) {
      const manual = await open(`manual/${file}.html`, { dark, width: 800 });
      const missing = await manual.page.evaluate(() =>
        [...document.images].filter(({ naturalWidth }) => naturalWidth === 0).map(({ src }) => src),
      );
      expect(missing).toEqual([]);
      expect(await accessibilityFaults(manual.page.mainFrame())).toEqual([]);
      expect(manual.errors).toEqual([]);
      await manual.context.close();
    }
  }
});
