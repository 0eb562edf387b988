import { readAttainment } from '../words/attainment';
import { scored } from './common/rows';
import { compared, rowWords } from './common/say';
import type { Check } from './finding';

const TITLE = '“{name}”写“{text}”，与数字不符';

export const rowVerdict: Check = {
  id: 'row-verdict',
  mends: 'row',
  title: '“是否完成”与数字相符',
  severity: 'warning',
  explain:
    '有“是否完成”“完成情况”一栏的，与该行的指标值、完成值比较：写“完成”的应达到指标值，写“未完成”的应没有达到；“基本完成”两样都可以。看不出方向的不作判断。',
  messages: {
    met: {
      title: TITLE,
      message: '“{name}”写的是“{text}”，而指标值为{target}，{actual}，没有达到，请核对。',
    },
    unmet: {
      title: TITLE,
      message: '“{name}”写的是“{text}”，而指标值为{target}，{actual}，已经达到，请核对。',
    },
  },
  *run(input) {
    for (const { indicator, score } of scored(input)) {
      const { verdict, target, actual } = indicator;
      const said = verdict === null ? null : readAttainment(verdict.text);
      if (verdict === null || said === null || said === 'mostly') continue;
      const { reached } = score.againstTarget;
      if (reached === null) continue;
      yield compared((said === 'met') === reached, verdict, [actual, target], {
        message: reached ? 'unmet' : 'met',
        ...(said === 'partly' && { severity: 'info' }),
        data: { ...rowWords(indicator), text: verdict.text.trim() },
        found: verdict.text,
      });
    }
  },
};
