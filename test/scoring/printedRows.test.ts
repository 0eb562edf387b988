import { FALLBACK, rescore } from '../../src/scoring';
import type { Rulebook } from '../../src/scoring/rulebook';
import { form, type TestIndicator } from '../support/form';

const PRINTED: Rulebook = { ...FALLBACK, indicators: [{ match: { has: ['printed'] }, rule: { kind: 'printed' } }] };

function scored(row: TestIndicator) {
  const [score] = rescore(form({ indicators: [{ name: '任务完成率', weight: 5, ...row }] }), PRINTED, '').indicators;
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
  ['每少1场扣1分，扣完为止', '≥10场', '8场', '3'],
  ['完成全部任务得满分，每少一场扣1分', '≥10场', '8', '3'],
  ['每少10人次扣1分，扣完为止', '≥200人次', '180人次', '3'],
  ['至少完成12期，少一期扣0.5分', '≥12期', '10期', '4'],
  ['按时完成得满分，每超过1天扣0.5分', '≤15天', '17天', '4'],
  ['未超过预算得满分，每超过1%扣1分', '≤100万元', '102万元', '3'],
  ['完成率100%得满分，每低1%扣0.1分', '≥200人次', '190人次', '4.5'],
  ['≥90%得满分，每低1个百分点扣1分，低于80%不得分', '≥90%', '79%', '0'],
  ['≥90%得满分，每低1个百分点扣1分，低于80%不得分', '≥90%', '88%', '3'],
  ['没有超过15个工作日的得满分，超过不得分', '≤15个工作日', '16个工作日', '0'],
  ['没有超过15个工作日的得满分，超过不得分', '≤15个工作日', '15个工作日', '5'],
  ['未达到90%以上的不得分', '≥90%', '88%', '0'],
  ['未达到90%以上的不得分', '≥90%', '91%', '5'],
  ['不低于90%得满分，低于90%的按比例扣分', '≥90%', '81%', '4.5'],
  ['实际完成值/目标值×分值', '≥40次', '30次', '3.75'],
  ['按完成比例计分，完成率低于60%不得分', '≥100户', '55户', '0'],
  ['按完成比例计分，完成率低于60%不得分', '≥100户', '80户', '4'],
  ['完成得5分，未完成不得分', '完成', '未完成', '0'],
  ['完成率≥90%得5分；80%（含）-90%得4分；其余不得分', '≥200人次', '170人次', '4'],
  ['全部完成得满分，每有一项未完成扣1分', '10项', '8项', '3'],
  ['以计划数为基准，每少完成1个扣0.5分', '≥20个', '17个', '3.5'],
  ['达到95%及以上得5分，达到90%-95%得4分，达到85%-90%得3分，85%以下不得分', '≥95%', '92%', '4'],
  ['在100万元以内得满分，超支不得分', '≤100万元', '105万元', '0'],
  ['在100万元以内得满分，超支不得分', '≤100万元', '100万元', '5'],
  ['不得超出预算，超出不得分', '≤50万元', '52万元', '0'],
  ['不得超出预算，超出不得分', '≤50万元', '49万元', '5'],
  ['按时完成得满分，逾期不得分', '2023年10月底前', '2023年11月', '0'],
  ['按时完成得满分，逾期不得分', '2023年10月底前', '2023年9月', '5'],
  ['完成率小于等于80%不得分，80%以上按完成率计分', '100%', '78%', '0'],
  ['完成率小于等于80%不得分，80%以上按完成率计分', '100%', '90%', '4.5'],
])('%s: target %s, reached %s gives %s of 5', (standard, target, actual, points) => {
  expect(scored({ standard, target, actual })).toMatchObject({ basis: 'computed', unread: null });
  expect(scored({ standard, target, actual })?.value?.toString()).toBe(points);
});

test.each([
  ['0起', '5'],
  ['1起', '0'],
])('未发生安全事故得满分，发生不得分: %s gives %s of 5', (actual, points) => {
  const row = { name: '安全事故起数', standard: '未发生安全事故得满分，发生不得分', target: '0起', actual };
  expect(scored(row)?.value?.toString()).toBe(points);
});

test.each<[string, string, string]>([
  ['偏差在±5%以内得满分，其余不得分', '100个', '100个'],
  ['验收合格率≥90%得5分；其余不得分', '≥100个', '80个'],
  ['满意度每低1%扣1分', '≥100个', '80个'],
  ['每超过5%以内扣1分', '≤100万元', '103万元'],
])(
  '%s beside %s: a percentage that is no share of the target is not taken for one (%s)',
  (standard, target, actual) => {
    expect(scored({ standard, target, actual, stated: 5 })?.basis).toBe('judged');
  },
);

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
