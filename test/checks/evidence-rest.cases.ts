import { evidenceRest } from '../../src/checks/evidence-rest';
import { training } from '../fixtures/training';
import { cases } from '../support/checkTester';

/** 36 of 40 checked, with what is said of the rest. */
const checked = (rest: string) =>
  training(0, {
    name: '设备合格率',
    target: '100%',
    actual: '90%',
    weight: 20,
    stated: 18,
    evidence: `抽查设备40台，合格36台，${rest}。原因：部分学员请假。改进措施：提前安排。`,
  });

export default cases(evidenceRest, {
  valid: [
    { name: '其余的相符', sheet: checked('4台正在维修') },
    { name: '其中几台不是其余的全部', silent: true, sheet: checked('其中2台正在验收') },
    { name: '又检查了一批，不作判断', silent: true, sheet: checked('另有3台停用，2台待检') },
  ],
  invalid: [
    {
      name: '其余的不符',
      sheet: checked('6台正在维修'),
      findings: [{ cell: 'H7', message: 'rest', severity: 'info', expected: '4台', found: '6台' }],
    },
  ],
});
