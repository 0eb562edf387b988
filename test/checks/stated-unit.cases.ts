import { statedUnit } from '../../src/checks/stated-unit';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';
import { narrated } from '../support/narrative';

const told = (goals: string, completion = '全部完成。') =>
  narrated(goals, completion, [['培训人次', '≥200人次', '210人次']]);

const SLIP = '补助471.23元，其中中央189.63万元、地方281.6万元。';

export default cases(statedUnit, {
  valid: [
    { name: '总数和各项都是万元', sheet: told('补助471.23万元，其中中央189.63万元、地方281.6万元。') },
    { name: '总数写成元，各项以万元计，正好相等', sheet: told('补助4712300元，其中中央189.63万元、地方281.6万元。') },
    {
      name: '单价以元计、后面的金额以万元计',
      silent: true,
      sheet: told('每人补助500元，其中中央300万元、地方100万元。'),
    },
    ...['每亩补助95元，中央60万元、省级35万元。', '人均100元，线上60万元、线下40万元。'].map((text) => ({
      name: `每一份的金额没有各项：${text}`,
      silent: true as const,
      sheet: told(text),
    })),
    { name: '只有一项', silent: true, sheet: told('补助300元，其中中央300万元。') },
    ...[
      '补助500元，其中中央300万元、地方100万元。',
      '补贴500户，其中中央300万元、地方200万元。',
      '补助471.23万元，其中中央1896300万元、地方2816000万元。',
    ].map((text) => ({
      name: `合起来不是这笔钱，或者本来就写着万元：${text}`,
      silent: true as const,
      sheet: told(text),
    })),
  ],
  invalid: [
    {
      name: '前面一笔相符，后面一笔写成元',
      sheet: told(`补助50万元，其中甲镇20万元、乙镇30万元。${SLIP}`),
      findings: [{ cell: 'B3', message: 'slip', found: '471.23元' }],
    },
    {
      name: '两笔都写成元，先说一笔',
      sheet: told(`${SLIP}补助50元，其中甲镇20万元、乙镇30万元。`),
      findings: [{ cell: 'B3', message: 'slip', found: '471.23元' }],
    },
    {
      name: '依据里也看',
      sheet: training(0, { evidence: SLIP }),
      findings: [{ cell: 'H7', message: 'slip', severity: 'warning', found: '471.23元' }],
    },
    {
      name: '总数写成元，各项以万元计',
      sheet: told(SLIP),
      findings: [{ cell: 'B3', message: 'slip', severity: 'warning', found: '471.23元', expected: '471.23万元' }],
    },
    {
      name: '完成情况里也看',
      sheet: told('补助471.23万元。', SLIP),
      findings: [{ cell: 'E3', message: 'slip' }],
    },
  ],
});
