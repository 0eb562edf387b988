import { formatAddress } from '../../src/sheet/address';
import type { Finding } from '../../src/checks/finding';
import { review } from '../../src/review';
import { LAYOUTS, type Field, type LayoutId } from '../fixtures/layouts';
import { FULL_EXECUTION, render, type Places } from '../fixtures/render';
import type { BudgetSpec, FormSpec, MoneySpec, RowSpec, Spread } from '../fixtures/spec';
import { TRAINING, changed } from '../fixtures/training';

const IDS: readonly LayoutId[] = ['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'L7', 'L8', 'L9', 'L10', 'L11', 'L12'];

/** The scored row that takes the place of 执行率 in layouts whose money is not scored. */
const MANAGED: RowSpec = {
  level1: '管理',
  level2: '预算管理',
  name: '预算编制规范性',
  definition: '反映预算编制是否规范。',
  standard: '编制规范得10分，不规范不得分',
  weight: 10,
  stated: 10,
};

const lines = (line: Partial<MoneySpec>): BudgetSpec => ({
  lines: FULL_EXECUTION.lines.map((one) => ({ ...one, group: '按资金来源', ...line })),
});

/** A form in order as each layout would have it; the four items of the training are the last rows. */
function inOrder(id: LayoutId, rows: readonly RowSpec[] = TRAINING, money: Partial<MoneySpec> = {}): FormSpec {
  const scoredMoney = LAYOUTS[id].money?.columns.some(([, field]) => field === 'stated') ?? false;
  if (!scoredMoney) return { rows: [MANAGED, ...rows], budget: lines(money) };
  if (id !== 'L7') return { rows, budget: lines(money) };
  const twenty = { stated: 20, ...money };
  const eighty = rows.map((row, index) => (index === 1 && row.stated === 30 ? { ...row, stated: 20 } : row));
  return { rows: eighty, budget: lines(twenty) };
}

/** The number of the first training row in the form of a layout. */
function first(id: LayoutId): number {
  return inOrder(id).rows.length - TRAINING.length;
}

interface Fault {
  readonly name: string;
  /** What the layout must have for the fault to be there. */
  readonly needs: readonly Field[];
  readonly scoredMoney?: boolean;
  spec(id: LayoutId): FormSpec;
  /** Cells at one of which, as anchor or related, the finding must stand. */
  at(places: Places, row: number): readonly (string | null)[];
}

const item = (index: number, change: Partial<RowSpec>): readonly RowSpec[] => changed(new Map([[index, change]]));
const TOTAL = { total: { weight: 100, stated: 100 } };

const FAULTS: readonly Fault[] = [
  {
    name: '没有完成却记满分',
    needs: ['actual', 'weight'],
    spec: (id) => inOrder(id, item(0, { actual: '150人次' })),
    at: (places, row) => [places.item(row, 'stated')],
  },
  {
    name: '得分超过分值',
    needs: ['weight', 'stated'],
    spec: (id) => ({ ...inOrder(id, item(3, { stated: 12 })), ...TOTAL }),
    at: (places, row) => [places.item(row + 3, 'stated')],
  },
  {
    name: '得分为负',
    needs: ['stated'],
    spec: (id) => inOrder(id, item(3, { actual: '0%', stated: -5, evidence: '原因：未做调查；改进措施：补做调查。' })),
    at: (places, row) => [places.item(row + 3, 'stated')],
  },
  {
    name: '得分是文字',
    needs: ['stated'],
    spec: (id) => ({ ...inOrder(id, item(3, { stated: '优秀' })), ...TOTAL }),
    at: (places, row) => [places.item(row + 3, 'stated')],
  },
  {
    name: '得分漏填',
    needs: ['stated'],
    spec: (id) => ({ ...inOrder(id, item(2, { stated: null })), ...TOTAL }),
    at: (places, row) => [places.item(row + 2, 'stated')],
  },
  {
    name: '总分错',
    needs: ['stated'],
    spec: (id) => ({ ...inOrder(id), total: { weight: 100, stated: 96.5 } }),
    at: (places) => [places.total.stated],
  },
  {
    name: '分值印错',
    needs: ['weight'],
    spec: (id) => ({ ...inOrder(id, item(2, { weight: 32 })), ...TOTAL }),
    at: (places, row) => [places.item(row + 2, 'weight'), places.total.weight],
  },
  {
    name: '扣分没有原因',
    needs: ['evidence', 'stated', 'weight'],
    spec: (id) => inOrder(id, item(0, { actual: '190人次', stated: 19 })),
    at: (places, row) => [places.item(row, 'evidence')],
  },
  {
    name: '同一指标列了两次',
    needs: ['stated', 'weight'],
    spec: (id) => ({ ...inOrder(id, [...TRAINING, ...TRAINING.slice(3)]), ...TOTAL }),
    at: (places, row) => [places.item(row + 4, 'name')],
  },
  {
    name: '执行率得分错',
    needs: [],
    scoredMoney: true,
    spec: (id) => inOrder(id, TRAINING, { spent: 96, rate: '96%', ...(id === 'L7' ? { stated: 20 } : {}) }),
    at: (places) => [places.money(0, 'stated')],
  },
  {
    name: '执行率错',
    needs: [],
    spec: (id) => inOrder(id, TRAINING, { rate: '94.5%' }),
    at: (places) => [places.money(0, 'rate')],
  },
];

function applies(fault: Fault, id: LayoutId): boolean {
  const { columns, targetColumns, money } = LAYOUTS[id];
  const fields = new Set([...columns, ...(targetColumns ?? [])].map(([, field]) => field));
  const wantsMoney = fault.needs.length === 0;
  if (wantsMoney && money === null) return false;
  if (fault.scoredMoney === true && money?.columns.every(([, field]) => field !== 'stated') !== false) return false;
  return fault.needs.every((field) => fields.has(field));
}

function loudIn(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ severity }) => severity !== 'info');
}

function words(findings: readonly Finding[]): string[] {
  return findings.map(({ check, cell, message }) => `${check} ${formatAddress(cell)} ${message}`);
}

const SPREADS: readonly Spread[] = ['blank', 'merged', 'repeated'];
const CORNERS = [
  { row: 0, column: 0 },
  { row: 3, column: 2 },
];

describe.each(IDS)('%s', (id) => {
  test.each(SPREADS)('in order, headings %s: nothing loud', (spread) => {
    for (const origin of CORNERS) {
      const { forms } = review(render(id, inOrder(id), { spread, origin }).sheet);
      expect(forms).toHaveLength(1);
      expect(words(loudIn(forms.flatMap(({ findings }) => findings)))).toEqual([]);
    }
  });

  const faults = FAULTS.filter((fault) => applies(fault, id)).map((fault) => [fault.name, fault] as const);
  if (faults.length > 0) {
    test.each(faults)('%s: one loud finding, where it is to be mended', (_, fault) => {
      for (const spread of SPREADS) {
        const { sheet, at } = render(id, fault.spec(id), { spread });
        const loud = loudIn(review(sheet).forms.flatMap(({ findings }) => findings));
        expect(words(loud)).toHaveLength(1);
        const cells = loud.flatMap(({ cell, related }) => [cell, ...related]).map(formatAddress);
        expect(fault.at(at, first(id)).some((place) => place !== null && cells.includes(place))).toBe(true);
      }
    });
  }
});
