/** @jest-environment jsdom */
import '../support/browserGlobals';
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { placeFindings, type PlacedFinding } from '../../src/advice/places';
import type { WritePlan } from '../../src/advice/plan';
import { review } from '../../src/review';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import MendAllPanel from '../../src/taskpane/check/MendAllPanel';
import { App } from '../../src/taskpane/components/App';
import { NO_APPEARANCE } from '../../src/taskpane/components/theme';
import { SessionProvider } from '../../src/taskpane/components/useSession';
import { Session } from '../../src/taskpane/session/session';
import { sampleForm } from '../../src/workbench/sample';
import { fileHost } from '../support/fileHost';
import { buttonIn } from '../support/pane';
import { workbookFile } from '../support/workbook';

let page: HTMLElement;
let written: WritePlan[];
let show: (of: SheetSnapshot, isAside?: (one: PlacedFinding) => boolean) => Promise<void>;
let close: () => void;

beforeEach(() => {
  const session = new Session(fileHost(workbookFile([{ name: '自评表', rows: [] }]), '自评表.xlsx'), review);
  page = document.body.appendChild(document.createElement('div'));
  const root = createRoot(page);
  written = [];
  close = () => root.unmount();
  show = (of, isAside = () => false) =>
    act(async () => {
      const [form] = review(of).forms;
      if (form === undefined) throw new Error('no form');
      const aside = placeFindings(form.form, form.findings, 0).filter(isAside);
      root.render(
        <App appearance={NO_APPEARANCE}>
          <SessionProvider value={session}>
            <MendAllPanel
              review={form}
              aside={aside.map((one) => ({ ...one, reason: '已核实' }))}
              onConfirm={(plan) => written.push(plan)}
              onCancel={() => undefined}
            />
          </SessionProvider>
        </App>,
      );
      await Promise.resolve();
    });
});

afterEach(() => act(close));

/** The sample as it reads with one row more above it. */
function movedDown({ origin, merges, ...rest }: SheetSnapshot): SheetSnapshot {
  const down = <T extends { readonly row: number }>(one: T): T => ({ ...one, row: one.row + 1 });
  return { ...rest, origin: down(origin), merges: merges.map(down) };
}

test('a mend that was unticked stays so when a row is inserted above it', async () => {
  const { snapshot } = sampleForm();
  const unticked = () =>
    [...page.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')]
      .filter(({ checked }) => !checked)
      .map((box) => box.labels?.[0]?.textContent.split(' ')[0]);
  await show(snapshot);
  expect(unticked()).toEqual([]);
  await act(async () => {
    page.querySelector<HTMLInputElement>('input[type="checkbox"]')?.click();
    await Promise.resolve();
  });
  const [before = ''] = unticked();
  expect(before).toMatch(/^[A-Z]+\d+$/);
  await show(movedDown(snapshot));
  const [after = '', ...others] = unticked();
  expect(others).toEqual([]);
  expect(Number(/\d+/.exec(after))).toBe(Number(/\d+/.exec(before)) + 1);
  await act(async () => {
    buttonIn(page, /^写入/).click();
    await Promise.resolve();
  });
  const rows = written.flatMap(({ edits }) => edits.map(({ cell }) => String(cell.row + 1)));
  expect(rows.length).toBeGreaterThan(0);
  expect(rows).not.toContain(/\d+/.exec(after)?.[0]);
});

test('a score that the officer leaves as it is is not mended with the others, and counts in the total', async () => {
  await show(sampleForm().snapshot, ({ finding }) => finding.check === 'score-by-rule');
  expect([...page.querySelectorAll('li')].map(({ textContent }) => textContent)).toEqual([
    expect.stringMatching(/^I52 94\.65 → 94\.35/),
  ]);
  await act(async () => {
    buttonIn(page, /^写入 1 处/).click();
    await Promise.resolve();
  });
  expect(written.flatMap(({ edits }) => edits.map(({ after }) => after))).toEqual([94.35]);
});
