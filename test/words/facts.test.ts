import fc from 'fast-check';
import { factsIn } from '../../src/words/facts';

/** Facts as `label value unit`, with `?` for a bound and “” for a quoted one. */
function facts(text: string): string[] {
  return factsIn(text).map(({ label, value, unit, bound, quoted, total }) => {
    const words = [total ? '共' : '', label].filter((word) => word !== '').join(':');
    return `${quoted ? '“' : ''}${words} ${value.toFixed()}${unit}${bound ? '?' : ''}`;
  });
}

describe('factsIn', () => {
  test.each<[string, string, string[]]>([
    [
      'figures before which the sentence says what they are',
      '本年政府采购计划采购金额为190800467.90元，实际执行采购金额为169725206.40元，采购执行率为88.95%。',
      ['政府采购计划采购金额 190800467.9元', '实际执行采购金额 169725206.4元', '采购执行率 88.95%'],
    ],
    [
      'a subject and the copula are no part of the label',
      '2021年度，我局的资产原值197273890.80元，其中在用资产的原值为197823733.30元',
      ['资产原值 197273890.8元', '在用资产的原值 197823733.3元'],
    ],
    ['万 is multiplied out', '全年预算1,200.5万元，实际支出1150万元', ['全年预算 12005000元', '实际支出 11500000元']],
    ['no number of a list', '1.培训骨干320人次；2.编制规划2项', ['培训骨干 320人次', '编制规划 2项']],
    ['no other mark of a list', '①培训3期，②检查5次；一是走访6户', ['培训 3期', '检查 5次', '走访 6户']],
    ['a label before a colon', '资产原值：１９７．５元', ['资产原值 197.5元']],
    ['words that end like a copula', '应到40人，实到38人', ['应到 40人', '实到 38人']],
    ['a label before an equals sign', '采购执行率＝98.5%，扣0.75分', ['采购执行率 98.5%', '扣 0.75分']],
    ['no label of a calculation', '5场+3场=8场', [' 5场', ' 3场', ' 8场']],
    [
      'a label before a bracket',
      '达到合同约定服务量（1212万件）的2.37倍',
      ['达到合同约定服务量 12120000件', ' 2.37倍'],
    ],
    [
      'a bracket within a label',
      '标准地址（门牌）223.3万、标准基础网格2.08万',
      ['标准地址（门牌） 2233000', '标准基础网格 20800'],
    ],
    [
      'a name in quotation marks is a part of its label',
      '“三公经费”17.5万元，"三公"经费支出20万元，开展《宪法》宣传3次，“5+2”服务4次',
      ['“三公经费” 175000元', '"三公"经费支出 200000元', '开展《宪法》宣传 3次', '“ 2', '服务 4次'],
    ],
    ['a sentence in quotation marks is none', '“制度健全，执行到位”等12次', ['等 12次']],
    ['a whole', '话务服务有效评价共3708460件，其中满意350247件', ['共:话务服务有效评价 3708460件', '满意 350247件']],
    ['a bound', '满意率不低于95%，提供20份以上的报告', ['满意率不低于 95%?', '提供 20份?']],
    ['the words of a contract', '《合同》约定“满意率达到95%以上”，满意率97.52%', ['“满意率 95%?', '满意率 97.52%']],
    [
      'several quotations',
      '合同约定“满意率95%”，另有“按期率90%”，实际合格率97%',
      ['“满意率 95%', '“按期率 90%', '实际合格率 97%'],
    ],
    ['years, months and days are no facts', '2021年11月30日建设平台，2020-2022年度服务', []],
    ['names are no facts', '12345政务热线、第3季度、5G网络、〔2021〕15号文', []],
    ['item numbers are no facts', '1.加强管理。2、及时调整排班；（3）提高效率', []],
    ['a figure at the end without a unit', '有效投诉为0。', ['有效投诉 0']],
  ])('%s', (_, text, expected) => {
    expect(facts(text)).toEqual(expected);
  });

  test('words after a figure say what was counted', () => {
    const [first, second] = factsIn('部门整体绩效目标共设计指标17个，16个指标均完成了预定目标');
    expect([first?.label, first?.after]).toEqual(['部门整体绩效目标共设计指标', '']);
    expect([second?.label, second?.after]).toEqual(['', '指标均完成了预定目标']);
  });

  test.each([
    ['截至6月底，支出480万元', true],
    ['6月底支付进度52%', true],
    ['6月底支付进度52%，12月底支付进度100%', false],
    ['上半年执行率48%', true],
    ['上半年执行率48%，全年执行率97%', false],
    ['截至2021年12月31日，支出480万元', false],
    ['截至年底支出480万元', false],
    ['上半年进展顺利。支出480万元', false],
  ])('%s: of a part of the year %s', (text, interim) => {
    expect(factsIn(text).at(-1)?.interim).toBe(interim);
  });

  test('every fact stands where it says, in the order of the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('预算', '12.5', '万元', '，', '（', '）', '%', '“', '”', '为', '。', '3')),
        (parts) => {
          const text = parts.join('');
          let at = 0;
          for (const fact of factsIn(text)) {
            expect(fact.start).toBeGreaterThanOrEqual(at);
            expect(text.slice(fact.start, fact.end)).toBe(fact.text);
            at = fact.end;
          }
        },
      ),
    );
  });
});
