import { words } from '../sheet/lists';
import type { SheetSnapshot } from '../sheet/snapshot';

/** What the sheets are called that we write into a workbook. */
export const OWN_NAMES = {
  report: '核查报告',
  summary: '核查汇总',
  list: '核查问题清单',
  problems: '共性问题',
  against: '对照核对',
  memo: '退回意见',
} as const;

/** 核查汇总: a row for each form. */
export const SUMMARY_HEADINGS = words(
  '序号 单位 项目 表的种类 年度 自评总分 各项之和 按规则复算 差（自评－复算） 等级 错误 提醒 处理 评分规则 文件',
);

/** 核查问题清单: a row for each finding. */
export const LIST_HEADINGS = words('单位 文件 工作表 轻重 单元格 位置 问题 说明 表内 应为 算式 不处理的理由');

/** 共性问题. */
export const PROBLEM_HEADINGS = words('问题类型 份数 占全部 处数 涉及分数');

/** 对照核对: a row for each pair of forms. */
export const AGAINST_HEADINGS = words('单位 项目 自评表 对照 对照的表 核对处数 一致 提醒 提示 核对了什么');

/** 核查报告: each list of findings. */
export const FINDING_HEADINGS = ['序号', '轻重', '单元格', '位置', '问题', '应为'];
export const UNCHECKED_SECTION = '四、没有核查的';
export const CHECKED_SECTION = '五、查过的';

/** 退回意见: what is asked of each row. */
export const MEMO_HEADINGS = ['单元格', '表内', '应为', '说明'];

const TABLES: readonly (readonly string[])[] = [
  ...[SUMMARY_HEADINGS, LIST_HEADINGS, PROBLEM_HEADINGS],
  ...[AGAINST_HEADINGS, FINDING_HEADINGS, MEMO_HEADINGS],
];

function isHeading(row: readonly string[]): boolean {
  const from = row.findIndex((text) => text.trim() !== '');
  return from >= 0 && TABLES.some((table) => table.every((heading, at) => row[from + at]?.trim() === heading));
}

/**
 * Whether a sheet is one of ours: 核查报告, 核查汇总, 核查问题清单, 共性问题, 对照核对 or 退回意见, known by its headings whatever it is
 * called. They speak of scores and totals and would be taken for forms.
 */
export function isOwnSheet({ texts }: SheetSnapshot): boolean {
  let unchecked = false;
  for (const row of texts) {
    if (isHeading(row)) return true;
    const first = row.find((text) => text !== '')?.trim() ?? '';
    if (first === UNCHECKED_SECTION) unchecked = true;
    else if (unchecked && first.startsWith(CHECKED_SECTION)) return true;
  }
  return false;
}
