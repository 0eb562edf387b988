import { comparable, sameMeasure } from '../../src/words/comparable';
import { readQuantity } from '../../src/words/readQuantity';
import type { CellValue } from '../../src/sheet/snapshot';
import { cell } from '../support/cell';

function brought(target: CellValue, actual: CellValue): string | null {
  const [left, right] = [readQuantity(cell(target)), readQuantity(cell(actual))];
  const pair = left === null || right === null ? null : comparable(left, right);
  if (pair === null) return null;
  return [pair.target, pair.actual]
    .map((quantity) => {
      if (quantity.kind === 'number') return `${quantity.value.toFixed()} ${quantity.unit}`.trim();
      return quantity.kind === 'range'
        ? `${quantity.low.toFixed()}…${quantity.high.toFixed()} ${quantity.unit}`
        : quantity.kind;
    })
    .join(' | ');
}

describe('comparable', () => {
  test.each<[CellValue, CellValue, string]>([
    ['≥95%', '97.52%', '95 % | 97.52 %'],
    ['≥95%', 97.52, '95 % | 97.52 %'],
    ['≥95%', 0.9752, '95 % | 97.52 %'],
    ['100%', 1, '100 % | 100 %'],
    ['100%', 100, '100 % | 100 %'],
    ['≤5%', '0', '5 % | 0 %'],
    ['≤5%', 3, '5 % | 3 %'],
    ['≥1%', 0.5, '1 % | 0.5 %'],
    [0.95, '98%', '95 % | 98 %'],
    [1, '100%', '100 % | 100 %'],
    [95, '98%', '95 % | 98 %'],
    [95, 0.958, '95 % | 95.8 %'],
    ['≥700万次', '805万次', '7000000 次 | 8050000 次'],
    ['≥6个月', '≥9个月', '6 个月 | 9 个月'],
    ['12个月', '12月', '12 个月 | 12 个月'],
    ['12个月', '1年', '12 个月 | 12 个月'],
    ['≥3次', 3, '3 次 | 3 次'],
    [3, '3次', '3 次 | 3 次'],
    ['≥5公里', '5200米', '5 公里 | 5.2 公里'],
    ['≥500公顷', '7200亩', '500 公顷 | 480 公顷'],
    ['≥2亩', '1334平方米', '2 亩 | 2.001 亩'],
    ['≥1立方米', '900升', '1 立方米 | 0.9 立方米'],
    ['≥3km²', '3.2平方公里', '3 km² | 3.2 km²'],
    ['≥3平方公里', '3.2km2', '3 平方公里 | 3.2 平方公里'],
    ['≤1.5毫克/升', '0.62mg/L', '1.5 毫克/升 | 0.62 毫克/升'],
    ['≤0.05mg/m³', '38μg/m3', '0.05 mg/m³ | 0.038 mg/m³'],
    ['≤35微克/立方米', '0.03毫克/立方米', '35 微克/立方米 | 30 微克/立方米'],
    ['200平方米', '204.46㎡', '200 平方米 | 204.46 平方米'],
    ['530元/人·月', '583元/人*月', '530 元/人·月 | 583 元/人·月'],
    ['≥5万元', 5, '50000 元 | 50000 元'],
    ['≥5万元', 50_000, '50000 元 | 50000 元'],
    ['≥700万次', '805', '7000000 次 | 8050000 次'],
    ['≥700万', '8050000', '7000000 | 8050000'],
    [5, '4.8万元', '50000 元 | 48000 元'],
    ['20万元', '200000元', '200000 元 | 200000 元'],
    ['100人', '100名', '100 人 | 100 人'],
    ['90%-95%', '93%', '90…95 % | 93 %'],
    ['90%-95%', 0.93, '90…95 % | 93 %'],
    ['2022年底之前', '2022年12月', 'date | date'],
    // Both readings of a small figure keep the limit, or both break it.
    ['≤5%', 0.03, '5 % | 3 %'],
    ['≤1%', 1.2, '1 % | 1.2 %'],
    // Only a part of one whole, held against a target that can be a percentage, is a rate.
    [95, 90, '95 | 90'],
    [95, 1.5, '95 | 1.5'],
    [95, 0, '95 | 0'],
    [5, 0.5, '5 | 0.5'],
    [120, 0.5, '120 | 0.5'],
    [10, 0.5, '10 % | 50 %'],
    [100, 0.5, '100 % | 50 %'],
    ['≤95', 0.9, '95 | 0.9'],
    ['<95', 0.9, '95 | 0.9'],
    ['5万', '9亿', '50000 | 900000000'],
    ['2亿元', 2.1, '200000000 元 | 210000000 元'],
    ['2亿元', '210000000', '200000000 元 | 210000000 元'],
    ['12月', '9个月', '12 个月 | 9 个月'],
    ['9个月', '12月', '9 个月 | 12 个月'],
  ])('%s and %s', (target, actual, expected) => {
    expect(brought(target, actual)).toBe(expected);
  });

  test.each<[CellValue, CellValue]>([
    ['≥6个', '95%'],
    ['≥95%', '16个'],
    ['达成', '95%'],
    ['95%', '达成'],
    ['2022年底之前', '95%'],
    // 0.5 may be half of all or half of a hundredth: one keeps the limit, the other breaks it.
    ['≤5%', 0.5],
    ['<5%', 0.5],
    ['5公里', '3天'],
    ['2022年12月', '9个月'],
    ['12月5日', '9个月'],
    ['12月', 5],
    [5, '12月'],
    ['90%-95%', '3个'],
    ['95%', '90%-95%'],
    ['90%-95%', '80%-90%'],
    // In 万元 it is more than that, in 元 next to nothing.
    ['2亿元', 21000],
    [21000, '2亿元'],
    // One of a hundred, or the whole of it.
    ['≥100', 1],
  ])('%s and %s are not compared', (target, actual) => {
    expect(brought(target, actual)).toBeNull();
  });

  test('units of one measure', () => {
    expect(sameMeasure('米', '公里')).toBe(true);
    expect(sameMeasure('个', '个')).toBe(true);
    expect(sameMeasure('人', '人次')).toBe(false);
  });
});
