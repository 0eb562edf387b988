import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { formulaIn } from '../../src/form/formula';
import { equationsIn } from '../../src/words/equations';
import { otherRatesIn } from '../../src/form/otherRates';
import { rateIn } from '../../src/form/rates';
import { isRoundingOf } from '../../src/words/written';
import { indicator } from '../support/form';

describe('formulaIn', () => {
  test.each([
    [
      '部门（单位）本年度实际政府采购金额与年度政府采购预算的比率，用以反映执行情况。',
      'quotient 部门本年度实际政府采购金额 / 年度政府采购预算',
    ],
    ['部门（单位）本年度预算完成数与预算数的比率', 'quotient 部门本年度预算完成数 / 预算数'],
    ['公用经费支出占预算安排数的比例', 'quotient 公用经费支出 / 预算安排数'],
    ['按期完成率：按期出具报告数/应出具报告总数*100%（工作经费）', 'quotient 按期出具报告数 / 应出具报告总数'],
    ['用户满意率=（1-投诉的业务数/总业务数%）*100%', 'complement 投诉的业务数 / 总业务数'],
    ['差异率=|收入决算数-收入预算数|÷收入预算数×100%', 'difference 收入决算数 / 收入预算数'],
    ['结余率=（预算数－支出数）/预算数×100%', 'difference 支出数 / 预算数'],
    ['指实际完成数除以计划完成数', 'quotient 实际完成数 / 计划完成数'],
    ['节约率=（计划成本-实际成本）/合同金额×100%', null],
    ['合格率=97/100×100%', null],
    ['质量/数量指标', null],
    ['农村低保标准（≥**元/人·月）', null],
    ['反映部门预算资金支出进度。', null],
  ])('%s', (text, expected) => {
    const formula = formulaIn(text);
    expect(formula && `${formula.kind} ${formula.numerator} / ${formula.denominator}`).toBe(expected);
  });
});

describe('equationsIn', () => {
  test.each<[string, (boolean | string)[]]>([
    ['941.41%/9=104.60%', [true]],
    ['941.41%/9=104.06%', [false]],
    ['（3128845+350247+137550）/3708460=97.52%', [true]],
    ['得分＝94.07÷95×2.96＝2.93分', [true]],
    ['得分=94.07÷95×2.96=2.66', [false]],
    ['16/17*100%=94.11%', [true]],
    ['16/17*100=94.12%', [true]],
    ['392.53-392.95=-0.42', [true]],
    ['1,200万元-1,150万元=50万元', [true]],
    ['1200-1150=50万元', [true]],
    ['(1-3/100)*100%=97%', [true]],
    ['满意率=满意数/总数=98%', []],
    ['950/1000=0.95=95%', [true]],
    ['a=5，b=6', []],
    ['1/0=0%', []],
    ['16 / 17 = 94.12%', [true]],
    ['（其中16/17=94.12%）', [true]],
    ['(16/17=94.12%)', [true]],
    ['950/1000=0.95*100%=95%', [true]],
    ['-5+10=5', [true]],
    ['2×（3+4=14', []],
    ['1+2×=3', []],
  ])('%s', (text, expected) => {
    expect(equationsIn(text).map(({ holds }) => holds)).toEqual(expected);
  });
});

describe('rateIn', () => {
  const rate = (name: string, definition: string | null, evidence: string) => {
    const found = rateIn(indicator({ name, evidence, ...(definition !== null && { definition }) }));
    return found && [found.stated?.value.toFixed() ?? null, found.computedPercent?.toFixed(2) ?? null];
  };

  test.each<[string, string, string | null, string, unknown]>([
    [
      'a purchase against its plan',
      '政府采购执行率',
      '部门（单位）本年度实际政府采购金额与年度政府采购预算的比率',
      '政府采购计划采购金额为190800467.90元，实际执行采购金额为169725206.40元，采购执行率为88.95%。因此，该项评分为1.78分。',
      ['88.95', '88.95'],
    ],
    [
      'assets in use of all assets',
      '固定资产利用率',
      '部门（单位）实际在用固定资产总额与所有固定资产总额的比率',
      '我局的资产原值197273890.80元，其中在用资产的原值为197823733.30元，资产利用率为99.72%。',
      ['99.72', '100.28'],
    ],
    [
      'a difference, by what the name is understood to mean',
      '财政拨款收入预决算差异率',
      '反映部门（单位）收入预算编制的准确性。',
      '全局收入决算数为392533097.08元，收入调整预算数为392951003.55元，差异率为0.11%。',
      ['0.11', '0.11'],
    ],
    [
      'several parts of one whole',
      '话务服务市民满意率：总体满意度不低于95%（工作经费）',
      null,
      '《合同》“满意率达到95%以上。” 有效评价共3708460件，其中非常满意3128845件，满意350247件，基本满意137550件，满意率97.52%。',
      ['97.52', '97.52'],
    ],
    [
      'counts without a stated rate',
      '绩效目标完成率',
      '部门整体绩效目标中各项目目标的完成情况',
      '部门整体绩效目标共设计指标17个，16个指标均完成了预定目标。',
      [null, '94.12'],
    ],
    [
      'a calculation in the text itself',
      '一般公共预算支出年度平均执行率',
      '反映部门预算资金支出进度。',
      '共通报9次，累计预算支出执行进度为941.41%，941.41%/9=104.60%。全年预算执行进度达到100%。',
      ['104.6', '104.60'],
    ],
    [
      'a text that names no figure to divide by',
      '结转结余率',
      '部门（单位）当年度结转结余与当年度预算总额的比率',
      '年初财政拨款结转结余资金为4122元，年末财政拨款结转结余资金为4122元。结转率为100%，因此不得分。',
      ['100', null],
    ],
    [
      'the unsatisfied are not the satisfied',
      '学员满意度',
      null,
      '发放问卷共200份，满意190份，不满意10份，满意度95%。',
      ['95', '95.00'],
    ],
    [
      'a change of the budget',
      '预算调整率',
      null,
      '年初预算1000万元，调整后预算1100万元，预算调整率为10%。',
      ['10', '10.00'],
    ],
    [
      'a change given as such',
      '预算调整率',
      null,
      '年初预算1000万元，预算调整数100万元，预算调整率10%。',
      ['10', '10.00'],
    ],
    [
      'the whole, not its parts',
      '“三公经费”控制率',
      null,
      '“三公”经费预算35万元，支出30万元，其中公务接待费支出3万元，公务用车支出26万元，控制率82.86%。',
      ['82.86', '85.71'],
    ],
    [
      'people of a plan',
      '在职人员控制率',
      '实际在职人员数与编制数的比率。',
      '编制60人，实有55人，控制率为91.67%。',
      ['91.67', '91.67'],
    ],
    [
      'people who took part',
      '培训合格率',
      null,
      '组织培训3期，参训120人，考核合格118人，合格率98.33%。',
      ['98.33', '98.33'],
    ],
    [
      'several rates of which none bears the name',
      '任务完成率',
      null,
      '计划任务20项，完成18项，按期率95%，合格率98%。',
      null,
    ],
    ['what is left over is not spent', '预算执行率', null, '预算100万元，支出95万元，年末结余5万元。', [null, '95.00']],
    [
      'what was not done, where the form asks for that',
      '超期率',
      '未按期办结件数占受理总件数的比例',
      '受理总件数200件，未按期办结件数4件，超期率2%。',
      ['2', '2.00'],
    ],
    [
      'a list of more figures than belong to one rate',
      '预算执行率',
      null,
      `全年预算130万元。${'项目支出10万元，'.repeat(13)}均已支付。`,
      null,
    ],
    ['a part of the year', '预算执行率', null, '截至6月底，预算1000万元，支出480万元，执行率48%。', null],
    ['no figures', '资产管理制度健全性', null, '制定了管理办法，并严格执行。', null],
    ['figures that belong to something else', '验收合格率', null, '共投入资金200万元，建设道路3条。', null],
  ])('%s', (_, name, definition, evidence, expected) => {
    expect(rate(name, definition, evidence)).toEqual(expected);
  });
});

describe('otherRatesIn', () => {
  test.each<[string, string[]]>([
    ['检查企业66家，发现隐患120处，整改118处，整改率98.33%。', ['98.33 98.33']],
    [
      '项目支出预算400万元，支出375万元，完成率93.75%；基本支出预算600万元，支出600万元，完成率99%。',
      ['93.75 93.75', '99 100.00'],
    ],
    ['发现隐患120处。整改率98.33%。', []],
    ['合同约定“隐患120处，整改118处，整改率95%”。', []],
  ])('%s', (evidence, expected) => {
    const rates = otherRatesIn(indicator({ name: '检查企业家数', evidence }));
    expect(rates.map((one) => `${one.stated?.value.toFixed()} ${one.computedPercent?.toFixed(2)}`)).toEqual(expected);
  });
});

describe('any figures', () => {
  const amount = fc.integer({ min: 1, max: 10_000_000 }).map((cents) => (cents / 100).toFixed(2));
  const rounding = fc.constantFrom(Decimal.ROUND_HALF_UP, Decimal.ROUND_DOWN);

  test('a rate that was worked out from its figures agrees with them, whatever the unit and rounding', () => {
    fc.assert(
      fc.property(
        amount,
        amount,
        rounding,
        fc.nat({ max: 4 }),
        fc.constantFrom('元', '万元'),
        (spent, budget, mode, places, unit) => {
          const percent = new Decimal(spent).div(budget).times(100).toDecimalPlaces(places, mode).toFixed(places);
          const evidence = `全年预算${budget}${unit}，实际支出${spent}${unit}，预算执行率${percent}%。`;
          const rate = rateIn(indicator({ name: '预算执行率', evidence }));
          expect(rate?.stated && rate.computedPercent && isRoundingOf(rate.stated, rate.computedPercent)).toBe(true);
        },
      ),
    );
  });

  test('no text makes it fail, and what it states stands where it says', () => {
    const piece = fc.constantFrom(
      '预算',
      '支出',
      '执行率',
      '共',
      '其中',
      '12.5',
      '万元',
      '0',
      '%',
      '/',
      '=',
      '(',
      '）',
      '，',
      '。',
      '不低于',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const evidence = pieces.join('');
        const row = indicator({ name: '预算执行率', evidence });
        for (const rate of [rateIn(row), ...otherRatesIn(row)]) {
          if (rate === null || rate.stated === null) continue;
          expect(evidence.slice(rate.stated.start, rate.stated.end)).toBe(rate.stated.text);
          expect(rate.computedPercent?.isFinite() ?? true).toBe(true);
        }
        for (const equation of equationsIn(evidence)) expect(evidence).toContain(equation.text);
      }),
    );
  });
});
