import { CHECKS } from '../src/checks';
import { review } from '../src/review';
import { formatAddress } from '../src/sheet/address';
import { sampleForm } from '../src/workbench/sample';
import { mendedSampleForm } from './fixtures/mendedSample';
import { deepFreeze, sheet } from './support/sheet';
import { TRAINING, training, trainingIn } from './fixtures/training';

const loud = (snapshot: Parameters<typeof review>[0]) =>
  review(snapshot).forms.flatMap(({ findings }) => findings.filter(({ severity }) => severity !== 'info'));

describe('the sample form', () => {
  const { snapshot } = sampleForm();

  test('every inconsistency is found, by the check that is there for it', () => {
    expect(loud(snapshot).map(({ check, cell }) => `${check} ${formatAddress(cell)}`)).toEqual([
      'reason-contradiction J5',
      'budget-unit A6',
      'budget-rate F10',
      'evidence-amount J17',
      // 4122 against the table of money, 100% against the definition, and no word of why it is so.
      'evidence-amount J18',
      'evidence-denominator J18',
      'missing-reason J18',
      'missing-reason J23',
      'missing-reason J27',
      'evidence-rate J30',
      'evidence-label J32',
      'score-by-rule I42',
      'total-sum I52',
    ]);
  });

  test('its questions are asked too', () => {
    const [form] = review(snapshot).forms;
    const asked = form?.findings.filter(({ severity }) => severity === 'info') ?? [];
    expect(asked.map(({ check, cell }) => `${check} ${formatAddress(cell)}`)).toEqual([
      'rounding-mixed I13',
      'reason-contradiction J15',
      'evidence-topic J16',
      'over-completion J41',
      'evidence-topic J44',
      'evidence-topic E50',
    ]);
  });

  test('the total is explained by the indicator at full marks', () => {
    const total = loud(snapshot).find(({ check }) => check === 'total-sum');
    expect(total).toMatchObject({ expected: '94.62', found: '94.65', related: [{ row: 41, column: 8 }] });
    expect(total?.message).toMatch(/各项得分之和为 94\.35，.*改正后，总分应为 94\.62。$/);
  });

  test('mended, nothing is loud', () => {
    expect(loud(mendedSampleForm().snapshot).map(({ message }) => message)).toEqual([]);
  });
});

describe('review', () => {
  test('gives the same again, and leaves the sheet as it was', () => {
    const frozen = deepFreeze(sampleForm().snapshot);
    expect(JSON.stringify(review(frozen))).toBe(JSON.stringify(review(frozen)));
  });

  test('findings stand in the order of the sheet, the louder first at one cell', () => {
    const [form] = review(sampleForm().snapshot).forms;
    const order = { error: 0, warning: 1, info: 2 };
    const keys = (form?.findings ?? []).map(
      ({ cell, severity }) => cell.row * 1e5 + cell.column * 10 + order[severity],
    );
    expect(keys).toEqual([...keys].sort((a, b) => a - b));
  });

  test('says why a sheet holds no form', () => {
    expect(review(sheet([['物资领用台账'], ['日期', '名称', '数量']]))).toMatchObject({
      forms: [],
      none: { reason: expect.stringContaining('自评表') as string },
    });
  });

  test('names what it checked and what it could not', () => {
    const rows = TRAINING.map((row, index) => (index === 0 ? { ...row, actual: '若干' } : row));
    const [form] = review(training(null, {}, { rows, total: null })).forms;
    expect(form?.coverage.checks.length).toBeLessThan(CHECKS.length);
    expect(form?.coverage.unchecked).toEqual([
      expect.stringContaining('没有总分行'),
      expect.stringContaining('“培训人次”没有按规则核对得分'),
    ]);
  });

  test('says of judged indicators that a person judges them', () => {
    const [form] = review(trainingIn('L11')).forms;
    expect(form?.coverage.unchecked.join()).toMatch(/4 项没有可以套用的评分规则.*“培训人次”/);
  });

  test('a form without scores is said to have none', () => {
    const [form] = review(trainingIn('L10')).forms;
    expect(form?.coverage.unchecked).toEqual(['表内没有得分栏，没有核对得分。']);
  });

  test('the rulebook that the officer chose is applied', () => {
    const [first] = review(training()).forms;
    const chosen = first === undefined ? {} : { rulebook: { ...first.scores.rulebook, id: 'mine' } };
    expect(review(training(), chosen).forms[0]?.scores).toMatchObject({ rulebook: { id: 'mine' }, why: '由您选定。' });
  });
});
