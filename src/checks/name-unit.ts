import { numberOf } from '../form/cells';
import { isNamedElse } from '../words/unitKinds';
import { compact } from '../sheet/text';
import { compared, nameOf, targetText } from './common/say';
import type { Check } from './finding';

/** A percentage with words that say of what it is one: 95%以上参训, 应训人员的95%. */
const SHARE = /[%％](?:及?以[上下])?(?!及?以[上下]|左右)[\u4e00-\u9fff]|[的率例占成](?:≥|≤)?[0-9.]+[%％]/;

export const nameUnit: Check = {
  id: 'name-unit',
  title: '指标值的单位与指标名称相称',
  severity: 'info',
  explain:
    '名称写的是率、比例、满意度的，指标值应是百分比；写的是人数、次数、个数的，不应是百分比（100% 表示全部完成的除外）或金额；写的是金额、面积、里程的，不应是人、次。不相称的，多半是从别的行复制来的，提出来请人核对。',
  messages: {
    differs: {
      title: '“{name}”的指标值不像是这一项的',
      message: '“{name}”的指标值写的是{text}，单位与名称不相称，请核对名称和指标值。',
    },
  },
  *run({ form }) {
    for (const indicator of form.indicators) {
      const { name, target } = indicator;
      const wanted = numberOf(target);
      const differs = wanted && isNamedElse(compact(name.value), wanted);
      if (target === null || differs === null || (differs && SHARE.test(target.text))) continue;
      const data = { name: nameOf(indicator), text: targetText(target) };
      yield compared(!differs, target, [name], { message: 'differs', data }, `${data.name}：${data.text}`);
    }
  },
};
