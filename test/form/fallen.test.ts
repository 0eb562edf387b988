import { review } from '../../src/review';
import { training } from '../fixtures/training';

/** What is loudly said of a row that keeps its target, or does not. */
const said = (name: string, target: string, actual: string) =>
  review(training(1, { name, target, actual }))
    .forms.flatMap(({ findings }) => findings)
    .filter(({ severity }) => severity !== 'info')
    .map(({ check }) => check);

test.each([
  ['三公经费变动率', '≤0%', '下降3%'],
  ['三公经费变动率', '≤0', '较上年下降3%'],
  ['公用经费增长率', '≤0%', '同比降低3%'],
  ['成本变动率', '≤-2%', '节约3%'],
  // By how much it was to fall stands in the target, or in the name.
  ['能耗变动率', '下降2%', '下降3%'],
  ['能耗降低率', '≥2%', '下降3%'],
])('%s %s is kept by %s', (name, target, actual) => expect(said(name, target, actual)).toEqual([]));

test.each([
  ['三公经费变动率', '≤0%', '上升3%'],
  ['三公经费变动率', '≤0%', '3%'],
])('%s %s is not kept by %s', (name, target, actual) => expect(said(name, target, actual)).not.toEqual([]));
