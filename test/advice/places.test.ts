import { withoutItem } from '../../src/advice/places';

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
