import { placeFindings, splitAside, withoutItem } from '../../src/advice/places';
import { review } from '../../src/review';
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
