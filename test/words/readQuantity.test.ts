import fc from 'fast-check';
import type { Quantity } from '../../src/words/quantity';
import { readQuantity, withoutItemNumber, type QuantityHints } from '../../src/words/readQuantity';
import type { CellValue } from '../../src/sheet/snapshot';
import { cell } from '../support/cell';

/** A quantity in one line, so that a table of them can be read. */
function words(quantity: Quantity | null): string {
  if (quantity === null) return '—';
  switch (quantity.kind) {
    case 'number':
      return `${quantity.relation ?? ''} ${quantity.value.toFixed()} ${quantity.unit}`.trim();
    case 'range':
      return `${quantity.low.toFixed()}…${quantity.high.toFixed()} ${quantity.unit}`.trim();
    case 'date':
      return `${quantity.relation ?? ''} ${quantity.year ?? '?'}-${quantity.month}-${quantity.day ?? '?'}`.trim();
    case 'qualitative':
      return `“${quantity.text}” ${quantity.attainment ?? ''}`.trim();
  }
}

function read(value: CellValue, hints?: QuantityHints, text?: string): string {
  return words(readQuantity(cell(value, text), hints));
}

describe('readQuantity', () => {
  test.each([
    ['≥95%', '>= 95 %'],
    ['>=95%', '>= 95 %'],
    ['＞＝９５％', '>= 95 %'],
    ['≧735人次', '>= 735 人次'],
    ['＞3', '> 3'],
    ['═100%', '= 100 %'],
    ['＝100%', '= 100 %'],
    ['≤5%', '<= 5 %'],
    ['<=5300元/户', '<= 5300 元/户'],
    ['≦5 %', '<= 5 %'],
    ['＜5‰', '< 5 ‰'],
    ['不少于三次', '>= 3 次'],
    ['不低于95%', '>= 95 %'],
    ['不小于 10 万人次', '>= 100000 人次'],
    ['至少1次', '>= 1 次'],
    ['大于等于95%', '>= 95 %'],
    ['大于95', '> 95'],
    ['超过3家', '> 3 家'],
    ['达到95%', '>= 95 %'],
    ['达到5%以下', '<= 5 %'],
    ['等于100%', '= 100 %'],
    ['10w+', '>= 100000'],
    ['1.5w人次', '15000 人次'],
    ['300+人次', '>= 300 人次'],
    ['2万+', '>= 20000'],
    ['85分以上', '>= 85 分'],
    ['80分（含）以上', '>= 80 分'],
    ['不超过3万元', '<= 30000 元'],
    ['不低于（含）90%', '>= 90 %'],
    ['不高于5%', '<= 5 %'],
    ['不多于2起', '<= 2 起'],
    ['至多2起', '<= 2 起'],
    ['小于等于2起', '<= 2 起'],
    ['低于5%', '< 5 %'],
    ['少于3起', '< 3 起'],
    ['控制在5%以内', '<= 5 %'],
    ['30日内', '<= 30 日'],
  ])('the relation of %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['三、2、100%', '100 %'],
    ['四、1、1个', '1 个'],
    ['三、1、≥700万次', '>= 7000000 次'],
    ['1. ≥95%', '>= 95 %'],
    ['（1）≥95%', '>= 95 %'],
    ['①100%', '100 %'],
    ['指标1：100%', '100 %'],
    ['5、6个', '6 个'],
    ['一、一次', '1 次'],
    ['一次', '1 次'],
    ['1.5%', '1.5 %'],
  ])('passes over the item number of %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['2871.7436万件', '28717436 件'],
    ['5万', '50000'],
    ['620.82万元', '6208200 元'],
    ['1.2亿元', '120000000 元'],
    ['204.46平方米', '204.46 平方米'],
    ['3千米', '3 千米'],
    ['≥100百分比', '>= 100 %'],
    ['下降5个百分点', '5 %'],
    ['百分之九十五', '95 %'],
    ['>=530元/人*月', '>= 530 元/人*月'],
    ['530元/人·月', '530 元/人·月'],
    ['不少于2次/年', '>= 2 次'],
    ['3坛', '3 坛'],
    ['≥10（个）', '>= 10 个'],
    ['1,234.50元', '1234.5 元'],
    ['2022.5万元', '20225000 元'],
    ['2022.05万元', '20220500 元'],
    ['≥2022.12 个', '>= 2022.12 个'],
    ['300多万人', '3000000 人'],
    ['二十余次', '20 次'],
    ['一百二十', '120'],
    ['≥12月', '>= 12 个月'],
    ['15年', '15 年'],
    ['-2.5', '-2.5'],
  ])('the unit and scale of %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['提供20份以上的数据质量报告', '>= 20 份'],
    ['提供了31份数据质量报告', '31 份'],
    ['对已纳入集成服务的事项，100%完成要素梳理。', '100 %'],
    ['五、2、≥500个。', '>= 500 个'],
    ['开展培训不少于5期，参训人员满意', '>= 5 期'],
    ['2022年开展3次活动', '3 次'],
    ['5G基站100个', '100 个'],
    ['完成3项调研，培训200人次', '“完成3项调研,培训200人次”'],
    ['第三方评估', '“第三方评估”'],
    ['一网通办', '“一网通办”'],
    ['四标四实', '“四标四实”'],
    ['三公经费', '“三公经费”'],
    ['12345热线接通', '“12345热线接通”'],
    ['7×24小时', '“7×24小时”'],
    ['100/100', '“100/100”'],
    ['每月15日前', '<= ?-0-15'],
    ['每月40日前', '“每月40日前”'],
    ['每周3日', '“每周3日”'],
    ['次年1月', '“次年1月”'],
    ['120户（含30户低保户）', '120 户'],
    ['≥120户，其中低保户30户', '>= 120 户'],
    ['线上100人，线下130人，共230人', '230 人'],
    ['230人（线上100人、线下130人）', '230 人'],
    ['线上100人，线下120人，共230人', '“线上100人,线下120人,共230人”'],
    ['甲村50户，乙村30户，丙村20户', '“甲村50户,乙村30户,丙村20户”'],
    ['1年2个月', '14 个月'],
    ['≥2亿1500万元', '>= 215000000 元'],
    ['49万8千元', '498000 元'],
    ['2万3千人次', '23000 人次'],
    ['1万2000株', '12000 株'],
    ['1亿2万3千元', '100023000 元'],
    ['2万3万元', '“2万3万元”'],
    ['1.5亿500万元', '“1.5亿500万元”'],
    ['≤1小时30分钟', '<= 90 分钟'],
    ['1年18个月', '“1年18个月”'],
    ['≥1 200平方米', '>= 1200 平方米'],
    ['1 200', '1200'],
    ['指标1 100%', '100 %'],
    ['线上2次、线下2次', '“线上2次、线下2次”'],
    ['36个村覆盖36个', '“36个村覆盖36个”'],
    ['完成3期，共3期', '3 期'],
    ['前5名', '“前5名”'],
    ['全省前30%', '“全省前30%”'],
    ['提前30%', '30 %'],
    ['2023年1季度', '2023-3-?'],
    ['零', '0'],
    ['＞90%（含90%）', '>= 90 %'],
    ['2022年度数据质量提升', '“2022年度数据质量提升”'],
  ])('the one figure of a sentence, and never a guess: %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['90%-95%', '90…95 %'],
    ['80~90', '80…90'],
    ['5-10个', '5…10 个'],
    ['1至2个', '1…2 个'],
    ['3-5万件', '30000…50000 件'],
    ['3万-5万件', '30000…50000 件'],
    ['-5%-5%', '-5…5 %'],
    ['±5%', '-5…5 %'],
    ['95%≤X≤100%', '95…100 %'],
    ['≥90%且≤110%', '90…110 %'],
  ])('the range %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    ['9月前', '<= ?-9-?'],
    ['9月底前', '<= ?-9-?'],
    ['2022年底之前', '<= 2022-12-?'],
    ['2022年12月30日', '2022-12-30'],
    ['2022 年 12 月 30 日', '2022-12-30'],
    ['2023年12月', '2023-12-?'],
    ['2023-12-31', '2023-12-31'],
    ['2023/12/31', '2023-12-31'],
    ['2022.12.30', '2022-12-30'],
    ['2022.12', '2022-12-?'],
    ['20221230', '2022-12-30'],
    ['12月底', '?-12-?'],
    ['年底前', '<= ?-12-?'],
    ['2022年第四季度', '2022-12-?'],
    ['三季度末', '?-9-?'],
    ['2024年1月-12月', '<= 2024-12-?'],
    ['2022年1-12月', '<= 2022-12-?'],
    ['2023年1月1日至2023年12月31日', '<= 2023-12-31'],
    ['2023.1-2023.12', '<= 2023-12-?'],
    ['2023年3月-2024年10月', '<= 2024-10-?'],
    ['9月1日-10月30日', '<= ?-10-30'],
    ['≤2023年12月', '<= 2023-12-?'],
    ['2023年6月30日前完成验收', '<= 2023-6-30'],
    ['项目于2023年12月底完成', '2023-12-?'],
  ])('the date %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test.each([
    [20231031, {}, '20231031'],
    [20231031, { dated: true }, '2023-10-31'],
    [20231031, { dated: true, unit: '株' }, '20231031 株'],
    [20231331, { dated: true }, '20231331'],
    [202310, {}, '202310'],
    [202310, { dated: true }, '2023-10-?'],
    ['202310', { dated: true }, '2023-10-?'],
    [202313, { dated: true }, '202313'],
    [2023.1, {}, '2023.1'],
    [2023.12, { dated: true }, '2023-12-?'],
    // Excel keeps no last 0: January, or October.
    [2023.1, { dated: true }, '2023-10-?'],
    [2023.1, { dated: true, unit: '万元' }, '20231000 元'],
  ])('the number %s beside %j', (value, hints, expected) => {
    expect(read(value, hints)).toBe(expected);
  });

  test.each([
    [0.95, '95%', '95 %'],
    [0.9989, '99.89%', '99.89 %'],
    [0.07, '7.00%', '7 %'],
    [100, '100', '100'],
    [0.95, '0.95', '0.95'],
    [5, '5个', '5 个'],
    [12, '12个月', '12 个月'],
    [5, '¥5.00', '5 元'],
    [44926, '2022/12/31', '2022-12-31'],
    [44926, '12/31/22', '2022-12-31'],
    [44926, '2022年12月31日', '2022-12-31'],
    [44896, 'Dec-22', '2022-12-1'],
    [44926, '44926', '44926'],
    [96.62999999999997, '96.63', '96.63'],
  ])('a number cell %d that shows %s', (value, text, expected) => {
    expect(read(value, {}, text)).toBe(expected);
  });

  test.each<[CellValue, QuantityHints, string]>([
    [735, { nature: '≧', unit: '人次' }, '>= 735 人次'],
    [100, { nature: '═', unit: '%' }, '= 100 %'],
    ['100', { nature: '＝', unit: '百分比' }, '= 100 %'],
    [5, { nature: '反向', unit: '%' }, '<= 5 %'],
    [5, { nature: '大于等于', unit: '万元' }, '>= 50000 元'],
    [700, { unit: '万人次' }, '7000000 人次'],
    ['62.73万', { unit: '万元' }, '627300 元'],
    ['62.73万', { unit: '元' }, '627300 元'],
    ['62.73亿', { unit: '元' }, '6273000000 元'],
    ['≤5%', { nature: '≥', unit: '%' }, '<= 5 %'],
    ['有效', { nature: '定性', unit: '/' }, '“有效”'],
    [0.98, { nature: '≥', unit: '%' }, '>= 0.98'],
    [0, { nature: '≤', unit: '%' }, '<= 0 %'],
    ['2022年12月', { nature: '≤', unit: '年' }, '<= 2022-12-?'],
    ['2021.05', { nature: '≥', unit: '万元' }, '>= 20210500 元'],
    [2021.05, { nature: '≥', unit: '万元' }, '>= 20210500 元'],
    ['≤2021.05', { unit: '个' }, '<= 2021.05 个'],
    ['2021.05', { nature: '≤', unit: '月' }, '<= 2021-5-?'],
    ['2021.05', { nature: '≤', unit: '/' }, '<= 2021-5-?'],
    [3, { unit: '坛' }, '3 坛'],
    [3, { nature: '定量', unit: '—' }, '3'],
  ])('%s with the columns %j', (value, hints, expected) => {
    expect(read(value, hints)).toBe(expected);
  });

  test.each([
    ['达成预期指标', 'met'],
    ['达成', 'met'],
    ['已完成', 'met'],
    ['全部完成', 'met'],
    ['按时完成', 'met'],
    ['完成目标', 'met'],
    ['达标', 'met'],
    ['是', 'met'],
    ['部分达成预期指标并具有一定效果', 'partly'],
    ['部分达成', 'partly'],
    ['基本达成', 'mostly'],
    ['已基本完成', 'mostly'],
    ['未全部完成', 'partly'],
    ['未达成预期', 'unmet'],
    ['未达成预期指标且效果较差', 'unmet'],
    ['未完成', 'unmet'],
    ['未达标', 'unmet'],
    ['否', 'unmet'],
    ['良好', null],
    ['有效', null],
    ['显著提升', null],
    ['完成数据质量管理体系', null],
  ])('%s says how far the target was reached: %s', (text, attainment) => {
    expect(readQuantity(cell(text))).toEqual({ kind: 'qualitative', text, attainment });
  });

  test.each([null, '', '  ', '/', '／', '—', '**', '……', '无', '不适用', true])('nothing stands in %j', (value) => {
    expect(readQuantity(cell(value))).toBeNull();
  });

  test('an item number alone is not taken away', () => {
    expect(withoutItemNumber('（20）')).toBe('（20）');
    expect(withoutItemNumber('三、')).toBe('三、');
  });

  const figures = fc.integer({ min: 0, max: 99_999_999 }).map((cents) => cents / 100);
  const units = fc.constantFrom('%', '个', '万件', '人次', '平方米', '元/人*月', '');
  const relations = fc.constantFrom<[string, string]>(
    ['≥', '>='],
    ['≦', '<='],
    ['不超过', '<='],
    ['＝', '='],
    ['', ''],
  );

  test('any figure with any sign and unit is read back, full-width too', () => {
    fc.assert(
      fc.property(figures, units, relations, fc.boolean(), (figure, unit, [sign, relation], wide) => {
        const digits = String(figure);
        const shown = wide ? digits.replace(/[0-9.]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)) : digits;
        const quantity = readQuantity(cell(`${sign}${shown}${unit}`));
        // A bare 2023.11 is a month.
        if (quantity?.kind === 'date' && unit === '') return;
        expect(quantity).toMatchObject({ kind: 'number', relation: relation === '' ? null : relation });
        const scale = unit.startsWith('万') ? 10_000 : 1;
        expect(quantity?.kind === 'number' && quantity.value.div(scale).toNumber()).toBe(figure);
      }),
    );
  });

  test('any text gives a quantity or null, in little time', () => {
    const pieces = fc.constantFrom(
      '95',
      '%',
      '≥',
      '三、',
      '2023年',
      '12月',
      '-',
      '一',
      '个',
      '以上',
      '，',
      '.',
      '《',
      '0',
      '第',
      ' ',
      'A',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 60 }), (parts) => {
        const quantity = readQuantity(cell(parts.join('')));
        expect(quantity === null || typeof quantity.kind === 'string').toBe(true);
      }),
    );
  });
});
