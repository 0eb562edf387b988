import { scoreByRule } from '../../src/checks/score-by-rule';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';
import { standards } from '../fixtures/render';
import { labelled } from '../fixtures/labelled';

const why = { evidence: '原因：场地临时调整；改进措施：提前落实场地。' };
const RULE = '≦100%计5分；每超过一个百分点扣0.5分，扣完为止';
const controlled = (stated: number, actual: string) =>
  standards({
    rows: [
      {
        level1: '投入',
        level2: '预算配置',
        name: '在职人员控制率',
        standard: RULE,
        weight: 5,
        stated,
        evidence: `控制率为${actual}。`,
      },
      { name: '制度健全', standard: '制度健全得95分', weight: 95, stated: 95 },
    ],
  });

/** 97 % of what was aimed at, with a 得分系数. */
const factored = (coefficient: string, score: string) =>
  sheetOf(`部门整体绩效自评表
指标名称|指标性质|指标值|完成值|得分系数（%）|指标权重|指标得分|扣分原因
培训人次|≥|200人次|194人次|${coefficient}|60|${score}|原因：场地临时调整；改进措施：提前落实场地。
知晓率|≥|90%|92%|100|40|40|`);

/** A row without target and actual value, whose count stands in its evidence. */
const counted = (evidence: string, stated = 15, standard = '≥20场得满分，每少1场扣1分') =>
  standards({
    rows: [
      {
        level1: '产出',
        level2: '产出数量',
        name: '文化活动场次',
        standard,
        weight: 15,
        stated,
        evidence,
      },
      { name: '制度健全', standard: '制度健全得85分', weight: 85, stated: 85, evidence: '见制度汇编。' },
    ],
  });

/** A form whose scores are whole points, the first of a row that was missed; `other` is that of the second row. */
const wholePoints = (stated: number, other = 20) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|171人次|20|${stated}|场地临时调整，今后提前落实。
产出指标|质量指标|合格率|≥90%|92%|20|${other}|
产出指标|时效指标|按时完成率|≥90%|92%|20|20|
效益指标|社会效益指标|知晓率|≥90%|92%|20|20|
满意度指标|满意度指标|满意率|≥90%|92%|10|10|
预算执行|预算执行率|预算执行率|100%|98.5%|10|9.85|项目跨年，余款结转。`);

/** A row whose standard names points for what only a person can judge. */
const judged = (standard: string, stated: number, evidence = '有结余，主要是项目跨年。') =>
  standards({
    rows: [
      { level1: '过程', level2: '预算执行', name: '资金结余', standard, weight: 5, stated, evidence },
      { name: '制度健全', standard: '制度健全得95分', weight: 95, stated: 95 },
    ],
  });
/** A change told with its sign, of which the standard says what is better. */
const changed = (rate: string, stated: number) =>
  standards({
    rows: [
      {
        level1: '过程',
        level2: '预算执行',
        name: '人均公用经费变动率',
        definition: '（本年人均公用经费-上年人均公用经费）/上年人均公用经费×100%',
        standard: '变动率≤0得5分，否则不得分',
        weight: 5,
        stated,
        evidence: `变动率${rate}。`,
      },
      { name: '制度健全', standard: '制度健全得95分', weight: 95, stated: 95 },
    ],
  });
/** Money that a text tells beside the task of the year. */
const raised = (evidence: string) =>
  standards({
    rows: [
      {
        level1: '产出',
        level2: '产出数量',
        name: '招商引资到位资金',
        standard: '达到35亿元得8分，每少1亿元扣0.5分',
        weight: 8,
        stated: 8,
        evidence,
      },
      { name: '制度健全', standard: '制度健全得92分', weight: 92, stated: 92 },
    ],
  });
const BALANCE = '无结余，5分；有结余，但不超过上年，3分；结余超过上年，不得分';

/** Points and the rule by which they are lost in one cell. */
const ruled = (stated: number, weight = '10分，每少1人扣0.5分') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人数|≥100人|98人|${weight}|${stated}|${stated < 10 ? '两人请假，今后提前通知。' : ''}
效益指标|社会效益指标|知晓率|≥90%|92%|90分|90|
总分|||||100|${90 + stated}`);

/** A row that reached its target under a standard of its own, and gives a reason for its score. */
const standardised = (stated: number) =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|偏差原因及改进措施
产出指标|数量指标|巡查人员|≥10人|达到目标值得满分，未达到的按比例得分|40|12人|${stated}|原因：招聘晚。改进措施：提前招聘。
效益指标|社会效益指标|知晓率|≥90%|达到目标值得满分|60|95%|60|
总分|||||100||${60 + stated}|`);

/** A rate of 85% that fell short of 90% and got 34 of 40 points. */
const proportional = (standard: string, note = '') =>
  sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|偏差原因及改进措施
产出指标|质量指标|验收合格率|≥90%|${standard}|40|85%|34|原因：验收晚。改进措施：提前验收。
效益指标|社会效益指标|知晓率|≥90%|达到目标值得满分|60|95%|60|
总分|||||100||94|
${note}`);

/** A row without a target, whose standard says of what rate parts are taken. */
const untargeted = (actual: string, stated: number) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|扣分原因
过程|预算管理|经费压减率||压减率达到5%得满分，否则按压减率/5%×分值计分|40|${actual}|${stated}|
效益|满意度|群众满意度|≥90%|达到目标值得满分|60|95%|60|
总分|||||100||${60 + stated}|`);

/** A count without a target, scored in proportion to what its standard asks for. */
const ofCount = (actual: string, stated: number) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|扣分原因
产出|产出数量|编发信息条数||≥300条得40分，不足的按比例计分|40|${actual}|${stated}|原因：稿源不足；改进措施：加强约稿。
效益|满意度|群众满意度|≥90%|达到目标值得满分|60|95%|60|
总分|||||100||${60 + stated}|`);

/** A band in which only the most that may be scored is sure. */
const between = (stated: number) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|扣分原因
产出|产出数量|任务完成率|100%|完成率≥90%得满分，60%-90%按比例计分，60%以下不得分|40|70%|${stated}|原因：场地临时调整；改进措施：提前落实场地。
效益|满意度|群众满意度|≥90%|达到目标值得满分|60|95%|60|
总分|||||100||${60 + stated}|`);

/** A row scored by how much later than its date it was done. */
const delayed = (actual: string, stated: number) =>
  sheetOf(`项目支出绩效自评表
（2023年度）
一级指标|二级指标|三级指标|年度指标值|评分标准|分值|实际完成值|得分|扣分原因
产出|产出时效|项目完成时限|2023年10月31日前|按期完成得满分；延迟1个月以内扣1分，延迟1个月以上不得分|40|${actual}|${stated}|原因：雨季较长；改进措施：提前进场。
效益|满意度|群众满意度|≥90%|达到目标值得满分|60|95%|60|
总分|||||100||${60 + stated}|`);

/** Rows whose targets are words, for which there are bands and no arithmetic. */
const inWords = sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|质量指标|管理水平|有效提升|有效提升|60|60
满意度指标|满意度指标|群众生活|明显改善|达成预期指标|40|40
总分|||||100|100`);

/** A column of the points that each row gains or loses besides, under a heading that says nothing of it. */
const adjusted = (points: number, stated: number) =>
  sheetOf(`部门绩效自评表
一级指标|三级指标|指标值|完成值|分值|基础分|加减分|得分
产出|培训人次|≥200人次|210人次|60|58|2|60
效益|知晓率|≥80%|85%|40|40|${points}|${stated}
总分||||100|98|1|${60 + stated}`);

/** Items of 100 of which the 20 points of the budget leave a share of 80 %; the first fell short of its target. */
const ofShare = (stated: number, total: number) =>
  sheetOf(`项目支出绩效自评表
预算执行情况（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分|备注
年度资金总额|100|100|95|20|95%|19|年底结算，结余收回
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|190人次|60|${stated}|两人请假，今后提前通知
效益指标|社会效益指标|知晓率|≥80%|76%|40|38|宣传不够，今后加强宣传
总分|||||100|${total}|`);

export default cases(scoreByRule, {
  valid: [
    { name: '分值一格里写着怎样扣分，照扣', sheet: ruled(9) },
    {
      name: '标准是得分的算式，得分按依据里的两数计',
      sheet: judged('得分=完成的绩效指标数÷绩效指标总数×分值。', 4.5, '共设指标10个，完成9个。因人员调整，1个推迟。'),
    },
    { name: '达到目标得满分', sheet: training() },
    {
      name: '其中一行没有达到，少得的分看不出多少',
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量指标|培训人次|≥200人次|210人次|60|58|乡镇场地紧张，今后提前预定。
||其中：乡镇培训人次|≥100人次|80人次|||
效益指标|社会效益指标|知晓率|≥85%|88%|40|40|
总分|||||100|98|`),
    },
    {
      name: '标准列出的分数都比分值小，得满分',
      sheet: judged('无结余，4分；有结余，但不超过上年，3分；结余超过上年，不得分', 5, '没有结余。'),
      silent: true,
    },
    ...['逐年下降', '↓', '小于＝', '越小越好'].map((sign) => ({
      name: `符号一栏写的是${sign}，完成值小于指标值得满分`,
      sheet: sheetOf(`项目支出绩效自评表
一级指标|三级指标|指标性质|指标值|计量单位|实际完成值|分值|得分|偏差原因
产出指标|培训人数|≥|200|人|210|50|50|
效益指标|单位产值占地|${sign}|90|亩|40|50|50|
总分||||||100|100|`),
    })),
    { name: '按比例得分', sheet: training(0, { actual: '190人次', stated: 19, ...why }) },
    { name: '目标是文字的，按分档核对', sheet: inWords, silent: true },
    {
      name: '得分看指标值和完成值，不看依据里的率',
      sheet: training(1, { target: '≥95%', actual: '96%', evidence: '参加考核50人，合格48人，合格率96%。' }),
    },
    { name: '四舍五入', sheet: training(1, { actual: '94%', stated: 29.68, ...why }) },
    { name: '控制率高于没有符号的指标值', sheet: training(1, { name: '血糖控制率', target: '60%', actual: '70%' }) },
    { name: '预算调整率为0', sheet: training(1, { name: '预算调整率', target: '3%', actual: '0' }) },
    { name: '只有一项的一类，按比例得分', sheet: labelled('产出指标（40分）', '培训人次', '≥100人', '60人', 24) },
    { name: '依据里的场次达到标准', sheet: counted('计划举办20场，实际举办文化活动22场。') },
    { name: '依据里有两个场次，不知是哪一个', sheet: counted('上半年举办文化活动8场，下半年14场。'), silent: true },
    { name: '依据只写开展了几场', sheet: counted('开展21场，因天气取消1场。') },
    { name: '依据里还写了其中几场', sheet: counted('开展活动21场，其中进社区8场。') },
    { name: '依据写了计划数和完成数，按完成率计分', sheet: counted('计划20场，开展活动18场。', 13.5, '完成率×分值') },
    { name: '按表内标准', sheet: controlled(5, '98%') },
    { name: '变动率是负数，不高于0', sheet: changed('-5.98%', 5) },
    { name: '到位资金旁边写着年度任务', sheet: raised('到位资金38.6亿元，完成年度任务35亿元的110.29%。') },
    { name: '条数不足标准，按比例得分', sheet: ofCount('150条', 20) },
    { name: '按比例的一档，没有写明基数，得分不超过最多的', sheet: between(28) },
    { name: '晚了半个月，按标准扣1分', sheet: delayed('2023年11月15日', 39) },
    { name: '得分是标准列出的分数之一', sheet: judged(BALANCE, 3), silent: true },
    { name: '得分是各小项之和', sheet: judged('①有制度，2分；②合规，2分；③执行有效，1分', 3), silent: true },
    { name: '依据写明得几分', sheet: judged(BALANCE, 4, '有结余，扣1分，得4分。'), silent: true },
    { name: '标准没有列出分数', sheet: judged('根据结余情况酌情得分', 4.5), silent: true },
  ],
  invalid: [
    {
      name: '各项按八成计入总分的，改正后总分是多少不说',
      sheet: ofShare(58, 95.8),
      findings: [{ cell: 'G5', message: 'too-high', severity: 'error', expected: '57', found: '58' }],
    },
    {
      name: '没有指标值，按评分标准折算',
      sheet: untargeted('3%', 40),
      findings: [{ cell: 'H3', message: 'by-standard', expected: '24', found: '40', fix: 24 }],
    },
    {
      name: '条数不足标准，却记满分',
      sheet: ofCount('150条', 40),
      findings: [{ cell: 'H3', message: 'by-standard', expected: '20', found: '40', fix: 20 }],
    },
    {
      name: '按比例的一档，得分比怎样按比例都高',
      sheet: between(39.6),
      findings: [{ cell: 'H3', message: 'at-most', severity: 'warning', expected: '32', found: '39.6', fix: null }],
    },
    {
      name: '晚了半个月，只该扣1分',
      sheet: delayed('2023年11月15日', 37),
      findings: [{ cell: 'H4', message: 'too-low', expected: '39', found: '37' }],
    },
    {
      name: '到位资金没有达到标准，旁边写着年度任务',
      sheet: raised('到位资金33.6亿元，完成年度任务35亿元的96%。'),
      findings: [{ cell: 'F5', message: 'by-standard', severity: 'warning', found: '8' }],
    },
    {
      name: '变动率高于0',
      sheet: changed('5.98%', 5),
      findings: [{ cell: 'F5', message: 'by-standard', expected: '0', found: '5' }],
    },
    {
      name: '依据里的场次没有达到标准',
      sheet: counted('全年举办文化活动18场。'),
      findings: [{ cell: 'F5', message: 'by-standard', severity: 'warning', expected: '13', found: '15', fix: null }],
    },
    {
      name: '依据里只写开展了几场，没有达到标准',
      sheet: counted('开展18场，因天气取消2场。'),
      findings: [{ cell: 'F5', message: 'by-standard', severity: 'warning', expected: '13', found: '15' }],
    },
    {
      name: '依据里的场次没有达到标准，旁边是其中的',
      sheet: counted('开展活动18场，其中进社区8场。'),
      findings: [{ cell: 'F5', message: 'by-standard', severity: 'warning', expected: '13', found: '15' }],
    },
    {
      name: '依据写了计划数和完成数，得分不是按完成率计的',
      sheet: counted('计划20场，开展活动18场。', 15, '完成率×分值'),
      findings: [{ cell: 'F5', message: 'by-standard', severity: 'error', expected: '13.5', found: '15' }],
    },
    {
      name: '只有一项的一类，分值写在标题里',
      sheet: labelled('产出指标（40分）', '培训人次', '100人', '60人', 40),
      findings: [{ cell: 'G5', message: 'not-reached', severity: 'warning', expected: '24', found: '40' }],
    },
    {
      name: '只有名称说明方向，没有写“≥”：提醒',
      sheet: training(0, { target: '200人次', actual: '190人次' }),
      findings: [{ cell: 'G7', message: 'not-reached', severity: 'warning', expected: '19', fix: null }],
    },
    {
      name: '看不出方向的控制率，两种读法都得不出这个分数：提问',
      sheet: training(1, { name: '血压控制率', target: '60%', actual: '50%', stated: 28, ...why }),
      findings: [{ cell: 'G8', message: 'asked', severity: 'info', fix: null }],
    },
    {
      name: '已经完成，得分是基础分与加减分之和，比规则少：提问',
      sheet: adjusted(-1, 39),
      findings: [{ cell: 'H4', message: 'assessed', severity: 'info', fix: null }],
    },
    {
      name: '已经完成，没有认出的一栏里是别的数字',
      sheet: adjusted(-2, 39),
      findings: [{ cell: 'H4', message: 'reached', severity: 'error', expected: '40', fix: 40 }],
    },
    {
      name: '没有完成，按比例计分以后又扣：提问',
      sheet: training(0, {
        actual: '190人次',
        stated: 17,
        evidence: '完成95%计19分，未按时完成再扣2分，今后提前安排。',
      }),
      findings: [{ cell: 'G7', message: 'told', severity: 'info', expected: '19', found: '17', fix: null }],
    },
    {
      name: '已经完成，原因里写明自行扣的分数：提问',
      sheet: training(0, { stated: 18, evidence: '样本不足，自行扣2分。' }),
      findings: [{ cell: 'G7', message: 'told', severity: 'info', fix: null }],
    },
    {
      name: '已经完成，扣分的原因里有“不”：提问',
      sheet: training(0, { stated: 18, evidence: '因档案不规范扣2分；加强档案管理。' }),
      findings: [{ cell: 'G7', message: 'told', severity: 'info', fix: null }],
    },
    {
      name: '反向指标按另一种折算计分以后又扣：提问',
      sheet: training(0, {
        target: '≤5%',
        actual: '6%',
        name: '投诉率',
        stated: 14,
        evidence: '按规则得16分，另扣2分，今后优化服务流程。',
      }),
      findings: [{ cell: 'G7', message: 'told', severity: 'info', found: '14', fix: null }],
    },
    {
      name: '没有完成，得分不是按比例计分以后扣的',
      sheet: training(0, {
        actual: '190人次',
        stated: 16,
        evidence: '完成95%计19分，未按时完成再扣2分，今后提前安排。',
      }),
      findings: [{ cell: 'G7', message: 'too-low', severity: 'error', expected: '19' }],
    },
    {
      name: '已经完成，原因里写明自扣的分数：提问',
      sheet: training(0, { stated: 18, evidence: '样本不足，自扣2分。' }),
      findings: [{ cell: 'G7', message: 'told', severity: 'info', fix: null }],
    },
    {
      name: '没有完成却记满分',
      sheet: training(0, { actual: '190人次' }),
      findings: [
        {
          cell: 'G7',
          message: 'not-reached',
          severity: 'error',
          expected: '19',
          found: '20',
          related: ['D7', 'E7'],
          fix: 19,
        },
      ],
    },
    {
      name: '按比例得分偏高',
      sheet: training(0, { actual: '150人次', stated: 18, ...why }),
      findings: [{ cell: 'G7', message: 'too-high', expected: '15', found: '18' }],
    },
    {
      name: '按比例得分偏低',
      sheet: training(0, { actual: '190人次', stated: 18, ...why }),
      findings: [{ cell: 'G7', message: 'too-low', expected: '19', found: '18' }],
    },
    {
      name: '满意度得分比按比例算的低，写了原因，没有印评分标准：只问',
      sheet: training(1, { name: '学员满意度', target: '≥95%', actual: '90%', stated: 24, ...why }),
      findings: [{ cell: 'G8', message: 'surveyed', severity: 'info', expected: '28.42', found: '24', fix: null }],
    },
    {
      name: '满意度达到了，写了扣分的原因：只问',
      sheet: training(1, { name: '学员满意度', target: '≥95%', actual: '96%', stated: 27, ...why }),
      findings: [{ cell: 'G8', message: 'reasoned', severity: 'info', expected: '30', found: '27', fix: null }],
    },
    {
      name: '满意度得分比按比例算的高',
      sheet: training(1, { name: '学员满意度', target: '≥95%', actual: '90%', stated: 29, ...why }),
      findings: [{ cell: 'G8', message: 'too-high', severity: 'error', expected: '28.42', found: '29' }],
    },
    {
      name: '完成了却没有满分',
      sheet: training(2, { stated: 27 }),
      findings: [{ cell: 'G9', message: 'reached', severity: 'error', expected: '30', found: '27', fix: 30 }],
    },
    {
      name: '完成了却没有满分，说明里说都完成了',
      sheet: training(2, { stated: 27, evidence: '全部完成，无偏差。' }),
      findings: [{ cell: 'G9', message: 'reached', severity: 'error', expected: '30', found: '27', fix: 30 }],
    },
    {
      name: '完成了，写了扣分的原因',
      sheet: training(2, { stated: 27, ...why }),
      findings: [{ cell: 'G9', message: 'reasoned', severity: 'warning', expected: '30', found: '27', fix: null }],
    },
    {
      name: '评分标准印在表内，达到了，写了扣分的原因',
      sheet: standardised(38),
      findings: [{ cell: 'H3', message: 'reached', severity: 'error', expected: '40', found: '38', fix: 40 }],
    },
    {
      name: '用完成值乘了分值',
      sheet: training(1, { target: '≥98%', actual: '98%', stated: 29.4, ...why }),
      findings: [{ cell: 'G8', message: 'share-of-weight', expected: '30', found: '29.4' }],
    },
    {
      name: '没有完成，用完成值乘了分值：只问',
      sheet: training(1, { target: '≥90%', actual: '85%', stated: 25.5, ...why }),
      findings: [{ cell: 'G8', message: 'share-short', severity: 'info', expected: '28.33', found: '25.5' }],
    },
    {
      name: '没有完成，标准只说按比例，用完成值乘了分值：只问',
      sheet: proportional('达到90%得满分，未达到的按比例计分'),
      findings: [{ cell: 'H3', message: 'share-short', severity: 'info', expected: '37.78', found: '34' }],
    },
    {
      name: '没有完成，表内印了算法，却用完成值乘了分值',
      sheet: proportional('达到90%得满分，未达到的按实际值/目标值×分值计分'),
      findings: [{ cell: 'H3', message: 'too-low', severity: 'error', expected: '37.78', found: '34' }],
    },
    {
      name: '没有完成，表内用文字印了算法，却用完成值乘了分值',
      sheet: proportional('达到90%得满分，未达到的按比例计分', '注：未完成指标值的，按照完成值与指标值的比例记分。'),
      findings: [{ cell: 'H3', message: 'too-low', severity: 'error', expected: '37.78', found: '34' }],
    },
    {
      name: '超过了上限，用完成值乘了分值',
      sheet: training(1, { target: '≤10%', actual: '12%', stated: 3.6, ...why }),
      findings: [{ cell: 'G8', message: 'too-low', severity: 'error', expected: '25', found: '3.6' }],
    },
    {
      name: '没有完成，表内印了率÷指标值，却用完成值乘了分值',
      sheet: proportional('合格率达到90%得满分，未达到的，得分=合格率÷90%×40'),
      findings: [{ cell: 'H3', message: 'too-low', severity: 'error', expected: '37.78', found: '34' }],
    },
    {
      name: '不合表内标准',
      sheet: controlled(5, '102%'),
      findings: [{ cell: 'F5', message: 'by-standard', expected: '4', found: '5' }],
    },
    {
      name: '得分不是标准列出的任何一个：只问',
      sheet: judged(BALANCE, 4),
      findings: [{ cell: 'F5', message: 'unnamed', severity: 'info', found: '4', related: ['D5'] }],
    },
    {
      name: '得分不是各小项能得出的：只问',
      sheet: judged('①有制度，2分；②合规，2分；③执行有效，1分', 4.5),
      findings: [{ cell: 'F5', message: 'unnamed', severity: 'info', found: '4.5' }],
    },
    {
      name: '得分是公式，不给改数',
      sheet: training(0, { actual: '150人次', stated: { value: 18, formula: '=20*0.9' }, ...why }),
      findings: [{ cell: 'G7', message: 'too-high', fix: null }],
    },
    {
      name: '各项得分都是整数，四舍五入到整数：只提示',
      sheet: wholePoints(17),
      findings: [{ cell: 'G3', message: 'rounded', severity: 'info', expected: '17.1', found: '17', fix: null }],
    },
    {
      name: '完成率只写到整数，得分按取整以前的率计：只提示',
      sheet: training(1, { target: '≥95%', actual: '93%', stated: 29.44, ...why }),
      findings: [{ cell: 'G8', message: 'rounded', severity: 'info', expected: '29.37', found: '29.44' }],
    },
    {
      name: '率本身很小，差半个百分点不是取舍',
      sheet: training(1, { target: '≥7%', actual: '6%', stated: 25.08, ...why }),
      findings: [{ cell: 'G8', message: 'too-low', severity: 'error', expected: '25.71', found: '25.08' }],
    },
    {
      name: '取整以前的率也得不出的得分',
      sheet: training(1, { target: '≥95%', actual: '93%', stated: 29.55, ...why }),
      findings: [{ cell: 'G8', message: 'too-high', severity: 'error', expected: '29.37', found: '29.55' }],
    },
    {
      name: '标准是两数之商乘分值，依据里写了两数',
      sheet: judged('重点工作实际完成数÷交办数×分值。', 5, '交办12项，完成11项。'),
      findings: [{ cell: 'F5', message: 'by-standard', severity: 'error', expected: '4.58', found: '5' }],
    },
    {
      name: '标准是得分的算式，依据里写了两数',
      sheet: judged('得分=完成的绩效指标数÷绩效指标总数×分值。', 5, '共设指标10个，完成9个。'),
      findings: [{ cell: 'F5', message: 'by-standard', severity: 'error', expected: '4.5', found: '5' }],
    },
    {
      name: '各项得分都是整数，差一分',
      sheet: wholePoints(18),
      findings: [{ cell: 'G3', message: 'too-high', severity: 'error', expected: '17.1', fix: 17.1 }],
    },
    {
      name: '别的得分不都是整数，整数也不是取舍',
      sheet: wholePoints(17, 18.4),
      others: ['missing-reason'],
      findings: [
        { cell: 'G3', message: 'too-low', severity: 'error', expected: '17.1', fix: 17.1 },
        { cell: 'G4', message: 'share-of-weight', severity: 'error', expected: '20', fix: 20 },
      ],
    },
    {
      name: '得分系数比规则严，得分由它算出',
      sheet: factored('90', '54'),
      findings: [{ cell: 'G3', message: 'stricter', severity: 'info', expected: '58.2', found: '54' }],
    },
    {
      name: '写明目标经批准调减，只问',
      sheet: training(0, { actual: '180人次', evidence: '年中经主管部门批准，目标调减为180人次。' }),
      findings: [{ cell: 'G7', message: 'not-reached', severity: 'info', fix: null }],
    },
    {
      name: '只说计划调整，没有说经批准',
      sheet: training(0, { actual: '180人次', evidence: '年中计划调整。' }),
      findings: [{ cell: 'G7', message: 'not-reached', severity: 'error' }],
    },
    ...['10分，每少1人扣0.5分', '10分；每少1人扣0.5分。', '１０分，每少１人扣０．５分'].map((weight) => ({
      name: `分值一格里写着怎样扣分，没有扣：${weight}`,
      sheet: ruled(10, weight),
      findings: [{ cell: 'G3', message: 'not-reached', severity: 'error' as const, expected: '9', found: '10' }],
    })),
    {
      name: '得分系数比规则松',
      sheet: factored('99', '59.4'),
      findings: [{ cell: 'G3', message: 'too-high', severity: 'error', expected: '58.2', found: '59.4' }],
    },
    {
      name: '得分系数严，得分不由它算出',
      sheet: factored('90', '55'),
      others: ['score-coefficient'],
      findings: [{ cell: 'G3', message: 'too-low', severity: 'error', expected: '58.2', found: '55' }],
    },
    {
      name: '差一分的取舍',
      sheet: training(1, { actual: '94%', stated: 29.67, ...why }),
      findings: [{ cell: 'G8', message: 'rounded', severity: 'info', expected: '29.68' }],
    },
  ],
});
