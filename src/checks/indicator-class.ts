import { numberOf } from '../form/cells';
import type { Indicator } from '../form/model';
import { compact, short } from '../sheet/text';
import { agreement, nameOf } from './common/say';
import type { Check } from './finding';

/** What the unit itself spends; money that others pay or earn may be counted as an output. */
const OWN_MONEY = /(?:资金|经费|投入|支出|预算|费用|成本)(?:总?金?额|总量|规模|数)?$/;
const OTHERS_MONEY =
  /收入|带动|撬动|争取|引[进资]|招商|社会|企业|到位|募集|筹集|减免|节约|贷款|发放|兑付|补[助贴]|奖[励补]|救助/;
const CONTENT = /满意[度率](?:调查)?$/;

/** What the unit itself does or buys, counted: 举办培训班次数, 采购设备数量. */
const OWN_WORK =
  /^(?:全年|年度|本年)?(?:组织|开展|举办|召开|参加|印发|编制|编印|采购|购置|新建|改造|维修|安装|检查|巡查|培训)[^，。；,;率]{0,20}(?:次数|场次|期数|人次|人数|数量|份数|套数|台数|个数|批次|班次|里程|面积|数)$/;
/** What comes of it. */
const EFFECT = /受益|服务|带动|覆盖|惠及|增|减|提|降|影响|知晓|满意|利用|使用|就业|通过|持证|投诉|事故|率/;

type Misplaced = 'money' | 'satisfaction' | 'output' | null;

function judged({ name, path, target }: Indicator): Misplaced {
  const plain = compact(name.value);
  const unit = numberOf(target)?.unit ?? '';
  const isCount = path.some((level) => /数量/.test(level)) && !path.some((level) => /成本/.test(level));
  if (isCount && unit === '元' && OWN_MONEY.test(plain) && !OTHERS_MONEY.test(plain)) return 'money';
  const isBenefit = path.some((level) => /效益|效果/.test(level)) && !path.some((level) => /产出|满意/.test(level));
  const isCounted = !/^[%‰元年]|^$/.test(unit);
  if (isBenefit) return isCounted && OWN_WORK.test(plain) && !EFFECT.test(plain) ? 'output' : null;
  const isOutput = path.some((level) => /产出/.test(level)) && !path.some((level) => /满意/.test(level));
  return isOutput && CONTENT.test(plain) ? 'satisfaction' : null;
}

export const indicatorClass: Check = {
  id: 'indicator-class',
  title: '指标列在合适的类别下',
  severity: 'info',
  group: 'words',
  explain:
    '本单位花的钱（资金、经费、成本，单位为元）列作数量指标的，满意度列作产出指标的，本单位做了多少次、买了多少台列作效益指标的，提出来请人核实归类：通常分别是成本指标、满意度指标和数量指标。补助发放额、招商引资额等不在此列。',
  messages: {
    money: {
      title: '“{name}”列作数量指标',
      message: '“{name}”（{text}）是花了多少钱，却列作数量指标，请核实是否应列为成本指标。',
    },
    satisfaction: {
      title: '“{name}”列作产出指标',
      message: '“{name}”（{text}）列在产出指标下，请核实是否应列为满意度指标。',
    },
    output: {
      title: '“{name}”列作效益指标',
      message: '“{name}”（{text}）是做了多少，却列作效益指标，请核实是否应列为数量指标。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators) {
      const { name, path, target } = indicator;
      if (!path.some((level) => /产出|数量|效益|效果/.test(level)) || target === null || compact(target.text) === '')
        continue;
      const message = judged(indicator);
      const data = { name: nameOf(indicator), text: short(target.text) };
      yield message === null ? agreement([name]) : { cell: name.at, message, data, related: [target.at] };
    }
  },
};
