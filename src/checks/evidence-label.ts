import { factsOf } from '../words/facts';
import type { Indicator } from '../form/model';
import { compact } from '../sheet/text';
import { asWritten } from './common/evidence';
import { nameOf } from './common/words';
import type { Check } from './finding';
import { agreement } from './common/agree';

const RATE = /(?:率|比例|比重|占比|满意度)$/;

export const evidenceLabel: Check = {
  id: 'evidence-label',
  title: '依据中的比率是本指标的比率',
  severity: 'warning',
  explain: '评分依据里写的比率名称恰好是本表另一个指标的名称、而全文没有提到本指标的，多半是从另一行复制后忘了修改。',
  messages: {
    copied: {
      title: '“{name}”的依据写的是另一指标',
      message: '“{name}”的依据写“{written}”，这是另一指标“{other}”的名称，请核实是否从该行复制而未修改。',
    },
  },
  *run({ form }) {
    const names = new Map<string, Indicator>();
    for (const indicator of form.indicators) {
      const name = plain(indicator.name.value);
      if (RATE.test(name) && name.length >= 4) names.set(name, indicator);
    }
    for (const indicator of form.indicators) {
      const { evidence } = indicator;
      if (evidence === null || evidence.text === '') continue;
      const own = plain(indicator.name.value);
      if (!RATE.test(own)) continue;
      if (plain(evidence.text).includes(own)) {
        yield agreement([evidence, indicator.name]);
        continue;
      }
      const rates = factsOf(evidence).filter(({ unit, label, quoted }) => unit === '%' && !quoted && RATE.test(label));
      const [fact] = rates;
      const other = fact === undefined || rates.length > 1 ? undefined : names.get(plain(fact.label));
      if (fact === undefined || other === undefined || other === indicator) continue;
      yield {
        cell: evidence.cell,
        message: 'copied',
        data: { name: nameOf(indicator), written: asWritten(fact), other: nameOf(other) },
        related: [other.name.cell],
        expected: indicator.name.value,
        found: other.name.value,
      };
    }
  },
};

/** A name without quotation marks: “三公经费”控制率 is 三公经费控制率. */
function plain(text: string): string {
  return compact(text).replace(/[“”"‘’'《》]/g, '');
}
