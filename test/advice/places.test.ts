import { placeFindings, splitAside, withoutItem } from '../../src/advice/places';
import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';
import { training } from '../fixtures/training';

describe('a sentence beside the name of its item', () => {
  test.each([
    ['“采购执行率”没有写原因', '没有写原因'],
    ['“采购执行率”的得分与规则不符', '得分与规则不符'],
    // What goes on from the name needs it.
    ['“采购执行率”等 2 行没有填预算数', '“采购执行率”等 2 行没有填预算数'],
    ['“采购执行率”和“结转率”的分值不同', '“采购执行率”和“结转率”的分值不同'],
    ['“结转率”没有写原因', '“结转率”没有写原因'],
  ])('%s', (text, left) => expect(withoutItem(text, '采购执行率')).toBe(left));
});

test('what is said of a column or of a part stands with the indicators, not with what comes above them', () => {
  const placesIn = (rows: string) =>
    review(sheetOf(rows)).forms.flatMap(({ form, findings }) =>
      placeFindings(form, findings, 0).map(({ finding: { check }, place }) => `${check} ${place}`),
    );
  const goals = '项目支出绩效自评表\n年度总体目标|培训200人次';
  const head = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分';
  expect(
    placesIn(`${goals}
${head}
产出指标|数量指标|培训人次|≥200人次|210人次|50|50
效益指标|社会效益指标|知晓率|≥90%|95%|40|40`),
  ).toContain('total-weight 指标');
  expect(
    placesIn(`项目支出绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
||年度资金总额|10|10|100%|20
年度绩效目标1（80分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标|数量指标|培训场次|10场|10场|55
|满意度指标|满意度|学员满意度|≥90%|95%|40
总分||||||115`),
  ).toContain('block-score 指标');
});

describe('a cause that was set aside', () => {
  const missed = { actual: '150人次', evidence: '原因：报名不足；改进措施：提早报名。' };
  const [form] = review(training(0, missed, { total: { weight: 100, stated: 95 } })).forms;
  const placed = form === undefined ? [] : placeFindings(form.form, form.findings, 0);
  const reasons = (...checks: string[]) =>
    new Map(
      placed
        .flatMap((one) => [one, ...one.follows])
        .filter(({ finding }) => checks.includes(finding.check))
        .map(({ key }) => [key, '已核实'] as const),
    );
  const said = (aside: ReadonlyMap<string, string>) => {
    const split = splitAside(placed, aside);
    const names = (list: typeof placed) => list.map(({ finding }) => finding.check);
    return { open: names(split.open), aside: names(split.aside) };
  };

  test.each([
    ['leaves what follows from it to be dealt with', ['score-by-rule'], ['total-sum'], ['score-by-rule']],
    ['and both may be', ['score-by-rule', 'total-sum'], [], ['score-by-rule', 'total-sum']],
    ['hides it again when restored, whatever became of that', ['total-sum'], ['score-by-rule'], []],
    ['is one finding else', [], ['score-by-rule'], []],
  ] as const)('%s', (_, set, open, aside) => {
    expect(said(reasons(...set))).toEqual({ open, aside });
  });
});
