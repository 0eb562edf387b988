import { remember } from '../sheet/remember';
import type { ColumnRole } from './model';
import { HEADING_RULES, type Said, WHOLE_HEADINGS } from './vocabulary/columns';
import { bare, isTotalLabel } from './words';

export const LONGEST_HEADING = 40;
/** Of columns for places below one heading the one that holds them all: 全市合计 behind 青川县 and 平武县. */
export const OF_THE_WHOLE = /合计|小计|总计|总数|汇总|^全[省市州县区]/;
/** A sentence about the targets is no heading over them. */
const SENTENCE_END = /[。；！？]/;
const TOTAL_SAYS: Said = [['stated', 3]];

/** Roles that a heading's words give its column, the surest first; none for 序号 and the like, `null` where they say nothing. */
export function headingSays(text: string): Said | null {
  return text === '' || text.length > LONGEST_HEADING || SENTENCE_END.test(text) ? null : readHeading(text);
}

const wholeHeading = (text: string): Said | undefined => WHOLE_HEADINGS.find(([, whole]) => whole.test(text))?.[0];

const readHeading = remember((text: string): Said | null => {
  const heading = withoutAdditions(bare(text));
  const known = wholeHeading(heading);
  if (known !== undefined) return known;
  // 总得分 beside 得分 is the total, and only without it the score.
  if (isTotalLabel(heading)) return TOTAL_SAYS;
  for (const part of heading.split(/[/、]/)) {
    const said = wholeHeading(part);
    if (said !== undefined && said.length > 0) return said;
  }
  const rule = HEADING_RULES.find(
    ([, words, not]) => words.every((word) => word.test(heading)) && not?.test(heading) !== true,
  );
  return rule?.[0] ?? null;
});

/** 一级指标及分值, 绩效指标及目标值: these stand in the labels below. */
export function withoutAdditions(heading: string): string {
  return heading.replace(/(?<=指标|内容|项目)(?:及|和|与)其?(?:分值|权重|(?:年度)?(?:目标|指标)值)$/, '');
}

/** The role that words alone give a heading. */
export function usualRole(text: string): ColumnRole | null {
  return headingSays(text)?.[0]?.[0] ?? null;
}

/** What the classes of indicators are called, some behind whom or what they serve: 社会效益, 服务对象满意度, 可持续影响. */
const CLASS = '(?:产出|数量|质量|时效|成本|(?:.{2,4})?(?:效益|满意度|影响))';
const LEVEL = new RegExp(`^(?:投入|决策|过程|管理|${CLASS})(?:类|指标)*$`);
const CLASS_IN_FULL = new RegExp(`^.{0,6}${CLASS}指标$`);

/** Whether a text is what a level of indicators is called: 产出指标（50分）, 数量指标, 社会效益. */
export const isClass = (text: string): boolean => LEVEL.test(bare(text));

/** 数量指标 where a name belongs is the class of what another column tells. */
export const isClassForName = (text: string): boolean => CLASS_IN_FULL.test(bare(text));
