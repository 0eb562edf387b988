import { sheetOf } from '../fixtures/corpus/read';
import { only } from '../support/recognised';
import { sheet, type TestCell } from '../support/sheet';

const HEADINGS = ['一级指标', '三级指标', '分值', '得分'];

/** The evidence of a row under some headings. */
function evidence(headings: readonly TestCell[], answers: readonly TestCell[], merges: readonly string[] = []) {
  const rows = [['项目支出绩效自评表'], [...HEADINGS, ...headings], ['产出指标', '养护里程', 100, 90, ...answers]];
  return only(sheet(rows, { merges })).indicators[0]?.evidence;
}

describe('what a row says in several columns', () => {
  test('basis, reason and measures each in a column of its own; the cell is that of the reason', () => {
    expect(evidence(['评分依据', '扣分原因', '改进措施'], ['验收单', '雨季停工', '提早开工'])).toMatchObject({
      at: { row: 2, column: 5 },
      basis: '验收单',
      shortfallReason: '雨季停工',
      improvement: '提早开工',
    });
  });

  test('how a figure was reckoned is the basis', () => {
    expect(evidence(['指标值计算过程', '备注'], ['养护90公里，完成率90%', '雨季停工'])).toMatchObject({
      basis: '养护90公里，完成率90%',
    });
  });

  test('a column that is left empty says nothing', () => {
    expect(evidence(['扣分原因', '评分依据', '改进措施'], ['雨季停工', null, ' '])).toMatchObject({
      basis: '',
      shortfallReason: '雨季停工',
      improvement: '',
    });
  });

  test('a reason under 偏差 beside an empty column for remarks', () => {
    const reason = '雨季停工，少完成10公里，下一步提早开工。';
    expect(evidence(['偏差情况', '备注'], [reason, null])?.text).toBe(reason);
  });

  test('measures in the column of the reasons do not hide those in their own', () => {
    const answers = ['雨季停工，将加快进度。', '提早一个月开工。'];
    expect(evidence(['偏差原因分析及改进措施', '改进措施'], answers)).toMatchObject({
      shortfallReason: '雨季停工，将加快进度。',
      improvement: '雨季停工，将加快进度。 提早一个月开工。',
    });
  });

  test('a basis in the column of the reasons does not hide that in its own', () => {
    expect(evidence(['扣分原因', '评分依据'], ['依据：台账。原因：停工。', '验收单'])).toMatchObject({
      basis: '台账。 验收单',
      shortfallReason: '停工。',
    });
  });

  test('a tick below one of several causes means that cause', () => {
    const { indicators } = only(
      sheetOf(`部门整体支出绩效自评表
一级指标|三级指标|分值|得分|偏差原因分析|<|<|改进措施
^|^|^|^|经费保障|人员保障|其他|^
产出指标|养护里程|100|90||√|汛期停工|提早开工`),
    );
    expect(indicators[0]?.evidence).toMatchObject({ shortfallReason: '人员保障；汛期停工', improvement: '提早开工' });
  });

  test('causes below a heading that is not merged are those of its columns, beside a target in parts', () => {
    const { indicators } = only(
      sheetOf(`部门整体支出绩效自评表
一级指标|三级指标|指标值|||完成情况|分值|得分|偏差原因分析|||改进措施
||运算符|内容|度量单位||||经费保障|人员保障|原因说明|
产出指标|养护里程|>=|100|公里|90|60|54||√|汛期停工|提早开工
满意度指标|满意度|>=|90|%|81|40|36||√||增加人员`),
    );
    expect(indicators.map(({ target }) => target?.text)).toEqual(['100', '90']);
    expect(indicators.map(({ evidence: told }) => told?.shortfallReason)).toEqual(['人员保障 汛期停工', '人员保障']);
    expect(indicators.map(({ evidence: told }) => told?.improvement)).toEqual(['提早开工', '增加人员']);
    expect(indicators.map(({ demand }) => demand.reason)).toEqual([true, true]);
  });

  test('one answer over the columns of a wide heading is read once', () => {
    expect(evidence(['扣分原因', null], ['雨季停工', null], ['E2:F2', 'E3:F3'])?.text).toBe('雨季停工');
  });

  test('a form may lack such a column', () => {
    expect(evidence([], [])).toBeNull();
  });

  test('two columns of remarks: those that come first are the answer, the others rest with its basis', () => {
    expect(evidence(['备注', '备注'], ['雨季停工', '见台账'])).toMatchObject({
      at: { row: 2, column: 4 },
      unlabelled: '雨季停工',
      basis: '见台账',
    });
  });
});
