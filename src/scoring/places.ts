import type { EditPath } from './edit';

/** What the parts of a rulebook are called, by their key, or by the key above and their own where keys are shared. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['id', '代号'],
  ['name', '名称'],
  ['source', '出处'],
  ['version', '版本'],
  ['fits', '适用的表'],
  ['fits.title', '标题的词'],
  ['fits.groups', '一级指标'],
  ['fits.columns', '要有的列'],
  ['fits.lacks', '不能有的列'],
  ['fits.scoredBudget', '预算是否计分'],
  ['rounding', '小数位数'],
  ['rounding.places', '保留小数'],
  ['rounding.mode', '取舍'],
  ['rounding.least', '最少保留'],
  ['indicators', '指标规则'],
  ['match', '适用的指标'],
  ['match.name', '指标名称'],
  ['match.path', '上级指标'],
  ['match.kind', '指标类别'],
  ['match.has', '要有的内容'],
  ['rule', '计分办法'],
  ['kind', '规则种类'],
  ['rate', '比率从哪里找'],
  ['full', '得满分的完成率'],
  ['below', '未达到目标时'],
  ['above', '超出上限时'],
  ['beyond', '超额很多时'],
  ['nothingBelow', '完成率低于此不得分'],
  ['unit', '单位'],
  ['tiers', '分档'],
  ['low', '下限'],
  ['lowOpen', '不含下限'],
  ['high', '上限'],
  ['highClosed', '含上限'],
  ['points', '得分'],
  ['share', '占分值'],
  ['from', '满分界线'],
  ['better', '哪边好'],
  ['step', '每一步'],
  ['nothingBeyond', '越过此数不得分'],
  ['rule.points', '每步扣分'],
  ['execution.points', '每步扣分'],
  ['start', '起点'],
  ['each', '每项加分'],
  ['cap', '最多加分'],
  ['penalty', '每项扣分'],
  ['penaltyCap', '最多扣分'],
  ['note', '怎样判断'],
  ['steps', '可以给的分数'],
  ['execution', '预算执行率'],
  ['qualitative', '定性指标'],
  ['qualitative.met', '达成不低于'],
  ['qualitative.partly', '部分达成不低于'],
  ['qualitative.unmet', '未达成低于'],
  ['explain', '须说明原因'],
  ['explain.over', '完成值达到目标值的'],
  ['explain.execution', '执行率低于'],
  ['explain.required', '超额必须说明'],
  ['grades', '等级'],
  ['grades.name', '等级'],
  ['grades.from', '总分不低于'],
  ['caps', '总分上限'],
  ['caps.below', '执行率低于'],
  ['caps.total', '总分不超过'],
  ['blocks', '一级指标分值'],
  ['blocks.group', '一级指标'],
  ['blocks.weight', '分值'],
  ['unasked', '文字疑问'],
]);

/** How the entries of a list are counted. */
const ENTRIES: ReadonlyMap<string, readonly [string, string]> = new Map([
  ['indicators', ['第', '条规则']],
  ['tiers', ['第', '档']],
  ['grades', ['第', '等']],
  ['caps', ['第', '条上限']],
  ['steps', ['第', '个分数']],
]);

/** The name of one part: that of `tiers[0].points` is 得分. */
export function nameAt(path: EditPath): string {
  const keys = path.filter((key) => typeof key === 'string');
  const key = keys.slice(-1).join('');
  return NAMES.get(keys.slice(-2).join('.')) ?? NAMES.get(key) ?? key;
}

/** A place as an officer reads it: `indicators[3].rule.tiers[0].points` is 第4条规则 › 第1档 › 得分. */
export function placeInWords(path: EditPath): string {
  const words = path.flatMap((key, at) => {
    if (typeof key === 'number') {
      const [before, after] = ENTRIES.get(String(path[at - 1])) ?? ['第', '项'];
      return [`${before}${key + 1}${after}`];
    }
    const counted = typeof path[at + 1] === 'number' && ENTRIES.has(key);
    return counted || key === 'rule' ? [] : [nameAt(path.slice(0, at + 1))];
  });
  return words.join(' › ');
}

/** The path that a `RulebookError` names as text. */
export function pathOf(text: string): EditPath {
  return text
    .split(/[.[\]]/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
