import fc from 'fast-check';
import { findMentions } from '../../src/sheet/mentions';
import { cpuTime } from '../support/cpuTime';
import { timed } from '../support/timed';

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

  timed.each(['9', '9,', '一', '百分之', '2021年', '《1', '1-', '12月-', 'a', '１', '“1', '第1'])(
    'a full cell of %j is read in a time that grows with its length only',
    (piece) => {
      const text = piece.repeat(Math.floor(32_767 / piece.length));
      expect(cpuTime(() => findMentions(text))).toBeLessThan(1500);
    },
  );
});
