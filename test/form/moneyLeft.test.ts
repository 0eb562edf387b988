import { review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import { sheetOf } from '../fixtures/corpus/read';

const ITEMS = `
一级指标|二级指标|三级指标|目标值|完成值|分值|得分|偏差原因
产出指标|数量指标|建设桥梁|≥3座|3座|50|50|
效益指标|社会效益|受益人口|≥9000人|9300人|30|30|
满意度指标|服务对象|群众满意度|≥90%|95%|10|10|
总分|||||100|99.5|`;
const ROWS = `项目支出绩效自评表
资金情况（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分
年度资金总额|1000|1000|950|10|95%|9.5`;
const COLUMNS = ITEMS.replace('3座|50|50', '3座|60|60').replace('100|99.5', '100|100');

const loudIn = (rows: string) =>
  review(sheetOf(rows)).forms.flatMap(({ findings }) =>
    findings.filter(({ severity }) => severity !== 'info').map(({ check, cell }) => `${check} ${formatAddress(cell)}`),
  );

test.each([
  ['what is left below the parts is none of them', '其中：财政拨款|1000|1000|950\n结转结余资金|50', []],
  ['nor below none', '年末结转结余|50', []],
  ['though the parts are wrong', '其中：财政拨款|900|900|850\n其他资金|90|100|100\n年末结余|50', ['budget-parts B3']],
  ['what was carried over is one', '其中：财政拨款|900|900|850\n上年结转资金|100|100|100', []],
  ['and counts', '其中：财政拨款|900|900|850\n上年结转资金|150|100|100', ['budget-parts B3']],
  ['money carried over of which some was spent is one', '其中：财政拨款|900|900|850\n结转资金|100|100|100', []],
  [
    'the whole investment of all years ends the block',
    '其中：中央补助|500|500|480\n地方资金|500|500|470\n项目总投资|3000|中央补助|1500|地方资金|1500',
    [],
  ],
  [
    'and its parts are held before it',
    '其中：中央补助|500|500|480\n地方资金|500|600|470\n项目总投资|3000|中央补助|1500',
    ['budget-parts C3'],
  ],
])('in rows: %s', (_, lines, found) => {
  expect(loudIn(`${ROWS}\n${lines}${ITEMS}`)).toEqual(found);
});

const TABLE = `部门整体支出绩效自评表
资金（万元）|合计|基本支出|项目支出
上年结转|100|0|100
本年预算|1000|620|380
全年支出|1045|620|425
年末结余|55|0|55
执行率|95%|100%|88.54%`;

test.each([
  ['in order', '', '', []],
  ['a wrong rate below what is left', '88.54%', '88.45%', ['budget-rate D7']],
  ['a wrong part', '620|380', '620|390', ['budget-parts B4']],
  ['another amount spent than the rates say', '|1045|620|425', '|1145|620|525', ['budget-rate B7', 'budget-rate D7']],
])('in columns, with what was carried over above: %s', (_, from, to, found) => {
  expect(loudIn(TABLE.replace(from, to) + COLUMNS)).toEqual(found);
});

test.each([
  ['in order', '3500|3300', '3500|3300', []],
  ['a wrong part', '3500|3300', '3500|3200', ['budget-parts C3']],
])('the whole investment that begins the block is its total: %s', (_, from, to, found) => {
  const table = `政府投资项目绩效自评表
资金来源|到位资金（万元）|实际支出（万元）|支出率
项目总投资|6500|6300|96.92%
中央预算内投资|3000|3000|100%
地方财政资金|3500|3300|94.29%`;
  expect(loudIn(table.replace(from, to) + COLUMNS)).toEqual(found);
});
