import { blockScore } from '../../src/checks/block-score';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** A form of 20 + 80: no column for weights, points in the labels only. */
const form = (first: number, second: number, third: number, total: number, reason = '', actual = '10场') =>
  sheetOf(`项目支出绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）|
||年度资金总额|10|10|100%|20|
年度绩效目标1（80分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分|偏差原因
|产出指标（50分）|数量指标|培训场次|10场|${actual}|${first}|${reason}
||质量指标|合格率|≥90%|95%|${second}|
|满意度指标|满意度|学员满意度|≥90%|95%|${third}|
总分||||||${total}|`);

/** The same with one question for the reasons of all rows below the table. */
const asking = (second: number, total: number, reason: string) =>
  sheetOf(`项目支出绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
||年度资金总额|10|10|100%|20
年度绩效目标1（80分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标|数量指标|培训场次|10场|10场|40
|满意度指标|满意度|学员满意度|98%|98%|${second}
总分||||||${total}
偏差大或目标未完成原因分析|${reason}|||||
改进措施及结果应用方案||||||`);

/** A block of 50 with room for standards: what is written of the row under review, the others full. */
const standing = (
  score: number,
  standard: string,
  reason: string,
  actual = '10场',
  target = '20场',
  name = '培训场次',
) =>
  sheetOf(`项目支出绩效自评表
一级指标|三级指标|指标值|实际完成值|评分标准|得分|偏差原因
产出指标（50分）|${name}|${target}|${actual}|${standard}|${score}|${reason}
^|合格率|≥98%|98%||20|
^|及时率|≥98%|98%||10|
效益指标（50分）|知晓率|≥90%|95%||50|
总分|||||${80 + score}|`);

/** Two items that share the points of their label, with a column for reasons. */
const shared = (first: string, second: string, actual = '95%', total = 96) =>
  sheetOf(`项目支出绩效自评表
一级指标|三级指标|年度指标值|实际完成值|得分|偏差原因
产出指标（40分）|培训人次|≥100人次|120人次|${first}|
^|合格率|≥90%|${actual}|${second}
效益指标（60分）|知晓率|≥80%|85%|60|
总分||||${total}|`);

/** The same without a place for reasons. */
const unasked = (actual: string, second: number) =>
  sheetOf(`项目支出绩效自评表
预算执行情况（万元）（20分）|||预算数（A）|执行数（B）|执行率（B/A）|得分（20分*执行率）
||年度资金总额|10|10|100%|20
年度绩效目标1（80分）|一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分
|产出指标|数量指标|培训场次|10场|10场|40
|满意度指标|满意度|学员满意度|≥90%|${actual}|${second}
总分||||||${60 + second}`);

/** Four rows of 40 points, of which one lost 2 for what the form explains. */
const evenly = (actual: string, timely = 10) =>
  sheetOf(`项目自评表
一级指标|二级指标|三级指标|年初目标值|实际完成值|得分
产出指标（40分）|数量指标|培训期数|≥5期|4期|8
|质量指标|合格率|≥90%|93%|10
||按期完成率|≥95%|${actual}|${timely}
||到课率|≥90%|92%|10
效益指标（60分）|社会效益指标|知晓率|≥80%|92%|60
总分|||||${88 + timely}
偏差大或目标未完成原因分析|疫情影响，少办1期。||||`);

export default cases(blockScore, {
  valid: [
    { name: '得平均分的都达到目标', sheet: evenly('96%') },
    { name: '没有达到目标的比平均分少', sheet: evenly('85%', 9) },
    { name: '各部分满分', sheet: form(30, 20, 30, 100) },
    { name: '少的分写了原因', sheet: form(25, 20, 30, 95, '原因：场地改造，少办了半天。', '9场') },
    { name: '少的分在表下写了原因', sheet: asking(39.2, 99.2, '问卷发放较晚，部分学员没有收到。') },
    { name: '没有扣分，表下的原因空着', sheet: asking(40, 100, '') },
    { name: '没有写原因的地方，少的分是没有达到目标的', sheet: unasked('85%', 36) },
    { name: '几项合填一个得分，都达到了目标', sheet: shared('40', '', '95%', 100) },
    { name: '没有达到目标的按比例扣了分', sheet: form(24, 20, 30, 94, '原因：场地改造，少办了2场。', '8场') },
    { name: '按本行印的评分标准扣的分', sheet: standing(18, '每少1场扣0.2分', '场地停用。') },
    { name: '没有达到目标，少扣的不到1分', sheet: standing(18, '', '材料涨价。', '115万元', '≤100万元', '项目成本') },
    { name: '扣分的一项写了原因，满分的一项不用写', sheet: shared('18', '18|受训人员中途离职。') },
    {
      name: '名称里没有分值',
      silent: true,
      sheet: sheetOf(
        '项目支出绩效自评表\n一级指标|三级指标|指标值|完成值|得分\n产出指标|场次|10场|10场|60\n效益指标|影响|10次|10次|40\n总分||||100',
      ),
    },
    {
      name: '有分值栏的，在别处核对',
      silent: true,
      sheet: sheetOf(
        '项目支出绩效自评表\n一级指标|三级指标|指标值|完成值|分值|得分\n产出指标（60分）|场次|10场|10场|60|60\n效益指标（40分）|影响|10次|10次|40|40\n总分||||100|100',
      ),
    },
  ],
  invalid: [
    {
      name: '都达到目标，少了分也没有写原因',
      sheet: shared('20', '16'),
      findings: [{ cell: 'F3', message: 'unexplained', severity: 'warning', related: ['E3', 'E4'] }],
    },
    {
      name: '没有写原因的地方，都达到目标却少了分：提问',
      sheet: unasked('95%', 36),
      findings: [{ cell: 'A4', message: 'short', severity: 'info', related: ['G5', 'G6'] }],
    },
    {
      name: '产出指标超过 50 分',
      sheet: form(35, 20, 25, 100),
      findings: [{ cell: 'B5', message: 'above', severity: 'error', related: ['G5', 'G6'] }],
    },
    {
      name: '各部分合起来超过 80 分',
      sheet: form(30, 20, 45, 115),
      findings: [{ cell: 'A4', message: 'above' }],
    },
    {
      name: '没有达到目标，所在部分满分',
      sheet: form(30, 20, 30, 100, '', '6场'),
      findings: [{ cell: 'G5', message: 'missed', severity: 'warning' }],
    },
    {
      name: '几项合填一个得分，没有填得分的一项没有达到目标',
      sheet: shared('40', '', '80%', 100),
      findings: [{ cell: 'E4', message: 'missed', severity: 'warning' }],
    },
    {
      name: '多数各项都得平均分，没有达到目标的一项也得平均分',
      sheet: evenly('85%'),
      findings: [{ cell: 'F5', message: 'even', severity: 'info' }],
    },
    {
      name: '扣的分远少于没有完成的',
      sheet: form(29, 20, 30, 99, '原因：场地改造，少办了4场。', '6场'),
      findings: [{ cell: 'G5', message: 'kept', severity: 'warning' }],
    },
    {
      name: '完成一半，只扣了十分之一',
      sheet: standing(18, '', '场地停用。'),
      findings: [{ cell: 'F3', message: 'kept', severity: 'warning' }],
    },
    {
      name: '超过上限一倍，只扣了1分',
      sheet: standing(19, '', '误报多。', '2%', '≤1%', '投诉率'),
      findings: [{ cell: 'F3', message: 'kept', severity: 'warning' }],
    },
    {
      name: '完成一半，原因里说目标经批准调减：提问',
      sheet: standing(18, '', '经财政局批准目标调减为11场，扣2分。'),
      findings: [{ cell: 'F3', message: 'kept', severity: 'info' }],
    },
    {
      name: '少了分，各项都没有写原因',
      sheet: form(25, 20, 30, 95),
      findings: [{ cell: 'H5', message: 'unexplained', severity: 'warning' }],
    },
    {
      name: '少了分，表下的原因空着',
      sheet: asking(39, 99, ''),
      findings: [{ cell: 'B8', message: 'unexplained', severity: 'warning' }],
    },
    {
      name: '达到了目标，得分是拿完成值乘出来的',
      sheet: asking(39.2, 99.2, ''),
      findings: [{ cell: 'G6', message: 'share', severity: 'warning' }],
    },
    {
      name: '按本行印的评分标准乘出来的，不说应得满分',
      sheet: standing(19.6, '得分=优良率×20', '', '98%', '≥95%', '优良率'),
      findings: [{ cell: 'G3', message: 'unexplained', severity: 'warning' }],
    },
    {
      name: '总分超过 100',
      sheet: sheetOf(
        '项目支出绩效自评表\n一级指标|三级指标|指标值|完成值|得分\n产出指标|场次|10场|10场|70\n效益指标|影响|10次|10次|45\n总分||||115',
      ),
      findings: [{ cell: 'E5', message: 'total' }],
    },
  ],
});
