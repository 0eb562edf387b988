import { evidencePeriods } from '../../src/checks/evidence-periods';
import { training } from '../fixtures/training';
import { cases } from '../support/checkTester';
import { departmentForm } from '../support/department';

const goal = (evidence: string) =>
  departmentForm({ goals: [{ name: '巡查开展情况', target: '≥100户', actual: '120户', evidence }] });

const often = (target: string) => training(0, { target, actual: '48次' });

export default cases(evidencePeriods, {
  valid: [
    { name: '每月四次就是全年四十八次', sheet: often('每月4次，全年48次') },
    { name: '每周一次', sheet: goal('每周巡查1次，全年共52次') },
    { name: '每季度一次', sheet: goal('每季度1次，全年4次') },
    { name: '两处各巡查', silent: true, sheet: goal('每月巡查4次，全年96次') },
    { name: '每月至少', silent: true, sheet: goal('每月不少于3次，全年48次') },
    { name: '按要求每月几次', silent: true, sheet: goal('每月3次的要求，全年开展48次') },
    ...['重点时段加密', '节前另查', '节前增加检查', '除汛情外不增加'].map((told) => ({
      name: told,
      silent: true as const,
      sheet: goal(`每月检查3次，${told}，全年检查40次`),
    })),
    { name: '五月起', silent: true, sheet: goal('5月起，每月3次，全年24次') },
    { name: '别的单位', silent: true, sheet: goal('每月3次，全年480人') },
    ...[
      ['每月的和全年的不在一句', '每月3次。全年48次。'],
      ['又说了别的数', '每月3次，全年48次，共3人。'],
      ['每户不是每期', '每户3次，每月全年48次。'],
      ['先说全年的', '全年48次，每月3次。'],
      ['一次也没有', '每月0次，全年0次。'],
      ['没有说是什么的数', '每月3，全年48。'],
      ['半年的', '每月3次，上半年48次。'],
    ].map(([name = '', text = '']) => ({ name, silent: true as const, sheet: goal(text) })),
    { name: '没有写每期', silent: true, sheet: training() },
  ],
  invalid: [
    ...[
      ['每月3次，全年48次', '36'],
      ['每季度2次，全年共6次', '8'],
      ['每周1次，全年48次', '52'],
      ['每半年2次，全年5次', '4'],
    ].map(([text = '', expected = '']) => ({
      name: text,
      sheet: often(text),
      findings: [{ cell: 'D7', message: 'differs', severity: 'info' as const, expected: `${expected}次` }],
    })),
  ],
});
