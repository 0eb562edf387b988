import { FALLBACK, rescore } from '../../src/scoring';
import type { Rulebook } from '../../src/scoring/rulebook';
import { form, type TestIndicator } from '../support/form';

const PRINTED: Rulebook = { ...FALLBACK, indicators: [{ match: { has: ['printed'] }, rule: { kind: 'printed' } }] };

function scored(row: TestIndicator) {
  const [score] = rescore(form({ indicators: [{ name: '预算变动率', weight: 5, ...row }] }), PRINTED, '').indicators;
  return score;
}

test.each<[string, string, string, string]>([
  ['变动率不得高于5%的得满分，否则不得分', '≤5%', '3%', '5'],
  ['变动率不得高于5%的得满分，否则不得分', '≤5%', '6%', '0'],
  ['不得低于90%得满分，否则不得分', '≥90%', '92%', '5'],
  ['没有低于90%的得满分，否则不得分', '≥90%', '80%', '0'],
  ['不应超过5%得满分，否则不得分', '≤5%', '5%', '5'],
  ['培训不少于5场得满分，少于5场不得分', '≥5场', '6场', '5'],
  ['培训不少于5场得满分，少于5场不得分', '≥5场', '4场', '0'],
  ['100%得满分，每超过（降低）5%扣2分，扣完为止', '100%', '105%', '3'],
  ['100%得满分，每超过（降低）5%扣2分，扣完为止', '100%', '95%', '3'],
  ['100%得满分，每超过（降低）5%扣2分，扣完为止', '100%', '100%', '5'],
  ['达到15个及以上得满分，未达到的按实际完成值÷目标值×分值计分', '≥15个', '12个', '4'],
  ['达到15个及以上得满分，未达到的按实际完成值÷目标值×分值计分', '≥15个', '16个', '5'],
  ['完成88%以上得5分，未完成按比例得分', '≥88%', '66%', '3.75'],
  ['100%得满分，每偏离1个百分点扣1分', '100%', '98%', '3'],
])('%s: target %s, reached %s gives %s of 5', (standard, target, actual, points) => {
  expect(scored({ standard, target, actual })).toMatchObject({ basis: 'computed', unread: null });
  expect(scored({ standard, target, actual })?.value?.toString()).toBe(points);
});

describe('where a standard gives no score, target and actual value are held against each other all the same', () => {
  test.each<[string, string, string, false | null]>([
    ['视完成情况酌情给分', '≥98%', '95%', false],
    ['按完成情况由专家评定', '≥98%', '98%', null],
    ['完成得5分，部分完成得3分，未完成不得分', '≥10个', '8个', false],
    ['视完成情况酌情给分', '≥10个', '良好', null],
    ['视完成情况酌情给分', '2023年6月底前', '2023年8月', false],
  ])('%s: %s, %s', (standard, target, actual, reached) => {
    const score = scored({ standard, target, actual, stated: 5, name: '接通率' });
    expect([score?.basis, score?.reached]).toEqual(['judged', reached]);
    const most = score?.accepted.at(-1);
    expect(most?.openHigh ?? false).toBe(reached === false);
  });
});

test('完成 where it is denied is not all or nothing the other way round', () => {
  const score = scored({ standard: '未完成得满分，完成不得分', target: '10个', actual: '10个', stated: 5 });
  expect(score).toMatchObject({ basis: 'judged', rule: { kind: 'judged' } });
});
