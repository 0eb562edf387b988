import { wholeMoney } from '../../form/money';
import { isAboutBudget } from '../../checks/common/moneyTold';
import type { EvaluationForm } from '../../form/model';
import { formatFigure, formatPercent } from '../../sheet/format';
import { compact } from '../../sheet/text';
import type { FillRow } from './rows';

/** A figure of the budget block that indicators state again. */
export interface BlockFact {
  readonly label: '全年预算数' | '全年执行数' | '预算执行率';
  /** 392951003.55元, 99.89% */
  readonly text: string;
}

/** The whole year's money as the budget block has it; empty where it can't be told. */
export function blockFacts(form: EvaluationForm): readonly BlockFact[] {
  const whole = wholeMoney(form);
  if (whole === null) return [];
  const { budget, spent } = whole;
  return [
    { label: '全年预算数', text: `${formatFigure(budget)}元` },
    { label: '全年执行数', text: `${formatFigure(spent)}元` },
    { label: '预算执行率', text: formatPercent(spent.div(budget)) },
  ];
}

/** Whether an indicator is about the whole year's money and its text does not state it yet. */
export function usesBlock({ indicator, evidence }: FillRow, facts: readonly BlockFact[]): boolean {
  if (indicator === null || evidence === null || facts.length === 0 || !isAboutBudget(indicator)) return false;
  const plain = compact(evidence.text).replaceAll(',', '');
  return !facts.slice(0, 2).every(({ text }) => plain.includes(text.replace('元', '')));
}

/** The facts as one sentence of evidence. */
export function factsInWords(facts: readonly BlockFact[]): string {
  return `${facts.map(({ label, text }) => `${label}为${text}`).join('，')}。`;
}
