import { totalFormula } from '../../src/checks/total-formula';
import { parseAddress } from '../../src/sheet/address';
import type { SheetSnapshot } from '../../src/sheet/snapshot';
import { cases } from '../support/checkTester';
import { training, trainingIn } from '../fixtures/training';
import type { FormSpec } from '../fixtures/spec';

const summed = (formula: string, value = 100): Partial<FormSpec> => ({ total: { stated: { value, formula } } });

const WHY = '原因：问卷没有收回。改进措施：另行组织调查。';
const zero = (formula: string) => summed(formula, 90);

/** A sheet with one formula more. */
function holding(form: SheetSnapshot, address: string, formula: string): SheetSnapshot {
  const at = parseAddress(address);
  const formulas = form.formulas.map((line, row) =>
    line.map((own, column) => (row === at?.row && column === at.column ? formula : own)),
  );
  return { ...form, formulas };
}

export default cases(totalFormula, {
  valid: [
    { name: '执行率加各项', sheet: training(null, {}, summed('=H5+SUM(G7:G10)')) },
    { name: '逐格相加', sheet: training(null, {}, summed('=H5+G7+G8+G9+G10')) },
    { name: '套了四舍五入', sheet: training(null, {}, summed('=ROUND(SUM($G$7:$G$10)+H5,2)')) },
    {
      name: '没有得分的一行可以不加',
      sheet: training(3, { stated: 0, actual: '0%', evidence: WHY }, zero('=H5+SUM(G7:G9)')),
    },
    { name: '相加的是各部分的小计', sheet: trainingIn('L12', summed('=H5+G7+G10+G12')) },
    {
      name: '小计又是公式',
      sheet: holding(trainingIn('L12', summed('=H5+G7+G10+G12')), 'G7', '=SUM(G8:G9)'),
    },
    ...['=SUM(G7:G10)*1+H5', '=附表!B2+SUM(G7:G10)', '=AVERAGE(G7:G10)*4+H5', '=K1+K2'].map((formula) => ({
      name: `不只是相加，或者加的是别处的：${formula}`,
      silent: true as const,
      sheet: training(null, {}, summed(formula)),
    })),
    { name: '读不懂的公式不猜', silent: true, sheet: training(null, {}, summed('=SUMPRODUCT(G7:G10*1)+H5')) },
    {
      name: '总分值是公式，总分是手填的，但填得对',
      silent: true,
      sheet: training(null, {}, { total: { weight: { value: 100, formula: '=F5+SUM(F7:F10)' }, stated: 100 } }),
    },
  ],
  invalid: [
    {
      name: '最后一行加了两次',
      sheet: training(null, {}, summed('=H5+SUM(G7:G10)+G10', 110)),
      findings: [{ cell: 'G11', message: 'twice', severity: 'error', related: ['G10'] }],
    },
    {
      name: '小计的公式漏了行',
      sheet: holding(trainingIn('L12', summed('=H5+G7+G10+G12', 70)), 'G7', '=SUM(G8:G8)'),
      findings: [{ cell: 'G14', message: 'missing', severity: 'error', related: ['G9'] }],
    },
    {
      name: '漏了最后一行',
      sheet: training(null, {}, summed('=H5+SUM(G7:G9)', 90)),
      findings: [{ cell: 'G11', message: 'missing', severity: 'error', related: ['G10'] }],
    },
    {
      name: '漏了执行率得分',
      sheet: training(null, {}, summed('=SUM(G7:G10)', 90)),
      findings: [{ cell: 'G11', message: 'missing', related: ['H5'] }],
    },
    {
      name: '把小计又加了一遍',
      sheet: trainingIn('L12', summed('=H5+SUM(G7:G13)', 190)),
      findings: [{ cell: 'G14', message: 'twice', related: ['G7', 'G10', 'G12'] }],
    },
    {
      name: '总分值是公式，总分是手填的',
      sheet: training(null, {}, { total: { weight: { value: 100, formula: '=F5+SUM(F7:F10)' }, stated: 96.5 } }),
      others: ['total-sum'],
      findings: [{ cell: 'G11', message: 'typed', severity: 'info' }],
    },
  ],
});
