import { agreement } from './common/say';
import type { Check } from './finding';

const BLOCKS = [
  { message: 'benefit', words: /效益|效果|效能/ },
  { message: 'satisfaction', words: /满意/ },
] as const;

export const missingBlock: Check = {
  id: 'missing-block',
  title: '有产出指标，也有效益和满意度指标',
  severity: 'info',
  group: 'words',
  explain: '一级指标里有产出指标的表，通常还应有效益指标和满意度指标；缺少的提出来请人核实是否确实不适用。',
  messages: {
    benefit: { title: '没有效益指标', message: '表内有产出指标，没有效益指标，请核实是否漏填或确实不适用。' },
    satisfaction: { title: '没有满意度指标', message: '表内有产出指标，没有满意度指标，请核实是否漏填或确实不适用。' },
  },
  *run({ form }) {
    const output = form.groups.find(({ name }) => name.includes('产出'));
    if (output === undefined || form.groups.length < 2) return;
    for (const { message, words } of BLOCKS) {
      const named = form.indicators.find(({ name, path }) => [name.value, ...path].some((text) => words.test(text)));
      if (named === undefined) yield { cell: output.label.at, message };
      else yield agreement([named.name]);
    }
  },
};
