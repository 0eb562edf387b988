import { tickedIn } from '../../src/words/ticks';

test.each([
  ['□优 ☑良 □中 □差', '良'],
  ['优□ 良☑ 中□ 差□', '良'],
  ['优（ ）良（√）中（　）差（）', '良'],
  ['（√）优 （ ）良', '优'],
  ['[ ]是 [√]否', '否'],
  ['■优秀，□良好，□合格', '优秀'],
  ['A.优□ B.良☑', '良'],
  ['☑完成　□未完成', '完成'],
  ['评价等次：□优 ☑良 □中', '良'],
  ['完成情况: ☑完成 □未完成', '完成'],
  ['优 良√ 中 差', '良'],
  ['评价等次：√优、良、中、差', '优'],
])('%s', (text, choice) => {
  expect(tickedIn(text)).toBe(choice);
});

test.each([
  ['none is ticked', '□优 □良 □中'],
  ['two are', '☑优 ☑良 □中'],
  ['one mark alone', '√'],
  ['a tick before the only word', '☑完成'],
  ['boxes on both sides', '□优□'],
  ['a box without a choice', '☑□优'],
  ['a sentence', '完成率95%（√）'],
  ['a figure and a tick', '210人次 √达标'],
  ['two words of which both are', '优√ 良√'],
  ['nothing', ''],
  ['a long text', `${'□优'.repeat(40)}☑良`],
])('is no choice where %s: %s', (_, text) => {
  expect(tickedIn(text)).toBeNull();
});
