import { blanksIn } from '../form/blanks';
import type { EvaluationForm, Located } from '../form/model';
import { agreement, nameOf } from './common/say';
import type { Check } from './finding';

/** Cells that drafts are written into, each with what it belongs to. */
function answersOf({ indicators, budget, narrative }: EvaluationForm): { name: string; cell: Located<string> }[] {
  const rows = indicators.flatMap((indicator) =>
    indicator.evidence === null ? [] : [{ name: nameOf(indicator), cell: indicator.evidence }],
  );
  return [
    ...(narrative.shortfallReason === null ? [] : [{ name: '未能完成原因', cell: narrative.shortfallReason }]),
    ...(budget?.evidence ? [{ name: '预算执行情况', cell: budget.evidence }] : []),
    ...rows,
  ];
}

export const draftBlank: Check = {
  id: 'draft-blank',
  title: '草稿里的空白都已填写',
  severity: 'warning',
  explain:
    '本助手起草的原因和措施里，只有填报人才知道的内容留作“【请填写：……】”。空白没有填的，视为没有写原因或措施，应补写后再报送。',
  messages: {
    left: {
      title: '“{name}”的说明还有空白',
      message: '“{name}”的说明还有 {count} 处“【请填写：……】”没有填，请换成实际内容。',
    },
  },
  *run({ form }) {
    for (const { name, cell } of answersOf(form)) {
      const count = blanksIn(cell.text).length;
      if (count === 0 && cell.text.trim() !== '') yield agreement([cell]);
      if (count > 0) yield { cell: cell.at, message: 'left', data: { name, count: String(count) }, found: cell.text };
    }
  },
};
