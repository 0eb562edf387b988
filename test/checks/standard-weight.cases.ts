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
] as const;

const outOfOrder = [
  ['最高一档高于分值', '≥95%得7分；80%（含）-95%得3分；<80%不得分', 5, '7'],
  ['最高一档低于分值', '≥95%得5分；<95%不得分', 8, '5'],
  ['各项之和高于分值', '①②③各3分', 6, '9'],
  ['编号各项之和不是分值', '1.制度健全，得4分；2.执行有效，得3分。', 6, '7'],
  ['没有编号的各项之和低于分值', '编制科学得2分，编制完整得2分', 5, '2'],
  ['写明的满分不是分值', '满分8分，每发现一处不符合要求的扣2分，扣完为止', 6, '8'],
  ['先写得分再写扣分，得分高于分值', '符合规定（7分），发现一项不符合的扣1分，扣完为止', 5, '7'],
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
    { name: '没有读全的标准不比较', sheet: ruled('完全符合得9分，部分符合酌情扣分', 7) },
    { name: '只写满分', sheet: ruled('按时完成得满分，否则不得分', 7) },
    { name: '几行共用一个标准', sheet: shared },
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
      name: '标准大多另按一个满分写成，只作提示',
      sheet: ruled('≥95%得10分；<95%不得分', 5, ['健全得100分，不健全不得分', '≥90%得10分，否则不得分']),
      findings: [
        { cell: 'E3', message: 'differs', severity: 'info', expected: '100' },
        { cell: 'E4', message: 'differs', severity: 'info', expected: '10' },
        { cell: 'E5', message: 'differs', severity: 'info', expected: '10' },
      ],
    },
  ],
});
