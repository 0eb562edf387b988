import { lowExecution } from '../../src/checks/low-execution';
import { cases } from '../support/checkTester';
import { sheet, type TestCell } from '../support/sheet';
import { TRAINING, funded, trainingIn } from '../fixtures/training';

const explained = (evidence: string | null, spent = 80) =>
  trainingIn('L5', {
    rows: TRAINING,
    budget: {
      evidence,
      lines: [{ label: '总额', initial: 100, budget: 100, spent, weight: 10, rate: `${spent}%`, stated: spent / 10 }],
    },
  });

/** The small project with a column 备注 beside the money, in row 5, and rows below the total. */
const remarked = (remark: string | null, below: readonly (readonly TestCell[])[] = []) => {
  const { values } = funded({ spent: 80, rate: '80%', stated: 8 });
  const rows = values.map((row, index) => (index === 3 ? [...row, '备注'] : index === 4 ? [...row, remark] : row));
  return sheet([...rows, ...below]);
};

export default cases(lowExecution, {
  valid: [
    { name: '资金表不计分，写了执行率', sheet: funded({ spent: 95, rate: '95%', weight: null, stated: null }) },
    {
      name: '资金表不计分，只写金额',
      sheet: funded({ spent: 95, rate: null, weight: null, stated: null }),
    },
    { name: '执行率 100%', sheet: explained(null, 100) },
    { name: '执行率 95%，没有专栏', sheet: funded({ spent: 95, rate: '95%', stated: 9.5 }) },
    { name: '执行率 95%，写明了原因', sheet: explained('部分尾款待验收后支付。', 95) },
    { name: '写明了原因', sheet: explained('部分尾款待验收后支付。') },
    { name: '备注一栏写明了原因', sheet: remarked('质保金未到期。') },
    {
      name: '备注空着，表下说明了',
      sheet: remarked(null, [['其他需要说明的事项', null, '设备尾款在次年支付，已列入下年预算。']]),
    },
    {
      name: '没有专栏，别处说明了',
      sheet: funded({ spent: 80, rate: '80%', stated: 8 }, [], {
        rows: TRAINING.map((row) => ({ ...row, evidence: '尾款未付。' })),
      }),
    },
  ],
  invalid: [
    {
      name: '原因一栏空着',
      sheet: explained(null),
      findings: [{ cell: 'I5', message: 'blank', severity: 'warning', found: '80', related: ['F5'] }],
    },
    {
      name: '原因一栏只有表格自己印的填写要求',
      sheet: explained(
        '1.执行率=执行数/调整后预算数，未达到90%的需说明原因（100字以内）；2.年中调整的，应单独说明理由。',
      ),
      findings: [{ cell: 'I5', message: 'blank' }],
    },
    {
      name: '执行率 95%，没有得满分，原因一栏空着',
      sheet: explained(null, 95),
      findings: [{ cell: 'I5', message: 'short', severity: 'info' }],
    },
    { name: '原因一栏写“无”', sheet: explained('无'), findings: [{ cell: 'I5', message: 'blank' }] },
    {
      name: '没有专栏，别处也没有说明',
      sheet: funded({ spent: 80, rate: '80%', stated: 8 }),
      findings: [{ cell: 'G5', message: 'nowhere', severity: 'info' }],
    },
    {
      name: '资金表不计分，只写金额，没有说明',
      sheet: funded({ spent: 80, rate: null, weight: null, stated: null }),
      findings: [{ cell: 'E5', message: 'nowhere', severity: 'info' }],
    },
    {
      name: '备注空着，没有要求写原因',
      sheet: remarked(null, [['注：执行率低于90%的，预算单位应说明情况。']]),
      findings: [{ cell: 'G5', message: 'nowhere', severity: 'info' }],
    },
    {
      name: '表下的科室名称不是说明',
      sheet: remarked(null, [['填报科室', '预算执行科']]),
      findings: [{ cell: 'G5', message: 'nowhere', severity: 'info' }],
    },
  ],
});
