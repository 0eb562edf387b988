import { Decimal } from 'decimal.js';
import {
  blockFacts,
  cellOf,
  completionPlan,
  type DebtKind,
  debtsInWords,
  draftedOf,
  draftPlan,
  nextOwed,
  objection,
  openLines,
  owed,
  partedRows,
  placeDraft,
  type Progress,
  promptsFor,
  proposalFor,
  refusal,
  scorePlan,
  usesBlock,
} from '../../src/advice/filling';
import { draftFor, spokenName, wordingsOf } from '../../src/advice/drafts';
import type { FormReview } from '../../src/review';
import { formatAddress, parseAddress } from '../../src/sheet/address';
import type { CellValue, SheetSnapshot } from '../../src/sheet/snapshot';
import { sampleForm } from '../../src/workbench/sample';
import { sheetOf } from '../fixtures/corpus/read';
import { mendedSampleForm } from '../fixtures/mendedSample';
import type { RowSpec } from '../fixtures/spec';
import { training } from '../fixtures/training';
import { departmentForm } from '../support/department';
import { goal, reviewed, rowNamed } from '../support/filling';
import { sheet } from '../support/sheet';

/** The snapshot with the edits of a plan entered. */
function entered(
  snapshot: SheetSnapshot,
  edits: readonly { readonly cell: { row: number; column: number }; readonly after: CellValue }[],
) {
  const rows = snapshot.values.map((row) => [...row]);
  const texts = snapshot.texts.map((row) => [...row]);
  for (const { cell, after } of edits) {
    const [row, text] = [rows[cell.row], texts[cell.row]];
    if (row === undefined || text === undefined) throw new Error('outside');
    row[cell.column] = after;
    text[cell.column] = after === null ? '' : String(after);
  }
  return { ...snapshot, values: rows, texts };
}

const emptied = (() => {
  const changes = new Map<string, CellValue>();
  for (let row = 12; row <= 51; row += 1) if (row !== 33) changes.set(`I${row}`, null);
  return changes;
})();

describe('what is owed', () => {
  test('a form in order owes nothing, though the explanation of what went far beyond its target is offered', () => {
    const progress = owed(reviewed(mendedSampleForm().snapshot));
    expect(progress.groups).toEqual([]);
    expect(progress.done).toBe(progress.all);
    expect([...new Set(progress.rows.flatMap(({ offers }) => offers))]).toEqual(['over']);
    expect(progress.all).toBe(39);
    expect(progress.total.nowGrade).toBe('优');
  });

  test.each([
    ['blank', '执行率', null, 10, ['rate']],
    ['blank beside a blank score', '执行率', null, null, ['rate', 'score']],
    ['stated', '执行率', 1, 10, []],
    ['of a form that has no such column', '备注', null, 10, []],
  ])('the execution rate of the money, %s', (_, heading, rate, score, debts) => {
    const form = sheet([
      ['项目支出绩效自评表'],
      ['项目名称', '培训'],
      ['项目资金（万元）', null, '年初预算数', '全年预算数', '全年执行数', '分值', heading, '得分'],
      [null, '年度资金总额', 100, 100, 100, 10, rate, score],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
      ['产出指标', '数量指标', '培训人次', '≥200人次', '210人次', 50, 50, null],
      ['效益指标', '社会效益', '就业率', '≥80%', '85%', 40, 40, null],
      ['总分', null, null, null, null, 100, 100, null],
    ]);
    const row = rowNamed(owed(reviewed(form)), '预算执行率');
    expect(row.debts).toEqual(debts);
    if (rate === null && heading === '执行率') expect(cellOf(row)).toEqual(parseAddress('G4'));
  });

  test('the sample form without its scores owes them, and reasons for what would be below full marks', () => {
    const progress = owed(reviewed(sampleForm(emptied).snapshot));
    expect(debtsInWords(rowNamed(progress, '政府采购执行率'))).toBe('得分、未达标原因、改进措施');
    expect(rowNamed(progress, '非因不可抗力').debts).toEqual(['score']);
    expect(progress.groups.map(({ name }) => name)).toEqual(expect.arrayContaining(['管理效能', '履职效能']));
    expect(progress.total.nowGrade).toBeNull();
    expect(progress.total.unknown).toBeGreaterThan(0);
  });

  test('a bonus that nobody earned may stay blank', () => {
    const progress = owed(reviewed(sampleForm(emptied).snapshot));
    expect(progress.rows.find(({ row }) => row.kind === 'bonus')?.debts).toEqual([]);
  });

  test('a draft with a blank is owed as such, once', () => {
    const text = '未达标原因：是因为【请填写：由什么引起】。\n改进措施：加强督促。';
    const progress = owed(reviewed(goal('窗口服务覆盖率', '≥95%', '90%', { stated: 9.47, evidence: text })));
    expect(rowNamed(progress, '覆盖率').debts).toEqual(['blank']);
  });

  const short = { actual: '188人次', stated: 18.8 };
  test.each<[string, Partial<RowSpec>, DebtKind[], DebtKind[]]>([
    ['no word', { ...short, evidence: '' }, ['reason', 'improvement'], []],
    ['a reason alone', { ...short, evidence: '未达标原因：场地维修。' }, ['improvement'], []],
    ['one text that may be both', { ...short, evidence: '由于场地维修，培训减少。' }, [], ['improvement']],
    ['all of it', { ...short, evidence: '未达标原因：场地维修。改进措施：年内补齐。' }, [], []],
    ['far more than planned', { actual: '400人次' }, [], ['over']],
  ])('what 核查 asks for has a draft: %s', (_, change, debts, offers) => {
    const form = reviewed(training(0, change));
    const found = rowNamed(owed(form), '培训人次');
    expect([found.debts, found.offers]).toEqual([debts, offers]);
    const asked = form.findings.some(({ check }) => check === 'missing-reason' || check === 'over-completion');
    const draft = draftFor(found.row, draftedOf(found), 0);
    expect(draft.reason + draft.improvement !== '').toBe(asked);
  });

  test('a score that the rule does not allow is owed anew, without a reason for it', () => {
    const progress = owed(reviewed(goal('窗口服务覆盖率', '≥95%', '90%', { stated: 8, evidence: '' })));
    expect(rowNamed(progress, '覆盖率').debts).toEqual(['mismatch']);
    expect(rowNamed(progress, '覆盖率').offers).toEqual(['reason', 'improvement']);
  });

  test('a total is owed once the scores above it are right, not anew after each of them', () => {
    const wrong = owed(reviewed(sampleForm().snapshot));
    const total = (progress: Progress) => progress.rows.find(({ row }) => row.kind === 'total')?.debts;
    expect(rowNamed(wrong, '非因不可抗力').debts).toContain('mismatch');
    expect(total(wrong)).toEqual([]);
    const mended = owed(reviewed(sampleForm(new Map([['I42', 2.93]])).snapshot));
    expect(total(mended)).toEqual(['mismatch']);
    expect(total(owed(reviewed(sampleForm(emptied).snapshot)))).toEqual([]);
  });

  test('next and previous go round', () => {
    const progress = owed(reviewed(sampleForm(emptied).snapshot));
    const owing = progress.rows.filter(({ debts }) => debts.length > 0);
    expect(nextOwed(progress, null, 1)).toBe(owing[0]);
    expect(nextOwed(progress, owing.at(-1)?.row.key ?? '', 1)).toBe(owing[0]);
    expect(nextOwed(progress, owing[0]?.row.key ?? '', -1)).toBe(owing.at(-1));
  });

  test('each debt has a comment with the rule, which goes when it is paid', () => {
    const comments = promptsFor(owed(reviewed(goal('窗口服务覆盖率', '≥95%', '90%', { stated: 9.47, evidence: '' }))));
    expect(comments).toHaveLength(1);
    expect(comments[0]?.text).toMatch(/^【提示】填报：还欠未达标原因、改进措施\n规则：/);
    const paid = goal('窗口服务覆盖率', '≥95%', '90%', {
      stated: 9.47,
      evidence: '未达标原因：窗口搬迁较晚。改进措施：年内补齐。',
    });
    expect(promptsFor(owed(reviewed(paid)))).toEqual([]);
  });
});

test('a band of which a person chooses proposes no one score', () => {
  const band = { name: '制度健全性', target: '健全', actual: '部分达成', weight: 20, stated: null };
  const form = reviewed(training(0, band));
  const { row } = rowNamed(owed(form), '制度健全性');
  expect(row.score?.accepted.some(({ low, high }) => low.lt(high))).toBe(true);
  expect(proposalFor(row, form)).toMatchObject({ value: null, origin: 'judged' });
});

describe('the score', () => {
  test('by rule with its arithmetic, and the plan that enters it over what was read', () => {
    const snapshot = sampleForm(new Map([['I42', null]])).snapshot;
    const form = reviewed(snapshot);
    const { row } = rowNamed(owed(form), '非因不可抗力');
    const proposal = proposalFor(row, form);
    expect(proposal?.value?.toString()).toBe('2.93');
    expect(proposal?.arithmetic).toBe('94.07 ÷ 95 × 2.96 = 2.93');
    const plan = scorePlan(snapshot, row, new Decimal('2.93'));
    expect(plan?.edits).toEqual([{ cell: parseAddress('I42'), before: null, after: 2.93 }]);
  });

  test.each([
    ['its unit', '60', '36分', '30分'],
    ['what it is out of', '60（60）', '36（40）', '30（40）'],
  ])('leaves %s beside it', (_, first, second, entered) => {
    const snapshot = sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|230人次|${first}|
效益指标|社会效益指标|知晓率|≥90%|81%|${second}|宣传不够
总分：96分`);
    const rows = owed(reviewed(snapshot)).rows.map(({ row }) => row);
    const written = (name: string, score: number) => {
      const row = rows.find(({ name: own }) => own === name);
      return row === undefined ? null : scorePlan(snapshot, row, new Decimal(score))?.edits[0]?.after;
    };
    expect(written('知晓率', 30)).toBe(entered);
    expect(written('总分', 90)).toBe('总分：90分');
  });

  test('a judged one has bounds, and points outside them are refused', () => {
    const form = reviewed(sampleForm(new Map([['I14', null]])).snapshot);
    const proposal = proposalFor(rowNamed(owed(form), '部门预算编制情况').row, form);
    if (proposal === null) throw new Error('no proposal');
    expect(proposal.value).toBeNull();
    expect(refusal(new Decimal('3.01'), proposal)).toBe('得分应在 0 到 3 之间。');
    expect(refusal(new Decimal(3), proposal)).toBeNull();
  });

  test('what the text claims is offered', () => {
    const form = reviewed(sampleForm(new Map([['I12', null]])).snapshot);
    expect(proposalFor(rowNamed(owed(form), '财务管理制度').row, form)).toMatchObject({ origin: 'claimed' });
  });

  test('points that the rule does not allow are objected to', () => {
    const form = reviewed(sampleForm().snapshot);
    const proposal = proposalFor(rowNamed(owed(form), '非因不可抗力').row, form);
    if (proposal === null) throw new Error('no proposal');
    expect(objection(new Decimal('2.66'), proposal)).toMatch(/^按规则应为 2\.93/);
    expect(objection(new Decimal('2.93'), proposal)).toBeNull();
  });
});

describe('where a draft goes', () => {
  const labels = { reason: '未达标原因', improvement: '改进措施' };
  const draft = { reason: '审核不严。', improvement: '加强审核。' };
  test.each([
    ['an empty cell', '', '未达标原因：审核不严。\n改进措施：加强审核。'],
    ['after a basis', '评分依据：按要求编制。', '评分依据：按要求编制。\n未达标原因：审核不严。\n改进措施：加强审核。'],
    ['in place of a bare 无', '无', '未达标原因：审核不严。\n改进措施：加强审核。'],
  ])('%s', (_, before, after) => expect(placeDraft(before, draft, labels)).toBe(after));

  test('a line with blanks is completed where it stands, all else stays', () => {
    const evidence = '评分依据：甲。\n未达标原因：由于【请填写：什么】。\n（后补）';
    const snapshot = goal('窗口服务覆盖率', '≥95%', '90%', { stated: 9.47, evidence });
    const { row } = rowNamed(owed(reviewed(snapshot)), '覆盖率');
    const lines = openLines(snapshot, row);
    expect(lines.map(({ text }) => text)).toEqual(['未达标原因：由于【请填写：什么】。']);
    const plan = completionPlan(
      snapshot,
      row,
      lines.map((line) => [line, '未达标原因：由于乙。']),
    );
    expect(plan?.edits.map(({ after }) => after)).toEqual(['评分依据：甲。\n未达标原因：由于乙。\n（后补）']);
  });

  test('a column for the reason alone takes no label', () => {
    const snapshot = departmentForm({
      goals: [{ name: '窗口服务覆盖率', target: '≥95%', actual: '90%', weight: 10, stated: 9.47, evidence: '' }],
      heading: '扣分原因',
    });
    const { row, debts } = rowNamed(owed(reviewed(snapshot)), '覆盖率');
    expect(draftPlan(snapshot, row, debts, { reason: '甲。', improvement: '' })?.edits[0]?.after).toBe('甲。');
  });

  test('a column of its own for the improvement takes it', () => {
    const snapshot = sheet([
      ['项目支出绩效自评表'],
      ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '扣分原因', '改进措施'],
      ['产出指标', '数量指标', '建设窗口数量', '≥10个', '8个', 50, 40, '', ''],
      ['效益指标', '社会效益', '群众办事覆盖率', '≥90%', '95%', 50, 50, '', ''],
      ['总分', null, null, null, null, 100, 90],
    ]);
    const { row, debts } = rowNamed(owed(reviewed(snapshot)), '窗口');
    expect(debts).toEqual(['reason', 'improvement']);
    const plan = draftPlan(snapshot, row, debts, { reason: '甲。', improvement: '乙。' });
    expect(plan?.edits.map(({ cell, after }) => [formatAddress(cell), after])).toEqual([
      ['H3', '甲。'],
      ['I3', '乙。'],
    ]);
  });

  test('a text that no cell holds is not written', () => {
    const snapshot = goal('窗口服务覆盖率', '≥95%', '90%', { stated: 9.47, evidence: '' });
    const { row, debts } = rowNamed(owed(reviewed(snapshot)), '覆盖率');
    expect(draftPlan(snapshot, row, debts, { reason: '甲'.repeat(40_000), improvement: '' })).toBeNull();
  });
});

describe('drafts', () => {
  test.each([
    ['a rate', '窗口服务覆盖率', '≥95%', '94.07%', /94\.07%，.*95%，?差0\.93个百分点，扣0\.1分/],
    ['a count', '培训场次', '≥12场', '9场', /12场.*9场，少3场，扣2\.5分/],
    ['money in 万', '争取资金', '≥500万元', '480万元', /少20万元/],
    ['satisfaction', '群众满意度', '≥90%', '85%', /85%.*90%，?差5个百分点/],
    ['complaints', '有效投诉件数', '≤5件', '8件', /不超过5件，多3件/],
    ['a limit', '人均办公成本', '≤100元', '110元', /不超过100元，多10元/],
  ])('%s', (_, name, target, actual, figures) => {
    const progress = owed(reviewed(goal(name, target, actual, { stated: 1 })));
    const base = rowNamed(progress, name);
    expect(draftFor({ ...base.row, stated: null }, ['reason'], 0).reason).toMatch(figures);
  });

  // By how much points are lost for these no rule says: the score is the officer's.
  test.each([
    ['a date', '系统上线时间', '2022年6月底前', '2022年9月', /2022年6月.*2022年9月.*晚3个月/],
    ['a date of another year', '系统上线时间', '2021年12月', '2022年1月', /晚1个月/],
    ['a day', '系统上线时间', '2022年6月15日前', '2022年6月18日', /2022年6月15日.*2022年6月18日.*晚3天/],
    ['a date without its year', '系统上线时间', '6月底前', '8月', /6月.*8月.*晚2个月/],
    ['a range of figures', '抽查比例', '10-20%', '5%', /10至20%.*5%/],
  ])('%s', (_, name, target, actual, figures) => {
    const { row } = rowNamed(owed(reviewed(goal(name, target, actual, { stated: 8, evidence: '' }))), name);
    expect(draftFor(row, ['reason'], 0).reason).toMatch(figures);
  });

  test('there are several wordings, each with a blank for what nobody knows', () => {
    const { row } = rowNamed(owed(reviewed(sampleForm().snapshot)), '非因不可抗力');
    expect(wordingsOf(row, ['reason', 'improvement'])).toBeGreaterThan(1);
    for (const turn of [0, 1, 2, 3]) {
      const { reason, improvement } = draftFor(row, ['reason', 'improvement'], turn);
      expect(reason).toContain('【请填写：');
      expect(improvement).toContain('【请填写：');
      expect(`${reason}${improvement}`).not.toMatch(/[{}[\]]|undefined|null/);
    }
  });

  test.each([
    ['二、2、热线接通率：按月统计', '热线接通率'],
    ['非因不可抗力或影响范围广泛的突发事件导致的话务高峰', '该指标'],
  ])('%s is spoken of as %s', (name, spoken) => expect(spokenName(name)).toBe(spoken));

  test('what kept goals from being reached names the indicators that were missed, long names too', () => {
    const progress = owed(reviewed(sampleForm().snapshot));
    const narrative = rowNamed(progress, '未能完成原因');
    const { row, debts } = narrative;
    expect(debtsInWords(narrative)).toBe('未能完成原因');
    const missed = [
      '二、2、非因不可抗力或影响范围广泛的突发事件导致的话务高峰时段接通率',
      '三、1、热线接通率：按月统计',
    ];
    expect(draftFor(row, debts, 0, missed).reason).toContain(
      '“非因不可抗力或影响范围广泛的突发事件导致的话务高峰时段接通率”、“热线接通率”',
    );
  });

  test('placed in the sample form they raise nothing but their blanks, and nothing once these are filled', () => {
    for (const turn of [0, 1, 2]) {
      const { snapshot } = sampleForm(new Map([['I42', 2.93]]));
      const before = reviewed(snapshot);
      const loud = ({ findings }: FormReview) =>
        findings
          .filter(({ severity }) => severity !== 'info')
          .map(({ check, cell }) => `${check} ${formatAddress(cell)}`);
      const drafts = owed(before).rows.map((one) => ({ row: one.row, kinds: draftedOf(one) }));
      const edits = drafts.flatMap(
        ({ row, kinds }) => draftPlan(snapshot, row, kinds, draftFor(row, kinds, turn, ['甲']))?.edits ?? [],
      );
      expect(edits.length).toBeGreaterThan(4);
      const known = new Set(loud(before));
      const drafted = loud(reviewed(entered(snapshot, edits))).filter((finding) => !known.has(finding));
      expect(drafted.filter((finding) => !finding.startsWith('draft-blank'))).toEqual([]);
      expect(drafted).toHaveLength(edits.length);
      const done = edits.map((edit) => ({
        ...edit,
        after: String(edit.after).replace(/【请填写[^】]*】/g, '人手不足'),
      }));
      const after = reviewed(entered(snapshot, done));
      expect(loud(after).filter((finding) => !known.has(finding))).toEqual([]);
      const left = owed(after).rows.filter((one) => one.row.evidence !== null && draftedOf(one).length > 0);
      expect(left.map(({ row, debts }) => [row.name, debts])).toEqual([]);
    }
  });
});

describe('what else the pane says', () => {
  test('the block’s money is offered where an indicator is about it and does not state it', () => {
    const form = reviewed(
      departmentForm({
        managed: [
          { name: '预算完成率', evidence: '' },
          { name: '资产管理', evidence: '' },
        ],
        budget: [1000, 900],
      }),
    );
    const facts = blockFacts(form.form);
    expect(facts.map(({ text }) => text)).toEqual(['1000元', '900元', '90%']);
    const progress = owed(form);
    expect(usesBlock(rowNamed(progress, '预算完成率').row, facts)).toBe(true);
    expect(usesBlock(rowNamed(progress, '资产管理').row, facts)).toBe(false);
  });

  test('rows sorted away from their headings are said, a form in order is not', () => {
    const header = ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因'];
    const rows = [
      ['产出指标(50分)', '数量指标', '建设窗口数量', '≥10个', '10个', 20, 20],
      [null, '质量指标', '验收合格率', '≥90%', '95%', 30, 30],
      ['效益指标(50分)', '社会效益', '群众办事覆盖率', '≥90%', '95%', 40, 40],
      [null, '可持续影响', '长效机制数量', '≥1个', '1个', 10, 10],
    ];
    const form = (order: readonly number[]) =>
      reviewed(
        sheet([
          ['项目支出绩效自评表'],
          header,
          ...order.map((index) => rows[index] ?? []),
          ['总分', null, null, null, null, 100, 100],
        ]),
      ).form;
    expect(partedRows(form([0, 1, 2, 3]))).toBeNull();
    expect(partedRows(form([0, 2, 1, 3]))).toMatch(/排序打乱/);
    expect(partedRows(reviewed(sampleForm().snapshot).form)).toBeNull();
  });
});
