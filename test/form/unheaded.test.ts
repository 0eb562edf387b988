import { review } from '../../src/review';
import { columnName } from '../../src/sheet/address';
import { sheetOf } from '../fixtures/corpus/read';

const reviewOf = (rows: string) =>
  review(sheetOf(`项目支出绩效自评表\n项目名称|图书采购|||主管部门|市图书馆\n${rows}`));

/** What a table without a heading that anybody could read is taken for: its columns, its items and what is loud. */
function read(rows: string) {
  const [found] = reviewOf(rows).forms;
  if (found === undefined) return null;
  const { form, findings } = found;
  return {
    roles: form.headers[0]?.columns.map(({ role, heading }) => `${role} ${columnName(heading.at.column)}`).join(', '),
    names: form.indicators.map(({ name }) => name.value),
    loud: findings.filter(({ severity }) => severity === 'error').map(({ check, cell }) => `${check} ${cell.row + 1}`),
  };
}

const NAMES = ['采购图书', '按期到馆率', '新增读者', '读者满意度'];
const LEVELS = 'level1 A, level2 B, level3 C';

const rowsOf = (late: string, total = '100|100') => `产出指标|数量指标|采购图书|≥100册|120册|30|30|
|时效指标|按期到馆率|≥95%|${late}|
效益指标|社会效益指标|新增读者|≥500人|510人|30|30|
满意度指标|服务对象满意度指标|读者满意度|≥90%|95%|10|10|
总分|||||${total}|`;

const POINTS = `${LEVELS}, target D, actual E, weight F, stated G`;

describe('a table without headings, by its classes of indicators and by what stands in its columns', () => {
  test.each<[string, string, string, string[]]>([
    ['in order', rowsOf('96%|30|30'), POINTS, []],
    ['a score that is not what its rule gives', rowsOf('90%|30|30'), POINTS, ['score-by-rule 4']],
    ['a total that is not the sum of its scores', rowsOf('90%|30|28.42', '100|99.42'), POINTS, ['total-sum 7']],
    [
      'weights before what was reached',
      `产出指标（60分）|数量指标|采购图书|≥100册|30|120册|30
|时效指标|按期到馆率|≥95%|30|96%|30
效益指标|社会效益指标|新增读者|≥500人|30|510人|30
满意度指标|服务对象满意度|读者满意度|≥90%|10|95%|10
合计||||100||100`,
      `${LEVELS}, target D, weight E, actual F, stated G`,
      [],
    ],
    [
      'weights in the names',
      `产出指标|数量指标|采购图书（30分）|≥100册|120册|30
|时效指标|按期到馆率（30分）|≥95%|96%|30
效益指标|社会效益指标|新增读者（30分）|≥500人|510人|30
满意度指标|服务对象满意度|读者满意度（10分）|≥90%|95%|10
总分|||||100`,
      `${LEVELS}, target D, actual E, stated F`,
      [],
    ],
    [
      'bare targets and what was reached, words among them, before marks out of a hundred',
      `产出指标|数量指标|采购图书|>=|100|册|120|100|30|30
|时效指标|按期到馆率|>=|95|%|96%|100|30|30
效益指标|社会效益指标|新增读者|文字描述|增加||增加|100|30|30
满意度指标|服务对象满意度指标|读者满意度|>=|90|%|81%|90|10|9
自评总分||||||||100|99`,
      `${LEVELS}, nature D, weight I, stated J`,
      [],
    ],
    [
      'headings that say nothing',
      `大类|小类|考核点|要求|成效|分量|记分|情由\n${rowsOf('96%|30|30')}`,
      'level2 A, level3 C, target D, actual E, weight F, stated G',
      [],
    ],
    [
      'a heading of the classes that says something else elsewhere',
      `一级指标|指标属性|考核点|年度指标值|实际完成值|权重分|最终得分|偏差分析\n${rowsOf('96%|30|30')}`,
      POINTS.replace('level2 B, ', '') + ', evidence H',
      [],
    ],
  ])('%s', (_, rows, roles, loud) => {
    expect(read(rows)).toEqual({ roles, names: NAMES, loud });
  });

  test('leaves what stands above it to the money', () => {
    const [found] = reviewOf(`资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|100|100|95|10|95%|9.5
${rowsOf('96%|20|20', '100|99.5')}`).forms;
    expect(found?.form.budget?.scored?.stated?.value?.toString()).toBe('9.5');
    expect(found?.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test.each<[string, string]>([
    ['targets alone', '产出指标|数量指标|采购图书|≥100册\n效益指标|社会效益指标|新增读者|≥500人'],
    ['an indicator in each column', '产出指标|数量指标|质量指标|时效指标\n目标|≥100册|100%|≥95%\n得分|20|20|20'],
    ['classes in a sentence', '产出指标、数量指标均已完成|见附件'],
  ])('is refused where it holds %s', (_, rows) => {
    expect(reviewOf(rows).none?.reason).toMatch(/没有/);
  });
});
