import type { Indicator } from '../form/model';
import { compact } from '../sheet/text';
import { agreement } from './common/agree';
import { nameOf, short } from './common/words';
import type { Check } from './finding';

/** What the unit itself spends; money that others pay or earn may be counted as an output. */
const OWN_MONEY = /(?:资金|经费|投入|支出|预算|费用|成本)(?:总?金?额|总量|规模|数)?$/;
const OTHERS_MONEY =
  /收入|带动|撬动|争取|引[进资]|招商|社会|企业|到位|募集|筹集|减免|节约|贷款|发放|兑付|补[助贴]|奖[励补]|救助/;
const CONTENT = /满意[度率](?:调查)?$/;

type Misplaced = 'money' | 'satisfaction' | null;

function judged({ name, path, target }: Indicator): Misplaced {
  const plain = compact(name.value);
  const quantity = target?.value ?? null;
  const isMoney = quantity?.kind === 'number' && quantity.unit === '元';
  const isCount = path.some((level) => /数量/.test(level)) && !path.some((level) => /成本/.test(level));
  if (isCount && isMoney && OWN_MONEY.test(plain) && !OTHERS_MONEY.test(plain)) return 'money';
  const isOutput = path.some((level) => /产出/.test(level)) && !path.some((level) => /满意/.test(level));
  return isOutput && CONTENT.test(plain) ? 'satisfaction' : null;
}

export const indicatorClass: Check = {
  id: 'indicator-class',
  title: '指标列在合适的类别下',
  severity: 'info',
  group: 'words',
  explain:
    '本单位花的钱（资金、经费、成本，单位为元）列作数量指标的，满意度列作产出指标的，提出来请人核实归类：前者通常是成本指标，后者是满意度指标。补助发放额、招商引资额等不在此列。',
  messages: {
    money: {
      title: '“{name}”列作数量指标',
      message: '“{name}”（{text}）是花了多少钱，却列作数量指标，请核实是否应列为成本指标。',
    },
    satisfaction: {
      title: '“{name}”列作产出指标',
      message: '“{name}”（{text}）列在产出指标下，请核实是否应列为满意度指标。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators) {
      const { name, path, target } = indicator;
      if (!path.some((level) => /产出|数量/.test(level)) || target === null || compact(target.text) === '') continue;
      const message = judged(indicator);
      if (message === null) yield agreement([name]);
      else
        yield {
          cell: name.cell,
          message,
          data: { name: nameOf(indicator), text: short(target.text) },
          related: [target.cell],
        };
    }
  },
};
