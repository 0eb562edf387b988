import { mendAll } from '../../src/advice/mendAll';
import { review, type FormReview } from '../../src/review';
import { formatAddress, parseAddress } from '../../src/sheet/address';
import { sampleForm } from '../../src/workbench/sample';
import { sheetOf } from '../fixtures/corpus/read';
import { training } from '../fixtures/training';

function reviewed(snapshot: ReturnType<typeof training>): FormReview {
  const [form] = review(snapshot).forms;
  if (form === undefined) throw new Error('no form');
  return form;
}

const shown = (form: FormReview, takes?: readonly string[]) =>
  mendAll(form, takes && ((cell) => takes.includes(formatAddress(cell))))?.mends.map(
    ({ cell, after }) => `${formatAddress(cell)} ${after}`,
  );

describe('everything that follows from the sheet, mended in one go', () => {
  test('comes to the total that the head gives: a score that was only rounded another way counts as it stands', () => {
    const form = reviewed(sampleForm().snapshot);
    expect(form.scores.total.recomputed?.toString()).toBe('94.62');
    expect(mendAll(form)?.total?.after.toString()).toBe('94.62');
  });

  const wrong = training(0, { actual: '150人次' }, { total: { weight: 100, stated: 100 } });

  test('a score and the total that changes with it, although nothing was wrong with the total', () => {
    const all = mendAll(reviewed(wrong));
    expect(all?.mends.map(({ cell, after }) => `${formatAddress(cell)} ${after}`)).toEqual(['G7 15', 'G11 95']);
    expect([all?.total?.before.toString(), all?.total?.after.toString()]).toEqual(['100', '95']);
    expect(all?.plan.edits).toEqual([
      { cell: parseAddress('G7'), before: 20, after: 15 },
      { cell: parseAddress('G11'), before: 100, after: 95 },
    ]);
  });

  test('what is not ticked stays, and the total is that of what is', () => {
    expect(shown(reviewed(wrong), ['G7'])).toEqual(['G7 15']);
    const all = mendAll(reviewed(wrong), (cell) => formatAddress(cell) === 'G7');
    expect(all?.total?.after.toString()).toBe('100');
  });

  test('words around a figure stay: 培训人次（50分） and 总分：97分', () => {
    const form = reviewed(
      sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|得分|未完成原因
产出指标|数量指标|培训人次（50分）|≥200人次|230人次|60|
效益指标|社会效益指标|知晓率（40分）|≥90%|81%|36|宣传不够。改进措施：多宣传
总分：97分`),
    );
    const all = mendAll(form);
    expect(all?.plan.edits.map(({ before, after }) => [before, after])).toEqual([
      ['培训人次（50分）', '培训人次（60分）'],
      ['总分：97分', '总分：96分'],
    ]);
  });

  test('a total that is wrong by itself becomes what it is once all is mended, and what is not ticked counts as it is', () => {
    // The figure in 50（50） stands there twice: a person changes it, and the total is to fit then.
    const form = reviewed(
      sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|未完成原因
产出指标|数量指标|培训人次|≥200人次|150人次|50|50（50）|经费不足。改进措施：争取经费
效益指标|社会效益指标|知晓率|≥90%|81%|40|40分|宣传不够。改进措施：多宣传
满意度指标|满意度|满意度|≥90%|95%|10|10分|
总分：97分`),
    );
    expect(shown(form)).toEqual(['G4 36分', 'A6 总分：83.5分']);
    expect(shown(form, ['A6'])).toEqual(['A6 总分：100分']);
    expect(mendAll(form, (cell) => formatAddress(cell) === 'A6')?.plan.label).toBe('改为 100（A6）');
  });

  test('a total with a formula follows by itself', () => {
    const summed = training(
      0,
      { actual: '150人次' },
      { total: { weight: 100, stated: { value: 100, formula: '=SUM(G7:G10)+H5' } } },
    );
    const all = mendAll(reviewed(summed));
    expect(all?.mends.map(({ cell }) => formatAddress(cell))).not.toContain('G11');
  });

  test('a form in order has nothing to mend, nor has what a person must decide', () => {
    expect(mendAll(reviewed(training()))).toBeNull();
    expect(mendAll(reviewed(training(0, { evidence: '', actual: '190人次', stated: 19 })))).toBeNull();
  });

  test('in the sample form the score, the total and every sentence agree', () => {
    const form = reviewed(sampleForm().snapshot);
    const all = mendAll(form);
    expect(all?.total?.after.toString()).toBe('94.62');
    expect(all?.grade).toEqual({ before: '优', after: '优' });
    const at = (address: string) => form.findings.filter(({ cell }) => formatAddress(cell) === address);
    expect(at('I42').map(({ fix, becomes }) => [fix?.after, becomes])).toEqual([[2.93, '94.62']]);
    expect(at('I52').map(({ fix, becomes }) => [fix?.after, becomes])).toEqual([[94.62, '94.62']]);
    for (const address of ['I42', 'I52']) expect(at(address)[0]?.message).toMatch(/总分应为 94\.62/);
  });
});
