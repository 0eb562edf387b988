import fc from 'fast-check';
import { findMentions } from '../../src/words/mentions';

/** The figures of a text as `value unit`, other kinds with their kind before. */
function read(text: string): string[] {
  return findMentions(text).map(({ kind, value, unit, text: written }) =>
    kind === 'figure' ? `${value.toFixed()} ${unit}`.trim() : `${kind} ${written}`,
  );
}

describe('findMentions', () => {
  test.each([
    [
      '年度预算为392951003.55元，执行数为392533097.08元，执行率为99.89%。',
      ['392951003.55 元', '392533097.08 元', '99.89 %'],
    ],
    ['达到合同约定服务量（1212万件）的2.37倍', ['12120000 件', '2.37 倍']],
    ['941.41%/9=104.60%', ['941.41 %', '9', '104.6 %']],
    ['满意率百分之九十五', ['95 %']],
    ['百分之九十五点五', ['95.5 %']],
    ['覆盖率百分之百', ['100 %']],
    ['差错率为千分之三，不超过万分之5', ['3 ‰', '0.05 %']],
    ['满意率百分之95.6', ['95.6 %']],
    ['约300多万市场主体', ['3000000']],
    ['20余家企业', ['20 家']],
    ['二十余次', ['20 次']],
    ['共十二项', ['12 项']],
    ['一百二十个', ['120 个']],
    ['举办两场活动', ['2 场']],
    ['壹佰贰拾万元', ['1200000 元']],
    ['标准建筑物编码430.4万、网格2.0849万', ['4304000', '20849']],
    ['３７０８４６０件', ['3708460 件']],
    ['392,951,003.55元', ['392951003.55 元']],
    ['1,234,56', ['1', '234', '56']],
    ['增长-2.5%', ['-2.5 %']],
    ['存储9个月以上', ['9 个月']],
    ['得3分满分', ['3 分']],
    ['评分为1.78分', ['1.78 分']],
    ['投诉为0。', ['0']],
    ['4833次，较去年同期', ['4833 次']],
    ['共 1 项', ['1 项']],
    ['共设计指标17个，16个指标均完成', ['17 个', '16 个']],
    ['530元/人·月', ['530 元/人·月']],
    ['2022.5万元', ['20225000 元']],
    ['耗时3小时20分钟', ['3 小时', '20 分钟']],
  ])('the figures of %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['2021年度，通报9次', ['date 2021年度', '9 次']],
    ['2021年11月建设', ['date 2021年11月']],
    ['12月底完成', ['date 12月底']],
    ['2020至2022年度每年', ['date 2020至2022年度']],
    ['2022-12-30', ['date 2022-12-30']],
    ['3.服务质量 3.2 乙方应', ['ordinal 3', 'ordinal 3.2']],
    ['第3名', ['ordinal 3名']],
    ['（2）完成', ['ordinal 2']],
    ['1、完成5项；2、完成3项', ['ordinal 1', '5 项', 'ordinal 2', '3 项']],
    ['广州12345政务服务热线', ['name 12345']],
    ['“12345”接通', ['name 12345']],
    ['财办〔2021〕15号', ['name 2021', 'ordinal 15号']],
    ['《2021年广州12345政府服务热线服务外包项目合同》要求95%', ['name 2021年', 'name 12345', '95 %']],
    ['5G网络和PM2.5、A4纸', ['name 5']],
    ['电话02012345678', ['name 02012345678']],
    ['第三方评估、一网通办、四标四实、三公经费、一是、二级', []],
    ['一次性完成一个目标', []],
  ])('what is no figure in %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['3-5项', ['3', '5 项']],
    ['-3项', ['-3 项']],
    ['下降-5', ['-5']],
    ['A-3项', []],
    ['和 -3项', ['3 项']],
  ])('a hyphen before a figure of %s is its sign where no other figure or word stands before it', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['5余万元', ['50000 元']],
    ['3万多个', ['30000 个']],
    ['10多万余个', ['100000 个']],
    ['约50 个', ['50 个']],
    ['50 号', ['50']],
    ['10+5', ['name 10', '5']],
    ['3kWh', ['3 kWh']],
    ['5M网', ['name 5']],
  ])('the unit of %s behind marks of a rough figure or a space', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['(3)', ['ordinal 3']],
    ['（113）', ['113']],
    ['3)', ['ordinal 3']],
    ['、3、4', ['3', '4']],
    ['甲3、', ['3']],
    ['，3、', ['ordinal 3']],
    ['123、', ['123']],
    ['5.', ['ordinal 5']],
    ['5.3', ['5.3']],
    ['5.3 乙', ['ordinal 5.3']],
    ['前 12.34 乙', ['12.34']],
    ['甲3.2 乙', ['3.2']],
    ['123.4 乙', ['123.4']],
    ['1.234 乙', ['1.234']],
    ['第 3名', ['ordinal 3名']],
    ['50号文件', ['ordinal 50号']],
  ])('%s, the number of an item or a figure', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['“12”', ['name 12']],
    ['“12', ['12']],
    ['12”', ['12']],
    ['“1.5”', ['1.5']],
    ['12345678901', ['name 12345678901']],
    ['1234567890', ['1234567890']],
    ['07', ['name 07']],
    ['0', ['0']],
    ['0.7', ['0.7']],
    ['119热线', ['name 119']],
    ['19热线', ['19']],
    ['[2021]15号', ['name 2021', 'ordinal 15号']],
    ['（2021）15号', ['name 2021', 'ordinal 15号']],
    ['（2021）年', ['2021']],
    ['甲2021)', ['2021']],
    ['〔202〕15', ['202', '15']],
    ['《2021年》3个', ['name 2021年', '3 个']],
    ['3《4》5', ['3', 'name 4', '5']],
    ['》《1', ['1']],
    ['9'.repeat(31), []],
  ])('%s, a name or a figure', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['2022.12', ['date 2022.12']],
    ['2022.12万元', ['20221200 元']],
    ['2021年末', ['date 2021年末']],
    ['2021年中', ['date 2021年']],
  ])('%s, a date or a figure', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test.each([
    ['百分之九点五', ['9.5 %']],
    ['百分之', []],
    ['二点五个', ['2.5 个']],
    ['三点五', []],
    ['第三个', []],
    ['之十二个', []],
    ['三年', ['3 年']],
    ['三年行动', []],
    ['不少于三年', ['3 年']],
    ['共三年', []],
    ['完成四个', ['4 个']],
    ['完成一个', []],
    ['不少于一个', ['1 个']],
    ['一个以上', ['1 个']],
    ['十二个', ['12 个']],
  ])('%s in numerals, a figure or a word', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('places are those of the original text, full-width or not', () => {
    const text = '满意　３１２８８４５件，占９７．５２％';
    expect(findMentions(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '３１２８８４５件',
      '９７．５２％',
    ]);
  });

  test('mentions stand in order, never overlap, and give their own text', () => {
    const pieces = fc.constantFrom(
      '95',
      '%',
      '万',
      '个',
      '2021年',
      '12月',
      '-',
      '.',
      ',',
      '（',
      '）',
      '一',
      '百',
      '第',
      '《',
      '》',
      '号',
      ' ',
      'G',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end, text: written } of findMentions(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(written).toBe(text.slice(start, end));
          last = end;
        }
      }),
    );
  });
});
