import { standardWeight } from '../../src/checks/standard-weight';
import { sheetOf } from '../fixtures/corpus/read';
import { cases } from '../support/checkTester';

/** A form of two rows in order and one of its own, all at full marks; the rest of 100 weighs the second. */
const ruled = (
  standard: string,
  weight: number,
  others = ['健全得50分，不健全不得分', `≥90%得${50 - weight}分，每降1个百分点扣1分`],
) =>
  sheetOf(`部门整体支出绩效自评表
一级指标|三级指标|评分标准|实际完成情况|分值|得分
过程|制度健全性|${others[0]}|健全|50|50
过程|资金到位率|${others[1]}|100%|${50 - weight}|${50 - weight}
产出|管理情况|${standard}|见说明|${weight}|${weight}
合计||||100|100`);

const inOrder = [
  ['最高一档是分值', '≥95%得5分；80%（含）-95%得3分；<80%不得分', 5],
  ['各项之和是分值', '①②③各2分', 6],
  ['编号各项之和是分值', '1.制度健全，得4分；2.执行有效，得2分。', 6],
  ['没有编号的各项之和是分值', '编制科学得2分，编制完整得2分', 4],
  ['编号的是各档', '1.优得10分；2.良得8分；3.差得0分', 10],
  ['写明满分', '满分8分，每发现一处不符合要求的扣2分，扣完为止', 8],
  ['先写得分再写扣分', '符合规定（5分），发现一项不符合的扣1分，扣完为止', 5],
  ['一项得分、一项扣分，其余分值在扣分一项', '制度健全得2分；每发生一次违规扣1分，扣完为止', 5],
  ['按比例算到分值', '按完成率×8分计分', 8],
  ['每项三分之一', '①②③各3.33分', 10],
  ['两个满分之和是分值', '制度健全，满分3分；执行有效，满分2分', 5],
] as const;

const outOfOrder = [
  ['最高一档高于分值', '≥95%得7分；80%（含）-95%得3分；<80%不得分', 5, '7'],
  ['最高一档低于分值', '≥95%得5分；<95%不得分', 8, '5'],
  ['各项之和高于分值', '①②③各3分', 6, '9'],
  ['写明的满分不是分值', '满分8分，每发现一处不符合要求的扣2分，扣完为止', 6, '8'],
  ['比例乘的不是分值', '按完成率×8分计分', 6, '8'],
] as const;

const shared = sheetOf(`部门整体支出绩效自评表
一级指标|三级指标|评分标准|实际完成情况|分值|得分
过程|制度健全性|健全得50分，不健全不得分|健全|50|50
产出|管理情况|①②各25分|见说明|30|30
产出|保障情况|^|见说明|20|20
合计||||100|100`);

export default cases(standardWeight, {
  valid: [
    ...inOrder.map(([name, standard, weight]) => ({ name, sheet: ruled(standard, weight) })),
    ...[
      ['编号的也可能是几选一', '1.获得国家级奖项得4分；2.获得省级奖项得3分。', 6],
      ['另写上限', '①有规划得2分；②有制度得2分；③有考核得2分；最高得5分', 5],
      ['超过多少分按多少分计', '获国家级得2分，省级得1分，超过4分按4分计', 4],
      ['百分制', '优得100分，良得80分，中得60分', 5],
      ['只记1分和0分', '完成得1分，未完成得0分', 5],
    ].map(([name, standard, weight]) => ({ name: String(name), sheet: ruled(String(standard), Number(weight)) })),
    { name: '没有读全的标准不比较', sheet: ruled('完全符合得9分，部分符合酌情扣分', 7) },
    { name: '只写满分', sheet: ruled('按时完成得满分，否则不得分', 7) },
    { name: '几行共用一个标准', sheet: shared },
    {
      name: '几行共记一个得分，各有各的标准',
      silent: true,
      sheet: sheetOf(`部门整体支出绩效自评表
一级指标|三级指标|评分标准|实际完成情况|分值|得分
过程|制度健全性|健全得10分，不健全不得分|健全|10|20
过程|合同管理|规范得10分，不规范不得分|规范|10|^
产出|培训次数|每少1次扣1分|完成|80|80
合计||||100|100`),
    },
    {
      name: '没有评分标准',
      silent: true,
      sheet: sheetOf(`项目支出绩效自评表
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分
产出指标|数量指标|培训人次|≥200人次|210人次|60|60
效益指标|社会效益指标|知晓率|≥90%|92%|40|40
总分|||||100|100`),
    },
  ],
  invalid: [
    ...outOfOrder.map(([name, standard, weight, named]) => ({
      name,
      sheet: ruled(standard, weight),
      findings: [
        {
          cell: 'E5',
          message: 'differs',
          severity: 'warning',
          expected: named,
          found: String(weight),
          related: ['C5'],
        },
      ] as const,
    })),
    {
      name: '用话写的各项之和低于分值：提问',
      sheet: ruled('编制科学得2分，编制完整得2分', 5),
      findings: [{ cell: 'E5', message: 'differs', severity: 'info', expected: '4', found: '5', related: ['C5'] }],
    },
    {
      name: '先写得分再写扣分，得分高于分值：提问',
      sheet: ruled('符合规定（7分），发现一项不符合的扣1分，扣完为止', 5),
      findings: [{ cell: 'E5', message: 'differs', severity: 'info', expected: '7', found: '5' }],
    },
    {
      name: '用话写的高于分值，也可能是加分：提问',
      sheet: ruled('完成得5分，超额完成得6分', 5),
      findings: [{ cell: 'E5', message: 'differs', severity: 'info', expected: '6', found: '5' }],
    },
    {
      name: '标准大多另按一个满分写成，只作提示',
      sheet: ruled('≥95%得10分；<95%不得分', 5, ['健全得60分，不健全不得分', '≥90%得10分，否则不得分']),
      findings: [
        { cell: 'E3', message: 'differs', severity: 'info', expected: '60' },
        { cell: 'E4', message: 'differs', severity: 'info', expected: '10' },
        { cell: 'E5', message: 'differs', severity: 'info', expected: '10' },
      ],
    },
  ],
});
