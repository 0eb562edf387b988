/** Words for what becomes more, less, or either, and for what is beside its plan. */
export const CHANGES = {
  more: ['增长', '增加', '增多', '上升', '上涨', '升高', '提高', '提升', '增幅', '涨幅', '增'],
  less: ['下降', '下滑', '减低', '减少', '降低', '压减', '压缩', '压降', '缩减', '缩短', '降幅', '减幅', '降', '减'],
  either: ['变动', '变化', '波动', '浮动', '增减'],
  beside: ['偏差', '偏离'],
} as const;

/** Any of these words, the longest first, as a part of a regular expression. */
export const anyOf = (...lists: (readonly string[])[]): string =>
  lists
    .flat()
    .sort((one, other) => other.length - one.length)
    .join('|');

export const MORE = new RegExp(anyOf(CHANGES.more));
export const LESS = new RegExp(anyOf(CHANGES.less));
export const EITHER = new RegExp(anyOf(CHANGES.either));
export const MORE_OR_LESS = new RegExp(anyOf(CHANGES.more, CHANGES.less));
