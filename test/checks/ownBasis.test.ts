import { review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import { sheetOf } from '../fixtures/corpus/read';

/** A form whose basis (F) and reason (H) stand in columns of their own; one row's basis is to be tried. */
function formWith(standard: string, basis: string, score: number, reason = '') {
  return sheetOf(`2023年度部门整体支出绩效自评表
一级指标|二级指标|三级指标|评分标准|分值|自评依据|得分|扣分原因
过程|预算执行|政府采购执行率|${standard}|10|${basis}|${score}|${reason}
过程|预算管理|管理制度健全性|健全得90分。|90|制度健全。|90|
合计||||100||${90 + score}|`);
}

const STANDARD = '100%计10分，每降低1个百分点扣1分';
const REASON = '原因：一台设备流标。改进措施：提早采购。';

function loudIn(sheet: ReturnType<typeof formWith>) {
  const [form] = review(sheet).forms;
  return form?.findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ check, cell }) => `${check} ${formatAddress(cell)}`);
}

describe('a basis in a column of its own, beside the reason', () => {
  it('is what a printed standard is held against', () => {
    expect(loudIn(formWith(STANDARD, '采购执行率98%', 8, REASON))).toEqual([]);
    expect(loudIn(formWith(STANDARD, '采购执行率=98%', 8, REASON))).toEqual([]);
    expect(loudIn(formWith(STANDARD, '采购执行率98%', 10))).toEqual(['score-by-rule G3']);
  });

  it('may claim the score', () => {
    expect(loudIn(formWith('由评价组评定', '有一次流标，扣2分', 8, REASON))).toEqual([]);
    expect(loudIn(formWith('由评价组评定', '有一次流标，扣2分', 9, REASON))).toEqual(['evidence-score G3']);
  });

  it('is recomputed where it stands', () => {
    const right = '采购预算200万元，实际采购196万元，采购执行率98%';
    const wrong = '采购预算200万元，实际采购186万元，采购执行率98%';
    expect(loudIn(formWith('由评价组评定', right, 8, REASON))).toEqual([]);
    expect(loudIn(formWith('由评价组评定', wrong, 8, REASON))).toEqual(['evidence-rate F3']);
    expect(loudIn(formWith('由评价组评定', '采购5次+3次=9次', 8, REASON))).toEqual(['evidence-equation F3']);
  });

  it('counts among what sentences state', () => {
    const [form] = review(formWith(STANDARD, '采购执行率98%', 8, REASON)).forms;
    expect(form?.coverage.stated.total).toBe(1);
  });
});

describe('a standard that tells how its rate is divided', () => {
  const shares = '实际采购金额/采购预算×分值';
  const told = '在职人员数/编制数×100%，≤100%得满分，每超1%扣1分';

  it.each([
    [shares, '采购预算200万元，实际采购180万元', 9, []],
    [shares, '采购预算200万元，实际采购180万元', 10, ['score-by-rule G3']],
    [told, '编制50人，在职50人，控制率100%', 10, []],
    [told, '编制50人，在职52人，控制率104%', 10, ['score-by-rule G3']],
  ])('%s：%s，%d 分', (standard, basis, score, found) => {
    expect(loudIn(formWith(standard, basis, score, score < 10 ? REASON : ''))).toEqual(found);
  });
});
