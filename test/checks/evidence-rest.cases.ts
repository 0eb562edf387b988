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
    { name: '另外几个是别的', silent: true, sheet: checked('6人正在维修') },
    { name: '其余的分了几处', silent: true, sheet: checked('3台正在维修，2台待检') },
    {
      name: '两个数的单位不同',
      silent: true,
      sheet: training(0, {
        name: '设备合格率',
        target: '100%',
        actual: '90%',
        stated: 18,
        evidence: '抽查设备40台，合格36批，6台正在维修。原因：部分学员请假。改进措施：提前安排。',
      }),
    },
    {
      name: '逾期的就是比率的分子',
      silent: true,
      sheet: training(0, { name: '办件逾期率', target: '≤5%', actual: '2.5%', evidence: '受理120件，逾期3件。' }),
    },
    {
      name: '指标值不是比率',
      silent: true,
      sheet: training(0, {
        name: '设备合格率',
        target: '≥36台',
        actual: '36台',
        evidence: '抽查设备40台，合格36台，6台正在维修。',
      }),
    },
    {
      name: '全都合格，说的是别的',
      silent: true,
      sheet: training(0, {
        name: '设备合格率',
        target: '100%',
        actual: '100%',
        evidence: '抽查设备40台，合格40台，2台正在维修。',
      }),
    },
  ],
  invalid: [
    {
      name: '其余的不符，后面还有别的数',
      sheet: checked('6台正在维修，涉及3人'),
      findings: [{ cell: 'H7', message: 'rest', severity: 'info', expected: '4台', found: '6台' }],
    },
    {
      name: '其余的不符',
      sheet: checked('6台正在维修'),
      findings: [{ cell: 'H7', message: 'rest', severity: 'info', expected: '4台', found: '6台' }],
    },
  ],
});
