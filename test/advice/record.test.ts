import type { Finding } from '../../src/checks/finding';
import { review } from '../../src/review';
import { gradeText } from '../../src/advice/batch';
import { placeFindings } from '../../src/advice/places';
import { recordOf } from '../../src/advice/record';
import { training, trainingIn } from '../fixtures/training';
import { recordIn } from '../support/received';
import { sheet } from '../support/sheet';

describe('the record of a form', () => {
  test('begins with the scored budget line, as it stands and as it is recomputed', () => {
    expect(recordIn(training()).items[0]).toMatchObject({
      name: '年度资金总额',
      path: ['预算执行'],
      target: '100',
      actual: '100',
      stated: '10',
      recomputed: '10',
    });
  });

  test('says nothing of what the sheet does not have', () => {
    const rows = [
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值'],
      ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次'],
      ['', '质量指标', '考核合格率', '≥95%', '96%'],
    ];
    expect(recordIn(sheet(rows))).toMatchObject({
      title: '',
      organisation: '',
      year: null,
      kind: '绩效自评表',
      scored: false,
      stated: null,
      sumOfStated: null,
      recomputed: null,
      grade: '',
    });
  });

  test.each([
    ['101001-市水利局', '市水利局'],
    ['[101001]市水利局', '市水利局'],
    ['101001市水利局', '市水利局'],
    ['（205）市急救中心', '市急救中心'],
    ['120急救中心', '120急救中心'],
    ['2020年度防汛经费', '2020年度防汛经费'],
    ['2020-2021年防汛经费', '2020-2021年防汛经费'],
    ['(2021)年度防汛经费', '(2021)年度防汛经费'],
  ])(
    'a code before the name of the unit and of the project is left out, a figure of the name is not: %s',
    (stands, name) => {
      const rows = [
        ['项目支出绩效自评表'],
        ['项目名称', stands],
        ['实施单位', stands],
        ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
        ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 50, 50],
        ['', '质量指标', '考核合格率', '≥95%', '96%', 50, 50],
      ];
      expect(recordIn(sheet(rows))).toMatchObject({ organisation: name, project: name });
    },
  );

  test('a scored budget line that states no money', () => {
    const snapshot = sheet([
      ['项目支出绩效自评表'],
      ['项目资金', null, '年初预算数', '分值', '执行率', '得分'],
      [null, '年度资金总额', 100, 10, '90%', 9],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 90, 90],
      ['总分', null, null, null, null, 100, 99],
    ]);
    expect(recordIn(snapshot).items[0]).toMatchObject({ kind: 'budget', target: '', actual: '', stated: '9' });
  });

  test('the grade that the form states goes before that of its total', () => {
    const stated = recordIn(trainingIn('L4', { total: { grade: '良' } }));
    expect([stated.grade, gradeText(stated)]).toEqual(['良', '良（表内）']);
    const regraded = recordIn(trainingIn('L4'));
    expect([regraded.grade, gradeText(regraded)]).toEqual(['优', '优']);
  });
});

describe('where a finding belongs', () => {
  const places = (snapshot: Parameters<typeof review>[0], index = 0) =>
    recordIn(snapshot, index).findings.map(({ place }) => place);

  test('a finding in the heading, the budget, an indicator and the total', () => {
    expect(places(training(null, {}, { total: { stated: 90 } }))).toEqual(['总分']);
    expect(places(training(0, { stated: 25 }))).toContain('产出指标 › 数量指标');
  });

  test('an indicator without headings belongs to the indicators', () => {
    const rows = [
      ['三级指标', '年度指标值', '实际完成值', '分值', '得分'],
      ['培训人次', '≥200人次', '210人次', 50, 60],
      ['考核合格率', '≥95%', '96%', 50, 50],
    ];
    expect(new Set(places(sheet([['项目支出绩效自评表'], ...rows])))).toEqual(new Set(['指标']));
  });

  test('the same finding in a second form of the sheet is another one', () => {
    const [form] = review(training(0, { stated: 25 })).forms;
    if (form === undefined) throw new Error('no form');
    const [first] = recordOf(form, 0).findings;
    const [second] = recordOf(form, 1).findings;
    expect(first?.finding).toEqual(second?.finding);
    expect(first?.key).not.toBe(second?.key);
  });

  test('a key stays when a release says it in other words, and goes when the figures change', () => {
    const [form] = review(training(0, { stated: 25 })).forms;
    const [finding] = form?.findings ?? [];
    if (form === undefined || finding === undefined) throw new Error('no finding');
    const keyOf = (change: Partial<Finding>) => placeFindings(form.form, [{ ...finding, ...change }], 0)[0]?.key;
    expect(keyOf({ title: '另一种说法', message: '换了说法的一句话。' })).toBe(keyOf({}));
    expect(keyOf({ data: { ...finding.data, stated: '24' } })).not.toBe(keyOf({}));
  });

  test('two indicators of one name with the same fault have each a key', () => {
    const twice = {
      name: '培训人次',
      level2: '数量指标',
      target: '≥200人次',
      actual: '210人次',
      weight: 10,
      stated: 11,
    };
    const keys = recordIn(trainingIn('L2', { rows: [{ ...twice, level1: '产出指标' }, twice] })).findings.map(
      ({ key }) => key,
    );
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
