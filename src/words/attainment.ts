import type { Attainment } from './quantity';
import { NOT } from './denial';
import { TICKS } from './ticks';
import { remember } from '../sheet/remember';
import { compact } from '../sheet/text';
import { AIM, IN_TIME } from './vocabulary';

/** Words that state how far a target was reached, longest meaning first: a denial goes before what it denies. */
const STATES: readonly (readonly [RegExp, Attainment])[] = [
  [/^(?:已经|已)?(?:基本|大体|大部分)(?:上)?(?:已?经?)?(?:达成|完成|实现|达标|达到)/, 'mostly'],
  [/^(?:部分|初步)(?:已?经?)?(?:达成|完成|实现|达标|达到)/, 'partly'],
  [new RegExp(`^(?:${NOT})能?(?:全部|完全|全面)(?:达成|完成|实现|达标|达到)`), 'partly'],
  [new RegExp(`^(?:${NOT})能?(?:${IN_TIME})?(?:达|完成|实现|开展|实施|合格|启动|调查|组织|召开|举办|执行)`), 'unmet'],
  [new RegExp(`^(?:否|(?:低于|不足|少于)${AIM})$`), 'unmet'],
  [
    /^(?:已|已经)?(?:全部|全面|完全|按时|按期|如期|按要求|按计划|圆满|顺利|超额)?(?:达成|完成|实现|达标|达到)(?:年度|年初|预期|既定|预定|绩效|全部|设定)*(?:指标|目标|任务|效果|要求|计划|进度|值)*(?:要求|值)?$/,
    'met',
  ],
  [new RegExp(`^[是${TICKS}]$`), 'met'],
];

/** How far a text says that its target was reached; `null` for descriptions such as 良好 or 显著提升. */
export function readAttainment(text: string): Attainment | null {
  const plain = compact(text).replace(/[。.;；!！]$/, '');
  return plain.length > 20 ? null : stateOf(plain);
}

const stateOf = remember((text: string) => STATES.find(([words]) => words.test(text))?.[1] ?? null);
