import { blockAmounts } from '../../checks/common/blockAmounts';
import type { EvaluationForm } from '../../form/model';
import { formatFigure, formatPercent } from '../../sheet/format';
import { compact } from '../../sheet/text';
import type { FillRow } from './rows';

/** A figure of the budget block that indicators state again. */
export interface BlockFact {
  readonly label: '全年预算数' | '全年执行数' | '执行率';
  /** 392951003.55元, 99.89% */
  readonly text: string;
}

/** The whole year's money as the budget block has it; empty where it can't be told. */
export function blockFacts(form: EvaluationForm): readonly BlockFact[] {
  const whole = blockAmounts(form).filter((amount) => amount.whole && !amount.initial);
  const budget = whole.find(({ kind }) => kind === 'budget')?.yuan;
  const spent = whole.find(({ kind }) => kind === 'spent')?.yuan;
  if (budget === undefined || spent === undefined || budget.lte(0)) return [];
  return [
    { label: '全年预算数', text: `${formatFigure(budget)}元` },
    { label: '全年执行数', text: `${formatFigure(spent)}元` },
    { label: '执行率', text: formatPercent(spent.div(budget)) },
  ];
}

const ABOUT_BUDGET = /预算(?:完成|执行|支出|支付)|执行率|支出进度|支付进度|结转|结余/;

/** Whether an indicator is about the whole year's money and its text does not state it yet. */
export function usesBlock({ kind, name, definition, evidence }: FillRow, facts: readonly BlockFact[]): boolean {
  if (kind !== 'item' || evidence === null || facts.length === 0) return false;
  const about =
    ABOUT_BUDGET.test(compact(name.slice(0, 60))) || ABOUT_BUDGET.test((definition?.text ?? '').slice(0, 300));
  const plain = compact(evidence.text).replaceAll(',', '');
  return about && !facts.slice(0, 2).every(({ text }) => plain.includes(text.replace('元', '')));
}

/** The facts as one sentence of evidence. */
export function factsInWords(facts: readonly BlockFact[]): string {
  const [budget, spent, rate] = facts.map(({ text }) => text);
  return `全年预算数为${budget ?? ''}，全年执行数为${spent ?? ''}，预算执行率为${rate ?? ''}。`;
}
