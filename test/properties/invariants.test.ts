import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { fixPlan } from '../../src/advice/annotations';
import type { WritePlan } from '../../src/advice/plan';
import { CHECKS } from '../../src/checks';
import type { Finding } from '../../src/checks/finding';
import { withCauses } from '../../src/checks/causes';
import { runAll } from '../../src/checks/run';
import type { FileHost } from '../../src/host/file/fileHost';
import { review } from '../../src/review';
import { cellKey, type SheetSnapshot } from '../../src/sheet/snapshot';
import { formInOrder } from '../fixtures/generated';
import { render } from '../fixtures/render';
import { anyValue, generated, layout, spoilt } from './spoilt';
import type { FormSpec, RowSpec } from '../fixtures/spec';
import { rescored } from './scoresOf';
import { workbookFile } from '../support/workbook';
import { fileHost } from '../support/fileHost';

test('whatever a form is spoilt with, a recomputed score lies between nothing and the weight', () => {
  fc.assert(
    fc.property(spoilt, (snapshot) => {
      for (const { origin, value, indicator } of rescored(snapshot).flatMap(({ indicators }) => indicators)) {
        const weight = indicator.weight?.value;
        if (origin !== 'computed' || value === null || weight === null || weight === undefined || weight.lt(0))
          continue;
        if (indicator.kind === 'item') expect([value.gte(0), value.lte(weight)]).toEqual([true, true]);
      }
    }),
    { numRuns: 120 },
  );
});

function improved(spec: FormSpec, at: number, by: number): FormSpec {
  const rows = spec.rows.map((row, index): RowSpec => {
    const text = row.actual;
    if (index !== at || typeof text !== 'string' || typeof row.target !== 'string') return row;
    const figure = Number.parseFloat(text);
    const unit = text.replace(/^[0-9.]+/, '');
    const better = row.target.startsWith('≤') ? Math.max(0, figure - by) : figure + by;
    return { ...row, actual: `${better}${unit}` };
  });
  return { ...spec, rows };
}

/** The most that the rule allows for a row: where a target is far passed, a place may take points off. */
function most(snapshot: SheetSnapshot, at: number): Decimal {
  const accepted = rescored(snapshot)[0]?.indicators[at]?.accepted ?? [];
  return Decimal.max(-1, ...accepted.map(({ high }) => high));
}

test('a better actual value never lowers what may be scored', () => {
  fc.assert(
    fc.property(layout, formInOrder, fc.nat(), fc.integer({ min: 1, max: 50 }), (id, spec, index, by) => {
      const at = index % spec.rows.length;
      const before = most(render(id, spec).sheet, at);
      expect(before.gte(0)).toBe(true);
      expect(most(render(id, improved(spec, at, by)).sheet, at).gte(before)).toBe(true);
    }),
    { numRuns: 120 },
  );
});

test('the order in which the checks run changes nothing', () => {
  const shown = (findings: readonly Finding[]): string[] => findings.map((finding) => JSON.stringify(finding)).sort();
  const orders = fc.shuffledSubarray([...CHECKS], { minLength: CHECKS.length });
  fc.assert(
    fc.property(spoilt, orders, (snapshot, order) => {
      for (const { form, scores, findings } of review(snapshot).forms) {
        const input = { form, scores, snapshot };
        const run = runAll(order, input);
        expect(shown(withCauses(order, input, run.findings, run.ways))).toEqual(shown(findings));
      }
    }),
    { numRuns: 60 },
  );
});

test('every finding stands within its form and says one thing in words', () => {
  fc.assert(
    fc.property(spoilt, (snapshot) => {
      for (const { form, findings } of review(snapshot).forms) {
        for (const { cell, message, title } of findings) {
          expect(cell.row >= form.area.row && cell.row < form.area.row + form.area.rowCount).toBe(true);
          expect(`${title}${message}`).not.toMatch(/\{[a-zA-Z]+\}|undefined|NaN|\[object|Infinity/);
        }
      }
    }),
    { numRuns: 120 },
  );
});

async function openAsFile(snapshot: SheetSnapshot): Promise<{ host: FileHost; id: string }> {
  const bytes = workbookFile([{ name: snapshot.name, rows: snapshot.values }]);
  const host = fileHost(bytes, '自评表.xlsx');
  const [first] = await host.sheets();
  if (first === undefined) throw new Error('no sheet');
  return { host, id: first.id };
}

test('a plan that was written and taken back gives the sheet back', async () => {
  await fc.assert(
    fc.asyncProperty(
      generated,
      fc.array(fc.tuple(fc.nat(), fc.nat(), anyValue), { minLength: 1, maxLength: 8 }),
      async (snapshot, changes) => {
        const { host, id } = await openAsFile(snapshot);
        const before = await host.read(id);
        const edits = new Map(
          changes.map(([r, c, after]) => {
            const cell = { row: r % before.rowCount, column: c % before.columnCount };
            return [
              `${cell.row} ${cell.column}`,
              { cell, before: before.values[cell.row]?.[cell.column] ?? null, after },
            ];
          }),
        );
        const plan: WritePlan = { sheet: before.name, label: '改', edits: [...edits.values()] };
        const done = await host.apply(id, plan);
        await done.undo();
        expect(await host.read(id)).toEqual(before);
      },
    ),
    { numRuns: 25 },
  );
});

test('the plan that mends what can be mended can be taken back', async () => {
  await fc.assert(
    fc.asyncProperty(spoilt, async (spoiltSheet) => {
      const { host, id } = await openAsFile(spoiltSheet);
      const snapshot = await host.read(id);
      const findings = review(snapshot).forms.flatMap((form) => form.findings);
      const fixes = new Map(
        findings.flatMap(({ fix }) => (fix === undefined ? [] : [[cellKey(fix.cell), fix] as const])),
      );
      const edits = [...fixes.values()].flatMap((fix) => fixPlan(snapshot, fix).edits);
      const done = await host.apply(id, { sheet: snapshot.name, label: '改', edits });
      expect(done.skipped).toEqual([]);
      await done.undo();
      expect(await host.read(id)).toEqual(snapshot);
    }),
    { numRuns: 25 },
  );
});
