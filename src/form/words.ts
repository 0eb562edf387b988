import { remember } from '../sheet/remember';
import { compact } from '../sheet/text';
import {
  DEPARTMENT_LABELS,
  LONGER_GOALS,
  NARRATIVE_LABELS,
  ORGANISATION_LABELS,
  PROJECT_LABELS,
  TOTAL_LABEL,
  WHO_SCORED,
  YEAR_LABEL,
} from './vocabulary/labels';
import { withoutItemNumber } from '../words/readQuantity';

/** A label without white space, bracketed additions and closing punctuation: `分值（权重）：` is `分值`. */
export const bare: (text: string) => string = remember((text) => {
  const label = compact(text);
  const plain = /[([【〔]/.test(label) ? withoutBrackets(label) : label;
  return withoutTranslation(plain).replace(/[:：;；。,，]$/, '');
});

/** 总分 བསྡོམས། and labels in Mongolian or Uyghur beside the Chinese ones. */
const withoutTranslation = (label: string): string =>
  /[\u4e00-\u9fff]/.test(label) ? label.replace(/[\u0600-\u06ff\u0f00-\u0fff\u1800-\u18af]+/g, '') : label;

function withoutBrackets(label: string): string {
  let depth = 0;
  let out = '';
  for (const character of label) {
    if ('([【〔'.includes(character)) depth++;
    else if (')]】〕'.includes(character) && depth > 0) depth--;
    else if (depth === 0) out += character;
  }
  return out;
}

/** Whether a label says 小计 and not of what. */
export const isSubtotal = ({ value }: { readonly value: string }): boolean => bare(value) === '小计';

/** 总分, 合计, 得分总计. */
export function isTotalLabel(text: string): boolean {
  return text.length <= 10 && TOTAL_LABEL.test(text);
}

/** The same as the label of a row, which may also say who scored: 单位自评总得分, 自我评分. */
export function isTotalRowLabel(text: string): boolean {
  return isTotalLabel(
    text
      .replace(WHO_SCORED, '')
      .replace(WITH_GRADE, '')
      .replace(/^总体/, '总')
      .replace(/自我?评价?(?=[得总]?分)/, '自评')
      .replace(/^自评分数?$/, '自评得分'),
  );
}

const WITH_GRADE = /[及和与](?:自评|评价|评定)?(?:等级|等次|级别)$/;

/** A label without what follows its colon. */
export function labelPart(text: string): string {
  const end = text.search(/[:：]/);
  return withoutItemNumber(bare(end < 0 ? text : text.slice(0, end)));
}

/** 省级预算部门名称, 市直单位 */
const LEVEL_OF_GOVERNMENT = /^[省市县区州][级直]/;

/** How telling a label is, 0 the most; -1 where it is none of these. */
export function rankOf(labels: readonly RegExp[], text: string): number {
  const label = labelPart(text).replace(LEVEL_OF_GOVERNMENT, '');
  return labels.findIndex((words) => words.test(label));
}

/** Whether a text is one of the labels beside which the organisation is named. In an empty form the next label stands there. */
export const isOrganisationLabel = (text: string): boolean =>
  rankOf(ORGANISATION_LABELS, text) >= 0 || labelPart(text) === '单位数';

/** Labels of texts, whose answers may stand below them. */
export const TEXT_LABELS = [...Object.values(NARRATIVE_LABELS), LONGER_GOALS];

const FIELD_LABELS = [...PROJECT_LABELS, ...DEPARTMENT_LABELS, YEAR_LABEL, ...TEXT_LABELS];

/** Whether a text is the label of a field in the head of a form: whose it is, for which year, what was to be reached. */
export const isFieldLabel = (text: string): boolean => isOrganisationLabel(text) || rankOf(FIELD_LABELS, text) >= 0;
