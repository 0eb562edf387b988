import fc from 'fast-check';
import type { DifferenceKind } from '../../src/compare/difference';
import { formInOrder, SCORED_LAYOUTS, spread } from '../fixtures/generated';
import { render } from '../fixtures/render';
import type { FormSpec, RowSpec } from '../fixtures/spec';
import { targets } from '../fixtures/targets';
import { held } from '../support/sides';
import { withBlankRow, withWideFigures } from '../support/transform';
import type { SheetSnapshot } from '../../src/sheet/snapshot';

const layout = fc.constantFrom(...SCORED_LAYOUTS);
const RUNS = { numRuns: 60 };

/** The targets that a form was approved with, as the usual table prints them. */
function approved({ rows }: FormSpec, weights = true): SheetSnapshot {
  return targets({ year: null, project: '', unit: '', money: null, goals: '', rows, weights });
}

const kinds = (old: SheetSnapshot, now: SheetSnapshot): DifferenceKind[] =>
  held(old, now).differences.map(({ kind }) => kind);

const pair = fc
  .tuple(layout, formInOrder, spread)
  .map(([id, spec, how]) => ({ spec, now: render(id, spec, { spread: how }).sheet }));

test('a form and the targets it was approved with differ in nothing, and every target is held', () => {
  fc.assert(
    fc.property(pair, ({ spec, now }) => {
      const { held: looks, differences } = held(approved(spec), now);
      expect(differences.map(({ kind, message }) => `${kind} ${message}`)).toEqual([]);
      const asked = spec.rows.filter(({ target }) => target !== undefined && target !== '').length;
      expect(looks.filter(({ what }) => what === 'target')).toHaveLength(asked);
    }),
    RUNS,
  );
});

/** Layouts print the same amount in 元 or in 万元, which are two amounts. */
const withoutMoney = (old: SheetSnapshot, now: SheetSnapshot) =>
  kinds(old, now).filter((kind) => kind !== 'money' && kind !== 'spent');

test('one form printed twice differs in nothing, whatever the layout, blank rows and the notation of its figures', () => {
  fc.assert(
    fc.property(pair, layout, spread, fc.nat(), ({ spec, now }, other, how, row) => {
      const again = render(other, spec, { spread: how }).sheet;
      const spaced = withBlankRow(again, row % (again.rowCount + 1));
      expect(withoutMoney(again, now)).toEqual([]);
      expect(withoutMoney(spaced, withWideFigures(now))).toEqual([]);
    }),
    RUNS,
  );
});

interface Change {
  readonly kind: DifferenceKind;
  /** The row as it was approved; `null` where it can't be changed so. */
  readonly before: (row: RowSpec, rows: readonly RowSpec[]) => readonly RowSpec[] | null;
}

const FLOOR = /^(≥)([0-9]+(?:\.[0-9]+)?)(.*)$/;

const textOf = ({ target }: RowSpec): string => (typeof target === 'string' ? target : '');

const CHANGES: readonly Change[] = [
  {
    kind: 'lowered',
    before: (row) => {
      const [, sign, figure, unit] = FLOOR.exec(textOf(row)) ?? [];
      return figure === undefined ? null : [{ ...row, target: `${sign ?? ''}${Number(figure) * 2}${unit ?? ''}` }];
    },
  },
  {
    kind: 'raised',
    before: (row) => {
      const [, sign, figure, unit] = FLOOR.exec(textOf(row)) ?? [];
      return figure === undefined ? null : [{ ...row, target: `${sign ?? ''}${Number(figure) / 2}${unit ?? ''}` }];
    },
  },
  { kind: 'weight', before: (row) => [{ ...row, weight: Number(row.weight) + 1 }] },
  {
    kind: 'missing',
    before: (row) => [row, { ...row, name: '结业证书印制本数', target: '≥31本' }],
  },
];

test.each(CHANGES)('one change is found, and nothing else is said: $kind', ({ kind, before }) => {
  fc.assert(
    fc.property(pair, fc.nat(), ({ spec, now }, at) => {
      const index = at % spec.rows.length;
      const row = spec.rows[index];
      const changed = row === undefined ? null : before(row, spec.rows);
      fc.pre(changed !== null);
      const rows = [...spec.rows.slice(0, index), ...changed, ...spec.rows.slice(index + 1)];
      expect(kinds(approved({ ...spec, rows }), now)).toEqual([kind]);
    }),
    RUNS,
  );
});

test('an indicator that the targets do not have is the only one that is said to be added', () => {
  fc.assert(
    fc.property(pair, fc.nat(), ({ spec, now }, at) => {
      const rows = spec.rows.filter((_, index) => index !== at % spec.rows.length);
      expect(kinds(approved({ ...spec, rows }), now)).toEqual(['added']);
    }),
    RUNS,
  );
});
