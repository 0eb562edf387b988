import fc from 'fast-check';
import { demandOf, isNoAnswer, splitEvidence } from '../../src/form/evidence';

const THREE = '评分依据、未达标原因、改进措施';
const NATIONAL = '偏差原因分析及改进措施';
const CELL = { row: 3, column: 4 };

function split(text: string, heading: string) {
  const { basis, shortfallReason, improvement, unlabelled } = splitEvidence(CELL, text, heading);
  return { basis, reason: shortfallReason, improvement, unlabelled };
}

const NOTHING = { basis: '', reason: '', improvement: '', unlabelled: '' };

describe('splitEvidence', () => {
  test('three labelled answers', () => {
    expect(split('评分依据：执行率为99.89%。 未达标原因：个别项目结转。 改进措施：提早编制。', THREE)).toEqual({
      basis: '执行率为99.89%。',
      reason: '个别项目结转。',
      improvement: '提早编制。',
      unlabelled: '',
    });
  });

  test('keeps the cell and its whole text', () => {
    const text = '得分依据：制度健全。';
    expect(splitEvidence(CELL, text, THREE)).toMatchObject({ at: CELL, text, value: text, basis: '制度健全。' });
  });

  test.each([
    ['1.评分依据:甲 2.扣分原因:乙 3.整改措施:丙'],
    ['（1）得分情况：甲\n（2）存在问题：乙\n（3）下一步措施：丙'],
    ['【评分依据】甲【未达标原因】乙【改进措施】丙'],
    ['一、得分依据：甲\n二、偏差原因分析：乙\n三、拟采取的改进措施：丙'],
    ['评分依据\n甲\n未达标原因\n乙\n改进措施\n丙'],
    ['依据：甲；原因：乙；下一步工作：丙'],
    ['评分依据 甲 未达标原因 乙 改进措施 丙'],
    ['得分依据：甲。未达标原因主要是乙。改进措施为丙。'],
    ['①评分依据：甲②失分原因：乙③改进建议：丙'],
  ])('labels with numbers, brackets, on their own line: %j', (text) => {
    const parts = split(text, THREE);
    const bare = (part: string) => part.replace(/[；。\s]/g, '');
    expect([parts.basis, parts.reason, parts.improvement].map(bare)).toEqual(['甲', '乙', '丙']);
  });

  test.each([
    '无',
    '无。',
    '/',
    '—',
    '0',
    '不存在未达标项目。',
    '不存在偏差',
    '无偏差',
    '已完成，无偏差',
    '不适用',
    '（无）',
    '(无偏差)',
    '略',
    '待补充',
    '未发生扣分情况',
  ])('a reason that says %s is none', (answer) => {
    expect(split(`评分依据：甲。未达标原因：${answer}`, THREE)).toMatchObject({ basis: '甲。', reason: '' });
    expect(split(answer, NATIONAL)).toEqual({ ...NOTHING, unlabelled: answer });
  });

  test.each([
    '无法按期开工',
    '（资金未到位）',
    '待补充设备到货',
    '没有按时到位',
    '无人机采购流标',
    '不存在合格的供应商,重新招标',
  ])('%s is a reason', (answer) => {
    expect(isNoAnswer(answer)).toBe(false);
    expect(split(answer, '扣分原因').reason).toBe(answer);
  });

  test('a column that asks for reasons and measures needs no labels', () => {
    const text = '尾款未付，最高限价低于预算。提高预算准确度。';
    expect(split(text, NATIONAL)).toEqual({ ...NOTHING, reason: text, improvement: '提高预算准确度。' });
    expect(split('特困人员实行动态管理', '未完成原因及拟采取的改进措施')).toEqual({
      ...NOTHING,
      reason: '特困人员实行动态管理',
    });
  });

  test.each(['项目延期，下年实施。', '尾款按合同明年支付。', '补植未完成，下一年补齐。', '尾款次一年支付。'])(
    '%s says what will be done',
    (text) => {
      expect(splitEvidence(CELL, text, '未完成原因及改进措施').improvement).toBe(text);
    },
  );

  test('one label for reason and measures gives both', () => {
    const answer = '疫情影响培训。下一步将加快进度。';
    expect(split(`原因及改进措施：${answer}`, THREE)).toEqual({
      ...NOTHING,
      reason: answer,
      improvement: '下一步将加快进度。',
    });
  });

  test.each([
    ['评分依据：执行89%。未达标原\n因分析：招标较晚。改进\n措施：及早招标。', '招标较晚。', '及早招标。'],
    ['依据：执行89%。\n未达标\r\n原因：招标较晚。\n下\n一步措施：及早招标。', '招标较晚。', '及早招标。'],
    ['依据：执行89%\n原因：招标较晚\n措施：及早招标', '招标较晚', '及早招标'],
  ])('lines that were broken in the middle of a label leave it one: %j', (text, shortfallReason, improvement) => {
    expect(splitEvidence({ row: 0, column: 0 }, text, '备注')).toMatchObject({ shortfallReason, improvement });
  });

  test('what will be done is seen where a line ends in the middle of its word', () => {
    const { improvement } = splitEvidence({ row: 0, column: 0 }, '招标较晚，今后加\n强计划。', '未达标原因及改进措施');
    expect(improvement).toBe('招标较晚，今后加强计划。');
  });

  test('a column for measures only takes its text for them', () => {
    expect(split('加强调度。', '改进措施')).toEqual({ ...NOTHING, improvement: '加强调度。' });
  });

  test('a column for remarks asks for nothing', () => {
    expect(split('按月统计', '备注')).toEqual({ ...NOTHING, unlabelled: '按月统计' });
  });

  test('a cause inside the basis is no reason, but is pointed out', () => {
    const cause = '其中热线受疫情的影响，导致部分月份不达标。';
    expect(split(`评分依据：共17个指标，16个完成。${cause}`, THREE)).toEqual({
      ...NOTHING,
      basis: `共17个指标，16个完成。${cause}`,
      unlabelled: cause,
    });
    expect(split('制度健全。因此，得3分满分。', THREE)).toEqual({ ...NOTHING, basis: '制度健全。因此，得3分满分。' });
  });

  test('a cause inside the basis needs no pointing out where the reason is given', () => {
    expect(split('评分依据：由于疫情，完成率90%。未达标原因：停课。', THREE)).toMatchObject({
      reason: '停课。',
      unlabelled: '',
    });
  });

  test('words inside a sentence are no labels', () => {
    expect(split('评分依据：已查明未达标原因并落实改进措施，运行正常。', THREE)).toMatchObject({
      reason: '',
      improvement: '',
    });
  });

  test('a short word that begins a sentence is no label', () => {
    const text = '原因不明，正在核实。';
    expect(split(text, NATIONAL)).toMatchObject({ reason: text });
  });

  test('an empty cell gives nothing', () => {
    expect(split('', THREE)).toEqual(NOTHING);
  });

  test('nothing of a text is lost, and a full cell is split at once', () => {
    const pieces = fc.constantFrom(
      '评分依据：',
      '未达标原因',
      '：',
      '改进措施:',
      '无',
      '。',
      '1.',
      '【',
      '】',
      '甲',
      '\n',
      ' ',
      '由于',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), fc.constantFrom(THREE, NATIONAL, '备注'), (parts, heading) => {
        const whole = parts.join('');
        const found = Object.values(split(whole, heading)).join('');
        for (const character of ['甲', '由']) expect(found.includes(character)).toBe(whole.includes(character));
      }),
    );
  });
});

describe('demandOf', () => {
  test.each([
    [THREE, true, true],
    [NATIONAL, true, true],
    ['未完成原因及拟采取的\n改进措施', true, true],
    ['未完成原因分析', true, false],
    ['扣分原因', true, false],
    ['扣分原因和其他说明', true, false],
    ['改 进 措 施', false, true],
    ['备注', false, false],
    ['说明', false, false],
    ['', false, false],
  ])('%s', (heading, reason, improvement) => {
    expect(demandOf(heading)).toEqual({ reason, improvement });
  });
});

test.each(['XXXX', '×××', '请填写未完成原因', '（此处填写偏差原因及改进措施）'])(
  '%s, left by the template, answers nothing',
  (answer) => {
    expect(isNoAnswer(answer)).toBe(true);
  },
);

test.each([
  '执行率低于90%的需说明原因',
  '如有偏差请说明原因',
  '1.如未达标须说明原因',
  '1.执行率=执行数/调整后预算数，低于90%的需说明原因（100字以内）；2.年中追加或调减的，应单独说明理由；3.其他资金包括：社会资金、贷款。',
])('what the form itself prints about answering, %s, is no answer', (printed) => {
  expect(isNoAnswer(printed)).toBe(true);
});

test.each([
  '请各乡镇填写台账后汇总，进度滞后',
  'XX村道路未完工',
  '尾款待验收后支付',
  '1.执行率=执行数/调整后预算数，低于90%的需说明原因（100字以内）；尾款待验收后支付。',
  '施工单位须说明情况后复工；工期顺延，尾款未付。',
  '3家单位迟报，已发函请说明原因',
  '3家单位迟报，按规定须说明情况',
  '3家单位未报的，须说明情况',
  '部分资金是跨年支付的，需说明情况',
  '人员变动，财政局要求有关单位须说明情况',
  '报送率=90%，因3家单位迟报；未报送单位需说明原因',
  '报送率=18/20，系人员变动，未报送的需说明原因',
  '未支出部分包括：质保金10万元，按合同次年支付，需说明情况',
])('%s is an answer', (answer) => {
  expect(isNoAnswer(answer)).toBe(false);
});
