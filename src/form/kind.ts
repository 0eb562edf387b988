import type { EvaluationForm } from './model';

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/转移支付/, '转移支付绩效自评表'],
  [/区域绩效/, '区域绩效目标自评表'],
  [/部门整体|整体支出|整体绩效/, '部门整体支出绩效自评表'],
  [/项目/, '项目支出绩效自评表'],
];

/** Which kind of form it is, by its title. */
export function formKind(form: EvaluationForm): string {
  const title = form.title?.value.replace(/\s+/g, '') ?? '';
  return KINDS.find(([words]) => words.test(title))?.[1] ?? '绩效自评表';
}
