import { evidenceEquation } from '../../src/checks/evidence-equation';
import { cases } from '../support/checkTester';
import { training } from '../fixtures/training';
import { departmentForm } from '../support/department';
import { narrated } from '../support/narrative';

const written = (evidence: string) => departmentForm({ managed: [{ name: '工作开展情况', evidence }] });

const TRAINING = [['培训期数', '12期', '12期']] as const;

export default cases(evidenceEquation, {
  valid: [
    {
      name: '表外的文字里的算式和增减',
      sheet: narrated('举办培训4期+3期=7期。', '满意度193/200=96.5%，培训由上年的8期增加到12期，增长50%。', TRAINING),
    },
    {
      name: '完成情况里比上年增加多少、增长百分之几',
      silent: true,
      sheet: narrated(
        '举办培训12期。',
        '举办培训12期，比上年增加4期，增长50%；培训806人次，较上年多106人次，增长15.14%。',
        TRAINING,
      ),
    },
    { name: '平均数', sheet: written('共通报9次，累计941.41%，941.41%/9=104.60%。') },
    { name: '多项之和作分子', sheet: written('（3128845+350247+137550）/3708460＝97.52%') },
    { name: '括号里的算式', sheet: written('完成率94.12%（16/17=94.12%），达标率（(3+4)/8=87.5%）') },
    { name: '连等', sheet: written('16÷17=0.9411=94.11%') },
    { name: '万元写在后面', sheet: written('结余1200-1150=50万元') },
    { name: '带单位的和', sheet: written('共办班5场+3场=8场，服务20人次/场×5场=100人次。') },
    { name: '加数带名称', sheet: written('上半年5场+下半年3场=8场，财政拨款100万元+自筹50万元=150万元。') },
    { name: '除数带名称', sheet: written('实际支出1116万元÷全年预算1200万元×100%=93%。') },
    { name: '减数带名称', sheet: written('预算1200万元-上年结转100万元=1100万元。') },
    { name: '算式中间有说明', silent: true, sheet: written('支出1116万元÷（调整后的）1200万元×100%=93%。') },
    { name: '编号后面的算式', sheet: written('1-上半年5场+下半年3场=8场。') },
    { name: '加号后的名称不是加数', silent: true, sheet: written('推行5场+线上服务的做法，满意度=95%。') },
    { name: '单位不同的数不相加', silent: true, sheet: written('培训5场+3次=9人次') },
    ...['90/100=9折', '190/200=9.5成', '发挥1+1=3的合力', '1000-5%=950', '1000+5%=1050元'].map((text) => ({
      name: `得数后面的字、加减的百分数说不准：${text}`,
      silent: true as const,
      sheet: written(text),
    })),
    { name: '概数的得数', silent: true, sheet: written('35÷4=9场左右，服务30×7=200余人次。') },
    { name: '单位写在括号里', sheet: written('共开展10+6=16（场）。') },
    { name: '得数后注明是约数', silent: true, sheet: written('人均10÷3=3（约）。') },
    { name: '完成值里的算式', sheet: training(0, { actual: '120+90=210（人次）' }) },
    { name: '评分标准里的算式不是依据', silent: true, sheet: training(0, { target: '≥200人次（100+100=201）' }) },
    { name: '左边有文字', silent: true, sheet: written('执行率=支出数/预算数=95%') },
    { name: '比率后面的两个数', sheet: training(1, { actual: '96.2%（202/210人）' }) },
    { name: '括号里的两个数带单位、用除号', sheet: training(1, { actual: '100%（10项÷10项）' }) },
    { name: '括号里说的是另一件事', silent: true, sheet: training(1, { actual: '96%（2/210人未参加）' }) },
    { name: '比率后面的日期', silent: true, sheet: training(1, { actual: '100%（11/30）' }) },
    { name: '倍数', sheet: written('服务量2871.7436万件，达到约定服务量（1212万件）的2.37倍。') },
    { name: '概数', silent: true, sheet: written('服务量2871.7436万件，是约定服务量1212万件的2倍以上。') },
    { name: '增长的倍数', sheet: written('服务量24万件，比上年（12万件）增长了1倍。') },
    { name: '增长写成是几倍', sheet: written('服务量24万件，比上年（12万件）增长了2倍。') },
    {
      name: '由多少增长到多少',
      sheet: written('培训由120场增加到150场，增幅25%，比上年的800人次增长25%，为1000人次。'),
    },
    {
      name: '占所写总数的比例',
      sheet: written('女性500人，占总人数910人的54.95%；总面积100亩，本年新增12亩，占12%。'),
    },
    {
      name: '两数都经舍入的增幅',
      sheet: written('收入由100万元增长到108万元，增长9%，支出由1.2亿元增长到1.5亿元，增长23.6%。'),
    },
    { name: '上年与本年', sheet: written('上年项目支出500万元，本年480万元，下降4%。') },
    { name: '完成值里的增幅', sheet: training(0, { actual: '由200人次增加到210人次，增长5%' }) },
    { name: '写成文字的偏差率', sheet: written('计划完成100个，实际完成108个，偏差率8%。') },
    { name: '列出算式的变动率', sheet: written('上年20万元，本年18万元，变动率（18-20）÷20×100%=-10%。') },
    { name: '年均增长不是两数之比', silent: true, sheet: written('由2020年100件增长到2023年200件，年均增长26%。') },
    { name: '增长的是别的', silent: true, sheet: written('演出由50场增加到60场，观众增长15%。') },
    { name: '两句话里的数', silent: true, sheet: written('服务量2400件。约定服务量1200件的3倍为上限。') },
  ],
  invalid: [
    {
      name: '表外的文字里的算式和增减不对',
      sheet: narrated('举办培训4期+3期=8期。', '满意度193/200=97.5%，培训由上年的8期增加到12期，增长40%。', TRAINING),
      findings: [
        { cell: 'B3', message: 'equation', severity: 'error' },
        { cell: 'E3', message: 'equation', severity: 'error' },
        { cell: 'E3', message: 'change', severity: 'warning' },
      ],
    },
    {
      name: '括号里的两个数得不出这个比率',
      sheet: training(1, { actual: '96%（180/210）' }),
      findings: [{ cell: 'E8', message: 'share', severity: 'warning', expected: '85.71%', found: '96%' }],
    },
    {
      name: '括号里带单位的两个数得不出这个比率',
      sheet: training(1, { actual: '96%（9项／10项）' }),
      findings: [{ cell: 'E8', message: 'share', expected: '90%', found: '96%' }],
    },
    {
      name: '平均数算错',
      sheet: written('共通报9次，累计941.41%，941.41%/9=106.40%。'),
      findings: [{ cell: 'J11', message: 'equation', severity: 'error', expected: '104.6%', found: '106.40%' }],
    },
    {
      name: '得数写到三位小数，也算到三位',
      sheet: written('平均每场35÷9=3.899'),
      findings: [{ cell: 'J11', message: 'equation', severity: 'error', expected: '3.889', found: '3.899' }],
    },
    {
      name: '数字后面括号里的算式算错',
      sheet: written('完成率94.21%（16/17=94.21%）。'),
      findings: [{ cell: 'J11', message: 'equation', severity: 'error', expected: '94.12%', found: '94.21%' }],
    },
    ...['次', '场', '个工作日', '万元'].map((unit) => ({
      name: `带单位的和算错：${unit}`,
      sheet: written(`共完成5${unit}+3${unit}=9${unit}。`),
      findings: [{ cell: 'J11', message: 'equation', severity: 'error' as const, found: `9${unit}` }],
    })),
    {
      name: '单位写在括号里的和算错',
      sheet: written('上半年和下半年共开展10+6=18（场）。'),
      findings: [{ cell: 'J11', message: 'equation', expected: '16', found: '18' }],
    },
    {
      name: '完成值里的和算错',
      sheet: training(0, { actual: '120+90=220人次' }),
      findings: [{ cell: 'E7', message: 'equation', expected: '210人次', found: '220人次' }],
    },
    {
      name: '除数带名称的商算错',
      sheet: written('实际支出1116万元÷全年预算1200万元×100%=95%。'),
      findings: [{ cell: 'J11', message: 'equation', expected: '93%', found: '95%' }],
    },
    {
      name: '加数带名称的和算错',
      sheet: written('上半年5场+下半年3场=9场。'),
      findings: [{ cell: 'J11', message: 'equation', severity: 'error', expected: '8场', found: '9场' }],
    },
    {
      name: '占比算错',
      sheet: written('女性500人，占总人数910人的52.95%。'),
      findings: [{ cell: 'J11', message: 'part', severity: 'warning', expected: '54.95%', found: '52.95%' }],
    },
    {
      name: '没有写占什么的，可能说的是别的',
      sheet: written('总面积100亩，本年新增20亩，占12%。'),
      findings: [{ cell: 'J11', message: 'unsure', severity: 'info', expected: '20%', found: '12%' }],
    },
    {
      name: '没有写占什么的，多半是算错',
      sheet: written('总人数910人，其中女性500人，占52.95%。'),
      findings: [{ cell: 'J11', message: 'unsure', severity: 'info', expected: '54.95%', found: '52.95%' }],
    },
    {
      name: '两数舍入、增幅截尾才勉强得出的，只请核对',
      sheet: written('收入由100万元增长到108万元，增长6%。'),
      findings: [{ cell: 'J11', message: 'unsure', severity: 'info', expected: '增长8%', found: '增长6%' }],
    },
    {
      name: '实际增长可能扣除了价格因素',
      sheet: written('人均收入由20000元增长到21200元，实际增长5.5%。'),
      findings: [{ cell: 'J11', message: 'unsure', severity: 'info', expected: '增长6%', found: '增长5.5%' }],
    },
    {
      name: '倍数算错',
      sheet: written('服务量2871.7436万件，达到约定服务量（1212万件）的3.27倍。'),
      findings: [{ cell: 'J11', message: 'times', severity: 'warning', expected: '2.37倍', found: '3.27倍' }],
    },
    {
      name: '增幅算错',
      sheet: written('服务量由120场增加到150场，增幅35%。'),
      findings: [{ cell: 'J11', message: 'change', severity: 'warning', expected: '增长25%', found: '增幅35%' }],
    },
    {
      name: '除以了增长以后的数',
      sheet: written('服务量由120场增加到150场，增长20%。'),
      findings: [{ cell: 'J11', message: 'change', expected: '增长25%', found: '增长20%' }],
    },
    {
      name: '降幅算错',
      sheet: written('上年项目支出500万元，本年480万元，下降14%。'),
      findings: [{ cell: 'J11', message: 'change', expected: '下降4%', found: '下降14%' }],
    },
    {
      name: '方向写反',
      sheet: written('2022年三公经费20万元，2023年22万元，三公经费变动率-10%。'),
      findings: [{ cell: 'J11', message: 'change', expected: '增长10%', found: '变动率-10%' }],
    },
    {
      name: '百分点算错',
      sheet: written('办结率由80%提高到90%，提高了15个百分点。'),
      findings: [{ cell: 'J11', message: 'change', expected: '增长10个百分点', found: '提高15个百分点' }],
    },
    {
      name: '列出算式的变动率算错',
      sheet: written('上年20万元，本年18万元，变动率（18-20）÷20×100%=-12%。'),
      findings: [{ cell: 'J11', message: 'equation', expected: '-10%' }],
    },
  ],
});
