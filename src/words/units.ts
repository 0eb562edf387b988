import { compact } from '../sheet/text';
import { Decimal } from 'decimal.js';
import { words } from '../sheet/lists';

/**
 * Units that may follow a figure inside a sentence, where nothing else says where the unit ends. A cell that holds a
 * figure and its unit alone may use any other.
 */
export const UNITS: readonly string[] = [
  '% ‰ 百分比 百分点 个百分点 倍 成 分 分值',
  '元 美元 港元 欧元',
  '个 项 件 次 份 人 人次 名 位 户 户次 家 家次 条 篇 批 批次 期 场 场次 宗 起 例 套 台 台次 辆 架 艘 部 本 册 张 幅 面 块 片 处 座 栋 幢 间 所 层 站 点 组 支 只 头 匹 株 棵 枚 颗 粒 瓶 盒 箱 袋 包 双 对 卷 盘 类 种 版 门 课时 学时 节 届 轮 遍 趟 班 班次 车次 航次 艘次 列 床 张次 笔 单 票 款 道 段 根 尾 羽 吨次 步 字 页 屏 路 芯 线',
  '剂 剂次 针次 架次 例次 座次 台套 台班 桶 罐 孔 床日 人份',
  '年 年度 个月 月 周 天 日 个工作日 工作日 小时 个小时 h 分钟 min 秒 s 毫秒 季度 个季度 年次 人天 人日 人月 人年',
  '米 千米 公里 厘米 毫米 平方米 平米 平方公里 平方千米 立方米 立方 方 延米 米² 米³ ㎡ m² m2 m³ m3 km km² km2 cm mm m 亩 亩次 公顷 ha 顷',
  '吨 公斤 千克 克 斤 毫克 微克 kg g t mg μg ug 升 毫升 L l ml mL',
  '度 千瓦时 兆瓦时 千瓦 兆瓦 千伏安 kW kWh MW MWh kVA 伏 千伏 kV 安 赫兹 Hz 分贝 dB 勒克斯 ℃ 摄氏度',
  '人(次) 场(次) 户(次) 家(次) 批(次) 台(套) 台/套 件(套) 件/套 个批次 个场次 个班次 个课时 个学时',
  'MB GB TB PB KB Mbps Gbps bps 兆 像素',
  '标准箱 TEU 人/次 车位 床位 平台 岁 周岁 级 星 星级 代 刻 帧 毛 角',
].flatMap((line) => words(line));

/** What is counted in time may be a limit or a service: 响应时间, 供水时长. */
export const TIME = /^(?:个?工作日|天|日|小时|分钟|秒|毫秒|周|h|min|s)$/;

const LONGEST = Math.max(...UNITS.map((unit) => unit.length));
const KNOWN: ReadonlySet<string> = new Set(UNITS);

/** Each of these words is another for the first one of its line. */
const SYNONYMS: ReadonlyMap<string, string> = new Map(
  [
    '% 百分比 百分点 个百分点 百分之',
    '元 圆 人民币 人民币元 元人民币',
    '人次 人(次)',
    '场次 场(次) 个场次',
    '户次 户(次)',
    '家次 家(次)',
    '批次 批(次) 个批次',
    '班次 个班次',
    '课时 个课时',
    '学时 个学时',
    '台/套 台(套)',
    '件/套 件(套)',
  ].flatMap((line) => {
    const [first, ...others] = words(line);
    return others.map((word) => [word, first] as const);
  }),
);

/** Words with what they multiply by, which stands before them where it is not that of the word before. */
export function withFactors(line: string): readonly (readonly [word: string, factor: Decimal])[] {
  let factor = new Decimal(1);
  return words(line).flatMap((word) => {
    if (!/^[0-9]/.test(word)) return [[word, factor] as const];
    factor = new Decimal(word);
    return [];
  });
}

/** What multiplies a figure, longest first. */
export const SCALES = withFactors(
  '1e12 万亿 1e11 千亿 1e10 百亿 1e9 十亿 1e7 千万 1e6 百万 1e5 十万 1e8 亿 1e4 万 萬 1e3 千 100 百',
);

export const ONE = new Decimal(1);
export const HUNDRED = new Decimal(100);
export const TEN_THOUSAND = new Decimal(10_000);

/** A unit found behind a figure, and by what it multiplies the figure: `万件` is `件` × 10,000. */
export interface UnitAt {
  readonly unit: string;
  readonly scale: Decimal;
  readonly end: number;
}

const IN_BRACKETS = /(?<=.{2})[（(]([^（）()]{1,12})[）)]$/;

/** The unit in brackets behind a name, `''` where there is none: 养护里程（公里）. */
export function unitInName(name: string): string {
  const inside = IN_BRACKETS.exec(compact(name))?.[1] ?? '';
  return unitAt(inside, 0)?.end === inside.length ? inside : '';
}

/** A name without the unit in brackets behind it. */
export const withoutUnit = (name: string): string => (unitInName(name) === '' ? name : name.replace(IN_BRACKETS, ''));

/** Looked at first, so that most places in a text cost next to nothing. */
const FIRST_OF_UNIT: ReadonlySet<string> = new Set(UNITS.map((unit) => unit.charAt(0)));
const FIRST_OF_SCALE: ReadonlySet<string> = new Set(SCALES.map(([word]) => word.charAt(0)));

/** The longest known unit that begins at a place; `''` where there is none. */
function knownUnitAt(text: string, start: number): string {
  if (!FIRST_OF_UNIT.has(text.charAt(start))) return '';
  for (let length = Math.min(LONGEST, text.length - start); length > 0; length -= 1) {
    const unit = text.slice(start, start + length);
    // 5G网络, 3Mx: Latin letters that go on are a name, not the unit.
    const goesOn = LATIN.test(unit.charAt(length - 1)) && LATIN.test(text.charAt(start + length));
    if (KNOWN.has(unit)) return goesOn ? '' : unit;
  }
  return '';
}

const LATIN = /[A-Za-z]/;

/** The per-part of a unit: `/人·月` behind `元`. */
function perPart(text: string, start: number): number {
  let end = start;
  while (/[/·*.•・×xX]/.test(text.charAt(end))) {
    const unit = knownUnitAt(text, end + 1);
    if (unit === '') break;
    end += 1 + unit.length;
  }
  return text.charAt(start) === '/' ? end : start;
}

/** The unit at a place of folded text, with 万, 亿, 百 and 千 before it multiplied out; `null` where neither stands there. */
export function unitAt(text: string, start: number): UnitAt | null {
  const direct = knownUnitAt(text, start);
  // 千米, 千瓦 and 百分点 begin like a scale and are none.
  if (direct !== '') return finish(text, start, direct, ONE);
  const scale = FIRST_OF_SCALE.has(text.charAt(start))
    ? SCALES.find(([word]) => text.startsWith(word, start))
    : undefined;
  if (scale === undefined) return null;
  const [word, factor] = scale;
  const unit = knownUnitAt(text, start + word.length);
  return finish(text, start + word.length, unit, factor);
}

function finish(text: string, start: number, unit: string, scale: Decimal): UnitAt {
  const end = unit === '' ? start : perPart(text, start + unit.length);
  return { unit: canonicalUnit(text.slice(start, end)), scale, end };
}

/** A unit as `Quantity` holds it: `％`, `百分比` and `百分点` are `%`. */
export function canonicalUnit(unit: string): string {
  return SYNONYMS.get(unit) ?? unit;
}

/** `%(百分比)`: a unit with its own name behind it. */
const GLOSSED = /^([^（）()]{1,6})[（(]([^（）()]{1,6})[）)]$/;

/** What a unit column says: `万元` is `元` × 10,000, `百分比` is `%`; any text is taken for a unit. */
export function readUnit(text: string): { readonly unit: string; readonly scale: Decimal } {
  const [, short = '', name = ''] = GLOSSED.exec(text) ?? [];
  if (short !== '' && canonicalUnit(short) === canonicalUnit(name)) return readUnit(short);
  const found = unitAt(text, 0);
  if (found !== null && found.end === text.length) return { unit: found.unit, scale: found.scale };
  const scale = SCALES.find(([word]) => text.startsWith(word));
  if (scale !== undefined && !KNOWN.has(text)) {
    return { unit: canonicalUnit(text.slice(scale[0].length)), scale: scale[1] };
  }
  return { unit: canonicalUnit(text), scale: ONE };
}
