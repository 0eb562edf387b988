import { gradeScaleIn } from '../../src/words/gradeScale';

const shown = (text: string): string =>
  gradeScaleIn(text)
    .map(({ name, from }) => `${name}${from}`)
    .join(' ');

test.each([
  ['注：得分≥95为优，85—95为良，75-85为中，75以下为差', '优95 良85 中75 差0'],
  ['评价等级：95分（含）以上为优，80-95分为良，60-80分为中，60分以下为差。', '优95 良80 中60 差0'],
  ['等级划分：优（95-100分）、良（80-94分）、中（60-79分）、差（60分以下）', '优95 良80 中60 差0'],
  ['优(95-100)良(85-95)中(60-85)差(60以下)', '优95 良85 中60 差0'],
  ['优秀：≥95；良好：85≤得分<95；中等：70≤得分<85；较差：<70', '优95 良85 中70 差0'],
  ['分为优、良、中、差四个等级：90分及以上为优，75-90分为良，60-75分为中，60分以下为差', '优90 良75 中60 差0'],
  ['90 分以上为优\n80 分以上为良', '优90 良80'],
])('%s', (text, scale) => expect(shown(text)).toBe(scale));

test.each([
  ['points of an item', '优10分、良8分、中6分、差0分'],
  ['shares of a weight', '优100%-80%、良80%-60%'],
  ['names of the grades alone', '评价等级为优、良、中、差四档'],
  ['other words', '得分在95分以上，优势明显，空气优良天数300天'],
  ['one of which a part is not read', '95分以上为优，良为80分到90分和加分5分，差为60分以下'],
  ['in the wrong order', '95分以上为良，85分以上为优'],
])('no scale: %s', (_, text) => expect(shown(text)).toBe(''));
