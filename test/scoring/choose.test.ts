import { BUILT_IN, chooseRulebook, FALLBACK, ruleFor } from '../../src/scoring';
import type { ColumnRole } from '../../src/form/model';
import type { Rulebook } from '../../src/scoring/rulebook';
import { budgetBlock, form, indicator, type TestForm } from '../support/form';

const SCORED = budgetBlock([{ budget: 100, spent: 90, weight: 10, stated: 9 }]);
const columns = (...roles: ColumnRole[]): Partial<Record<ColumnRole, string>> =>
  Object.fromEntries(roles.map((role) => [role, `表头${role}`]));

function chosen(given: Partial<TestForm>, extra: readonly Rulebook[] = []): string {
  return chooseRulebook(form({ indicators: [], ...given }), extra).rulebook.id;
}

test.each<[string, Partial<TestForm>]>([
  ['national-project', { budget: SCORED }],
  [
    'guangzhou-department',
    {
      groups: ['管理效能', '履职效能', '加减分项'],
      columns: columns('definition', 'target', 'actual', 'weight', 'stated'),
    },
  ],
  ['guangzhou-department', { groups: ['管理效能'], columns: columns('definition', 'weight', 'stated') }],
  ['printed-standards', { columns: columns('standard', 'weight', 'stated') }],
  ['printed-standards', { columns: columns('standard', 'weight', 'stated'), budget: SCORED }],
  ['twenty-eighty', { columns: columns('target', 'actual', 'stated'), budget: SCORED }],
  ['general', {}],
  ['general', { columns: columns('weight', 'stated') }],
])('%s', (id, given) => {
  expect(chosen(given)).toBe(id);
});

test('the reason names what was seen in the form', () => {
  expect(chooseRulebook(form({ indicators: [], budget: SCORED })).why).toBe(
    '表头有“年度指标值”“实际完成值”“分值”“得分”，预算执行率单独计分，与“项目支出绩效自评表”一致。',
  );
  expect(chooseRulebook(form({ indicators: [] })).why).toContain('没有与这张表一致的评分规则');
});

describe('rulebooks of the office', () => {
  const own: Rulebook = { ...FALLBACK, id: 'own', name: '本局规则', fits: [{ title: ['整体支出'], groups: ['产出'] }] };

  test('go before the built-in ones where they fit', () => {
    const given = { title: '部门整体支出绩效自评表', groups: ['产出指标'], budget: SCORED };
    expect(chosen(given, [own])).toBe('own');
    expect(chooseRulebook(form({ indicators: [], ...given }), [own]).why).toBe(
      '标题有“整体支出”，一级指标有“产出”，与“本局规则”一致。',
    );
    expect(chosen({ ...given, title: '项目支出绩效自评表' }, [own])).toBe('national-project');
    expect(chosen({ ...given, groups: ['效益指标'] }, [own])).toBe('national-project');
  });

  test('without a fit are applied by choice only', () => {
    expect(chosen({ budget: SCORED }, [{ ...own, fits: [] }])).toBe('national-project');
  });
});

describe('the first rule that matches is taken', () => {
  const guangzhou = BUILT_IN.find(({ id }) => id === 'guangzhou-department') ?? FALLBACK;

  test.each([
    [{ name: '预算完成率' }, 'proportion'],
    [{ name: '一般公共预算支出年度平均执行率' }, 'proportion'],
    [{ name: '“三公经费”控制率' }, 'tiers'],
    [{ name: '固定资产利用率' }, 'judged'],
    [{ name: '资产账务核对情况' }, 'judged'],
    [{ name: '预算完成率', target: '≥95%' }, 'target'],
    [{ name: '预算完成率', target: ' ' }, 'proportion'],
    [{ name: '制度建设', standard: '得3分' }, 'printed'],
    [{ name: '工作受表彰或批评', kind: 'bonus' as const, target: '反映表彰情况' }, 'count'],
  ])('%j', (row, kind) => {
    expect(ruleFor(indicator(row), guangzhou).kind).toBe(kind);
  });

  test('by path and by what the row has', () => {
    const rulebook: Rulebook = {
      ...FALLBACK,
      indicators: [
        { match: { path: ['成本'], has: ['target', 'definition'] }, rule: { kind: 'qualitative' } },
        { match: { kind: 'item' }, rule: { kind: 'printed' } },
      ],
    };
    const row = { path: ['产出指标', '成本指标'], target: '5', definition: '支出' };
    expect(ruleFor(indicator(row), rulebook).kind).toBe('qualitative');
    expect(ruleFor(indicator({ ...row, definition: '' }), rulebook).kind).toBe('printed');
    expect(ruleFor(indicator({ ...row, definition: '', kind: 'bonus' }), rulebook).kind).toBe('judged');
  });
});
