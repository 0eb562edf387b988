import { formFigures } from '../../src/checks/formFigures';
import { review } from '../../src/review';
import { formatAddress, parseAddress } from '../../src/sheet/address';
import type { CellValue } from '../../src/sheet/snapshot';
import { sheetOf } from '../fixtures/corpus/read';
import { trainingIn, training } from '../fixtures/training';
import { withCell } from '../support/transform';

const at = (address: string) => parseAddress(address) ?? { row: 0, column: 0 };

function figuresIn(snapshot: ReturnType<typeof training>): Map<string, string> {
  const [found] = review(snapshot).forms;
  if (found === undefined) throw new Error('no form');
  return new Map([...formFigures(found.form, snapshot).values()].map(({ cell, role }) => [formatAddress(cell), role]));
}

describe('the figures of a form', () => {
  test('with a role are those that the form reads', () => {
    const figures = figuresIn(training());
    expect(['D7', 'E7', 'F7', 'G7', 'F11', 'G11', 'D5', 'E5', 'G5', 'H5'].map((cell) => figures.get(cell))).toEqual([
      ...['target', 'actual', 'weight', 'score', 'totalWeight', 'total', 'amount', 'amount', 'rate', 'score'],
    ]);
    expect([...figures.values()]).not.toContain('none');
  });

  test('the numbers of the lines of the money are none', () => {
    const figures = figuresIn(
      sheetOf(`林业项目绩效自评表
资金投入（万元）|行次|全年预算数（A）|全年执行资金（E）|预算执行（E/A×100%）|佐证材料
列次|0|1|2|3|所需材料
年度资金总额|1|52.8|30.8|58.33%|
其中：中央资金|2|40|20|50%|
地方资金|3|12.8|10.8|84.38%|
一级指标|三级指标|指标值|完成值|分值|得分
产出指标|管护面积|≥2万亩|2.2万亩|100|100
合计||||100|100`),
    );
    expect(['B4', 'B5', 'C5', 'E5'].map((cell) => figures.get(cell))).toEqual([undefined, undefined, 'amount', 'rate']);
  });

  test('a blank cell, a dash and a word are none', () => {
    expect(figuresIn(training(0, { actual: '已完成', stated: null })).has('E7')).toBe(false);
    expect(figuresIn(training(0, { stated: '/' })).has('G7')).toBe(false);
  });

  test.each<[string, CellValue, string, boolean]>([
    ['a figure that nothing names', 12.5, 'H8', true],
    ['one kept as text', '1,234.50', 'H8', true],
    ['a percentage', '95%', 'H8', true],
    ['a year', 2023, 'H8', false],
    ['a day', '2023年5月6日', 'H8', false],
    ['a day in digits', '2023-05-06', 'H8', false],
    ['a mobile number', '13812345678', 'H8', false],
    ['a telephone number', '020-83123456', 'H8', false],
    ['a sentence', '共完成 3 项', 'H8', false],
  ])('%s: %j', (_, value, cell, isOne) => {
    const figures = figuresIn(withCell(training(), at(cell), value));
    expect(figures.get(cell)).toBe(isOne ? 'none' : undefined);
  });

  test('what stands beside 联系电话 or 项目代码 only names something', () => {
    const named = withCell(withCell(training(), at('G2'), '联系电话'), at('H2'), 83123456);
    expect(figuresIn(named).has('H2')).toBe(false);
    expect(figuresIn(withCell(named, at('G2'), '数量')).get('H2')).toBe('none');
  });

  test('0 in the column for reasons says that there are none', () => {
    expect(figuresIn(withCell(training(), at('H8'), 0)).has('H8')).toBe(false);
  });

  test('figures that count the rows are numbering', () => {
    const numbered = [1, 2, 3, 4].reduce(
      (sheet, count, index) => withCell(sheet, at(`A${7 + index}`), count),
      training(null, {}, {}, { origin: { row: 0, column: 1 } }),
    );
    expect([...figuresIn(numbered).keys()].filter((cell) => cell.startsWith('A'))).toEqual([]);
  });

  test.each(['merged', 'repeated', 'blank'] as const)('are the same when headings are %s', (spread) => {
    const roles = (how: typeof spread) => [...figuresIn(trainingIn('L1', {}, { spread: how })).values()].sort();
    expect(roles(spread)).toEqual(roles('merged'));
  });
});
