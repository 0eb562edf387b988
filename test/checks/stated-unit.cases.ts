import { statedUnit } from '../../src/checks/stated-unit';
import { cases } from '../support/checkTester';
import { narrated } from '../support/narrative';

const told = (goals: string, completion = '全部完成。') =>
  narrated(goals, completion, [['培训人次', '≥200人次', '210人次']]);

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
  ],
  invalid: [
    {
      name: '总数写成元，各项以万元计',
      sheet: told('补助471.23元，其中中央189.63万元、地方281.6万元。'),
      findings: [{ cell: 'B3', message: 'slip', severity: 'warning', found: '471.23元', expected: '471.23万元' }],
    },
    {
      name: '完成情况里也看',
      sheet: told('补助471.23万元。', '补助471.23元，其中中央189.63万元、地方281.6万元。'),
      findings: [{ cell: 'E3', message: 'slip' }],
    },
  ],
});
