import { review } from '../../src/review';
import { sheetOf } from '../fixtures/corpus/read';

/** What stands where a figure should, in phrases that readers take figures out of. */
const ODD = ['.', '1..', '1.2.3'];

const PHRASES = [
  ...[
    '完成N%',
    '率N%',
    'AN级',
    '较上年增长N%',
    '增长到N',
    '达到N%的',
    'N年',
    '第N批N月底前',
    'N期×N人',
    'N元/人×N人=N元',
  ],
  ...['应补N户，实补N户', '计划N场，实际完成N场', '占N%的比例', '率÷N%×10', '共设置N项指标，全部完成', 'N÷N=N'],
  ...[
    '得N分',
    '扣N分',
    'N分/N分',
    '自评N复核N',
    '满分N分，得分N分',
    'N分（满分）',
    '自评得分N分',
    '因此再扣N分',
    '结果:N分',
  ],
  ...[
    '每多1个加N分',
    '满分，每多N场加N分',
    '最多加N分',
    '不超过N分',
    '每超N个百分点扣N分',
    '每少N场扣N分',
    'N%-N%得N分',
  ],
  ...[
    '预算N万元，执行N万元，执行率N%',
    '按收入性质分：N',
    '其中：财政拨款：N万元',
    '比上年增加N个，增长N%',
    '指标（N分）',
  ],
];

const formWith = ({ actual = '12场', reason = '', standard = '达到目标得满分', told = '已完成' }) =>
  sheetOf(`部门整体支出绩效自评表
总体目标|举办展览10场
完成情况|${told}
一级指标|二级指标|三级指标|指标值|完成值|分值|得分|未完成原因|评分标准
产出指标|数量指标|举办展览|≥10场|${actual}|20|23|${reason}|${standard}
效益指标|社会效益指标|参观人次|应接待尽接待|${actual}|80|80|${reason}|${standard}
总分|||||100|103||`);

test.each(PHRASES)('%s is read or left, whatever stands for its figures', (phrase) => {
  for (const odd of ODD) {
    const text = phrase.replaceAll('N', odd);
    const sheets = [{ actual: text }, { reason: text }, { standard: `达到目标得满分；${text}` }, { told: text }];
    for (const cells of sheets) expect(review(formWith(cells)).forms).toHaveLength(1);
  }
});
