import { nameUnit } from '../../src/checks/name-unit';
import { TRAINING, training } from '../fixtures/training';
import { cases } from '../support/checkTester';

const named = (name: string, target: string, actual = target.replace(/[≥≤=]/, '')) =>
  training(0, { name, target, actual });

const fitting = [
  ['工程合格率', '≥95%'],
  ['群众满意度', '≥90%'],
  ['培训人数', '≥200人'],
  ['培训人次', '≥20次'],
  ['检查次数', '≥12次'],
  ['检查次数', '=100%'],
  ['绿化面积', '≥35%'],
  ['投资完成金额', '≥95%'],
  ['改造里程', '≥12公里'],
  ['产值', '≥3亿元'],
];
/** What such a name may be measured in besides, or says nothing of. */
const open = [
  ['群众满意度', '≥90分'],
  ['资金周转率', '≥12次'],
  ['办事效率', '≥12件'],
  ['收入增长率', '≥1.2倍'],
  ['孕产妇死亡率', '≤18人/万'],
  ['项目完成数量', '≥95%'],
  ['改造小区个数', '≥12'],
  ['参训人数', '95%以上参训'],
  ['参训人数', '应训人员的95%'],
  ['改造小区个数', '完成95%'],
  ['培训人数', '', '95%'],
];
const differing = [
  ['工程合格率', '≥12个'],
  ['行政村覆盖率', '≥12个'],
  ['群众满意度', '≥12户'],
  ['女性占比', '≥30人'],
  ['培训人数', '≥95%'],
  ['培训人数', '95%以上'],
  ['培训人数', '≥12万元'],
  ['改造小区个数', '≥95%'],
  ['检查次数', '≤12万元'],
  ['投资完成金额', '≥12个'],
  ['改造里程', '≥12人'],
];

export default cases(nameUnit, {
  valid: [
    ...fitting.map(([name = '', target = '']) => ({ name: `${name}${target}`, sheet: named(name, target) })),
    ...open.map(([name = '', target = '', actual = target]) => ({
      name: `${name}${target}，不作判断`,
      sheet: named(name, target, actual),
    })),
    {
      name: '没有一行写得出数',
      silent: true,
      sheet: training(null, {}, { rows: TRAINING.map((row) => ({ ...row, target: '完成', actual: '完成' })) }),
    },
  ],
  invalid: differing.map(([name = '', target = '']) => ({
    name: `${name}${target}`,
    sheet: named(name, target),
    findings: [{ cell: 'D7', message: 'differs', severity: 'info', related: ['C7'] }],
  })),
});
