import { blankScore } from '../../src/checks/blank-score';
import { grade } from '../../src/checks/grade';
import { lowExecution } from '../../src/checks/low-execution';
import { overCompletion } from '../../src/checks/over-completion';
import { qualitativeBand } from '../../src/checks/qualitative-band';
import { roundingMixed } from '../../src/checks/rounding-mixed';
import { scoreAgainstExecution } from '../../src/checks/score-against-execution';
import { executionScore } from '../../src/checks/execution-score';
import { scoreByRule } from '../../src/checks/score-by-rule';
import { scoreRange } from '../../src/checks/score-range';
import { targetUnit } from '../../src/checks/target-unit';
import { templateLeft } from '../../src/checks/template-left';
import { fill, runAll } from '../../src/checks/run';
import type { Check } from '../../src/checks/finding';
import type { EvaluationForm } from '../../src/form/model';
import { FALLBACK } from '../../src/scoring';
import { budgetBlock, figure, form, located, type TestIndicator } from '../support/form';
import { causesOfForm, saidInput, saidOf, saidOfForm } from '../support/rows';

describe('the grade', () => {
  function graded(text: string, stated: number, whole: number | null = 100, items = stated): EvaluationForm {
    const built = form({ indicators: [{ weight: whole, stated: items }] });
    const total = {
      label: located('总分', '总分'),
      weight: whole === null ? null : figure(whole),
      stated: figure(stated),
      levelSums: [],
      reckoned: [],
      scale: [],
    };
    return { ...built, total: { ...total, grade: located(text, text) } };
  }

  test.each<[string, number, number | null, string[]]>([
    ['优', 90, 100, []],
    ['优秀', 90, null, []],
    ['自评等级：优', 95, 100, []],
    ['优', 89, 100, ['differs 良']],
    ['良', 95, 100, ['differs 优']],
    ['良好', 85, 100, []],
    ['良', 79, 100, ['differs 中']],
    ['中', 75, 100, []],
    ['中', 65, 100, []],
    ['中', 85, 100, ['differs 良']],
    ['差', 65, 100, []],
    ['差', 75, 100, ['differs 中']],
    ['优', 108, 120, []],
    ['优', 100, 120, ['differs 良']],
    ['良', 95, null, ['differs 优']],
    ['优良', 65, 100, []],
    ['良好（自评）', 95, 100, []],
    ['优', 0, 0, []],
  ])('%s for %d of %s: %j', (text, stated, whole, expected) => {
    expect(saidOfForm(grade, graded(text, stated, whole))).toEqual(expected);
  });

  test('may fit what the total should have been; without bands nothing is said', () => {
    expect(saidOfForm(grade, graded('优', 85, 100, 95))).toEqual([]);
    expect(saidOfForm(grade, graded('良', 95), { ...FALLBACK, grades: null })).toEqual([]);
  });

  test('a place may have bands of its own', () => {
    const grades = [
      { name: '优秀', from: 95 },
      { name: '良好', from: 85 },
    ];
    expect(saidOfForm(grade, graded('良', 92), { ...FALLBACK, grades })).toEqual([]);
    expect(saidOfForm(grade, graded('中', 92), { ...FALLBACK, grades })).toEqual(['differs 良']);
  });
});

describe('little spent', () => {
  const rulebook = { ...FALLBACK, explain: { over: 1.3, execution: 0.9 } };
  const spent = (amount: number, evidence: string | null, texts: string, rate?: number): EvaluationForm => {
    const block = budgetBlock([{ budget: 100, spent: amount, ...(rate === undefined ? {} : { rate }) }]);
    const built = form({ indicators: [{ evidence: texts }], budget: block });
    const [row] = form({ indicators: [{ evidence: evidence ?? '' }] }).indicators;
    return {
      ...built,
      budget: { ...block, evidence: evidence === null ? null : (row?.evidence ?? null), asksReason: true },
    };
  };

  test.each<[number, string | null, string, string[]]>([
    [50, null, '完成较好', ['nowhere info']],
    [50, null, '尾款未付', []],
    [90, null, '完成较好', []],
    [50, '', '完成较好', ['blank']],
    [50, '无', '尾款未付', ['blank']],
    [50, '尾款未付', '完成较好', []],
    [95, '', '完成较好', []],
  ])('%d%%, beside it %j, elsewhere %j: %j', (amount, evidence, texts, expected) => {
    // A question is put at the rate; without one at what was spent.
    expect(saidOfForm(lowExecution, spent(amount, evidence, texts), rulebook)).toEqual(expected);
    expect(saidOfForm(lowExecution, spent(amount, evidence, texts, amount / 100), rulebook)).toEqual(expected);
  });

  test('is asked about only where the rulebook asks', () => {
    const silent = { ...rulebook, explain: { over: 1.3, execution: null } };
    expect(saidOfForm(lowExecution, spent(50, '', ''), silent)).toEqual([]);
  });
});

describe('a high total with little spent', () => {
  const caps = [{ below: 80, total: 89 }];
  const given = (total: number, spent: number, totalWeight = 100) =>
    form({ indicators: [], total, totalWeight, budget: budgetBlock([{ budget: 100, spent, rate: spent / 100 }]) });

  test.each<[number, number, number, string[]]>([
    [95, 50, 100, ['high info']],
    [90, 50, 100, ['high info']],
    [89, 50, 100, []],
    [95, 60, 100, []],
    [95, 50, 120, []],
    [108, 50, 120, ['high info']],
    [0, 50, 0, []],
  ])('%d with %d%% of %d: %j', (total, spent, whole, expected) => {
    expect(saidOfForm(scoreAgainstExecution, given(total, spent, whole))).toEqual(expected);
  });

  test.each<[number, number, string[]]>([
    [95, 75, ['cap 89']],
    [89, 75, []],
    [95, 80, []],
  ])('%d with %d%% where a cap is known: %j', (total, spent, expected) => {
    expect(saidOfForm(scoreAgainstExecution, given(total, spent), { ...FALLBACK, caps })).toEqual(expected);
  });
});

describe('a score and its rule', () => {
  test.each<[TestIndicator, string[]]>([
    [{ target: '≥98%', actual: '98%', stated: 9.8 }, ['share-of-weight 10']],
    [{ target: '≥98%', actual: '98%', stated: 9 }, ['reached 10']],
    [{ target: '≥98个', actual: '98个', stated: 9.8 }, ['reached 10']],
    [{ target: '≥100个', actual: '50个', stated: 10 }, ['not-reached 5']],
    [{ target: '≥100个', actual: '50个', stated: 8 }, ['too-high 5']],
    [{ target: '≥100个', actual: '50个', stated: 3 }, ['too-low 5']],
    [{ target: '≥100个', actual: '50个', stated: 5 }, []],
    [{ target: '≥100个', actual: '50个', stated: 5.01 }, ['rounded 5 info']],
    [{ standard: '≤100%计10分；每超过一个百分点扣0.5分，扣完为止', actual: '101%', stated: 8 }, ['by-standard 9.5']],
  ])('%j: %j', (row, expected) => expect(saidOf(scoreByRule, row)).toEqual(expected));

  const money = (stated: number, rate: number) =>
    saidOf(executionScore, {}, budgetBlock([{ budget: 100, spent: 50, rate, weight: 10, stated }]));

  test('of the money, and from a rate that is wrong itself it follows', () => {
    expect(money(5, 0.5)).toEqual([]);
    expect(money(8, 0.5)).toEqual(['differs 5']);
    const causes = (stated: number) =>
      causesOfForm(
        form({
          indicators: [{ weight: 90, stated: 90 }],
          budget: budgetBlock([{ budget: 100, spent: 50, rate: 0.8, weight: 10, stated }]),
        }),
      );
    expect(causes(8)).toEqual(['budget-rate → execution-score']);
    expect(causes(9)).toEqual(['budget-rate', 'execution-score']);
  });

  test.each<[TestIndicator, string[]]>([
    [{ stated: 11 }, ['above']],
    [{ stated: -1 }, ['negative']],
    [{ stated: 0 }, []],
    [{ stated: 10 }, []],
    [{ target: '≥100个', actual: '50个', stated: 12 }, ['above 5']],
    [{ kind: 'bonus', weight: 5, stated: -5 }, []],
    [{ kind: 'bonus', weight: 5, stated: -6 }, ['penalty']],
    [{ kind: 'bonus', weight: 0, stated: -2 }, []],
    [{ kind: 'bonus', weight: 0, stated: 2 }, []],
  ])('%j lies within nothing and the weight: %j', (row, expected) => expect(saidOf(scoreRange, row)).toEqual(expected));

  test.each<[TestIndicator, string[]]>([
    [{ actual: '部分达成', stated: 9 }, ['above 5~8']],
    [{ actual: '部分达成', stated: 2 }, ['below 5~8']],
    [{ actual: '部分达成', stated: 6 }, []],
    [{ actual: '达成', stated: 7 }, ['below 8~10']],
  ])('%j lies within the band of its word: %j', (row, expected) => {
    const found = saidOf(qualitativeBand, { target: '有效提升', ...row });
    expect(found).toHaveLength(expected.length);
    expect(found.map((one) => one.split(' ')[0])).toEqual(expected.map((one) => one.split(' ')[0]));
  });
});

describe('roundings in one form', () => {
  const third = (stated: number, more: TestIndicator = {}) => ({
    weight: 10,
    target: '≥3个',
    actual: '2个',
    stated,
    ...more,
  });
  const said = (...rows: TestIndicator[]) => saidOfForm(roundingMixed, form({ indicators: rows }));

  test('are pointed at where they differ', () => {
    expect(said(third(6.66), third(6.67))).toEqual(['mixed']);
    expect(said(third(6.67), third(6.66), third(6.67))).toEqual(['mixed']);
    expect(said(third(6.67), third(6.67))).toEqual([]);
    expect(said(third(6.66), third(6.66))).toEqual([]);
    expect(said(third(6.66), third(5))).toEqual([]);
    expect(said(third(6.66), third(6.67, { target: '有效' }))).toEqual([]);
  });

  test('the row of the money counts', () => {
    const budget = budgetBlock([{ budget: 3, spent: 2, weight: 10, stated: 6.66 }]);
    expect(saidOfForm(roundingMixed, form({ indicators: [third(6.67)], budget }))).toEqual(['mixed']);
  });
});

describe('units and directions', () => {
  test.each<[TestIndicator, string[]]>([
    [{ name: '考核合格率', target: '≥95%', actual: '120%' }, ['above']],
    [{ name: '考核合格率（%）', target: '≥120%', actual: '120%' }, ['above', 'above']],
    [{ name: '考核合格率', target: '≥95%', actual: '100%' }, []],
    [{ name: '考核合格率', target: '≥95%', actual: '120个' }, ['units']],
    [{ name: '任务完成率', target: '≥95%', actual: '120%' }, []],
    [{ target: '≥10个', actual: '5吨' }, ['units']],
    [{ target: '≥10公里', actual: '9000米' }, []],
    [{ target: '≥10个', actual: '5' }, []],
    [{ target: '≥10', actual: '5个' }, []],
    [{ target: '≥10个', actual: '达成' }, []],
    [{ target: '达成', actual: '5个' }, []],
    [{ path: ['成本指标'], target: '≥5万元', actual: '4万元' }, ['cost info']],
    [{ path: ['成本指标'], target: '>5万元', actual: '4万元' }, ['cost info']],
    [{ path: ['成本指标'], target: '≤5万元', actual: '4万元' }, []],
    [{ path: ['数量指标'], target: '≥5万元', actual: '4万元' }, []],
    [{ path: ['成本指标'], target: '≥5个', actual: '4个' }, []],
  ])('%j: %j', (row, expected) => expect(saidOf(targetUnit, row)).toEqual(expected));
});

describe('far more than was aimed at', () => {
  const rows = (count: number, evidence?: string): TestIndicator[] =>
    Array.from({ length: count }, (_, at) => ({
      name: `甲${at}`,
      weight: 10,
      stated: 10,
      target: '≥100个',
      actual: '200个',
      ...(evidence === undefined ? {} : { evidence }),
    }));
  const said = (...given: TestIndicator[]) =>
    runAll([overCompletion], saidInput(given)).findings.map(({ title }) => title);

  test('is one finding, which names three', () => {
    expect(said(...rows(1, '已完成'))).toHaveLength(1);
    expect(said(...rows(4, '已完成'))).toHaveLength(1);
  });

  test.each(['因上级任务增加', '原因：指标值偏低', '超额完成'])('%s explains it', (evidence) => {
    expect(said(...rows(1, evidence))).toEqual([]);
  });

  test('nothing is asked where there is no place for an answer, or nothing was far passed', () => {
    expect(said(...rows(1))).toEqual([]);
    expect(said({ weight: 10, target: '≥100个', actual: '101个', evidence: '已完成' })).toEqual([]);
  });
});

test.each<[TestIndicator, string[]]>([
  [{ stated: null }, ['blank']],
  [{ stated: null, weight: null }, []],
  [{ stated: null, weight: 0 }, []],
  [{ stated: null, kind: 'bonus' }, []],
  [{ stated: 10 }, []],
])('%j owes its score: %j', (row, expected) => expect(saidOf(blankScore, row)).toEqual(expected));

test.each<[TestIndicator, string[]]>([
  [{ name: '指标1' }, ['untouched']],
  [{ name: '培训人次', target: '……' }, ['untouched']],
  [{ name: '培训人次', actual: 'xx%' }, ['untouched']],
  [{ name: '培训**人次' }, ['blanks info']],
  [{ name: '培训**人次', weight: 0 }, []],
  [{ name: '指标1', weight: null }, []],
  [{ name: '培训人次' }, []],
])('%j: %j', (row, expected) => expect(saidOf(templateLeft, row)).toEqual(expected));

describe('running checks', () => {
  const at = (row: number, column = 0) => ({ row, column });
  const check = (id: string, severity: Check['severity'], rows: readonly number[]): Check => ({
    id,
    title: id,
    severity,
    explain: '',
    messages: { said: { title: id, message: '“{name}”：{text}' } },
    *run() {
      for (const row of rows) yield { cell: at(row), message: 'said', data: { name: '“甲”乙', text: '“丙”' } };
    },
  });
  const input = saidInput([{}]);

  test('gives findings in the order of the sheet, at one cell the louder first, none twice', () => {
    const { findings } = runAll([check('a', 'info', [3, 1, 1]), check('b', 'error', [3, 2])], input);
    expect(findings.map(({ check: id, cell }) => `${id}${cell.row}`)).toEqual(['a1', 'b2', 'b3', 'a3']);
    expect(findings[0]?.message).toBe('“‘甲’乙”：“丙”');
  });

  test('a check that says what it has no words for is a fault', () => {
    const wrong: Check = {
      ...check('a', 'info', []),
      *run() {
        yield { cell: at(0), message: 'unknown' };
      },
    };
    expect(() => runAll([wrong], input)).toThrow('unknown');
  });

  test('a placeholder without data stays', () => {
    expect([fill('{a}和“{b}”'), fill('{a}和{toString}', { a: '甲' })]).toEqual(['{a}和“{b}”', '甲和{toString}']);
  });
});
