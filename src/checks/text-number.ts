import { summedParts } from './common/formulas';
import { partsOf, sumParts } from './common/parts';
import { agreement, list, together } from './common/say';
import type { Check } from './finding';

export const textNumber: Check = {
  id: 'text-number',
  title: '参与求和的得分是数字格式',
  severity: 'warning',
  explain: '总分用 SUM 等公式相加时，以文本格式存放的数字会被跳过，总分就少了。总分不用公式的表不作要求。',
  messages: {
    text: { title: '{names}以文本存放', message: '{names}的得分是文本格式，总分的求和公式不会计入，请改为数字格式。' },
  },
  *run(input) {
    const summed = summedParts(input);
    const asText = summed?.asText ?? [];
    const [first, ...others] = asText;
    if (first === undefined) {
      // How a figure is stored says nothing of it.
      if (summed !== null) yield agreement([]);
      return;
    }
    const named = partsOf(input.form).filter(({ stated }) => stated !== null && asText.includes(stated));
    const value = first.value;
    const total = input.form.total?.stated ?? null;
    yield* together(asText, {
      message: 'text',
      data: { names: list(named.map(({ label }) => label)) },
      found: first.text,
      ways: total === null ? [] : [[[total.at, sumParts(partsOf(input.form), 'stated')]]],
      ...(others.length === 0 &&
        first.formula === '' &&
        value !== null && {
          fix: { cell: first.at, before: first.text, after: value.toNumber(), label: `改为数字 ${value.toFixed()}` },
        }),
    });
  },
};
