import { Decimal } from 'decimal.js';
import type { Indicator } from '../../form/model';
import { CLAUSE_END, compact } from '../../sheet/text';
import { lackingIn } from '../../words/answers';
import { findMentions } from '../../words/mentions';
import { unitAt } from '../../words/units';
import { countedAlike } from '../../words/unitKinds';
import { FORMER_YEAR, LATE } from '../../words/vocabulary';

/** Longer texts are read by a person. */
const LONGEST = 400;
/** What costs or brings points, without how many: 发现一例违规 of 发现一例违规扣1分, 报送1篇 of 每报送1篇得0.5分. */
const COUNTED = {
  costs: /^.*?(?:每再?)?([^每扣]{1,16}?)的?扣(?:减|除)?(?:[^0-9]{0,6}[0-9.]+%|[0-9.]+分)/,
  brings: /^.*?每再?([^每扣]{1,16}?)的?[得加计][0-9.]+分/,
};
type Effect = keyof typeof COUNTED;
/** 每个项目扣1分 alone does not say what of the projects. */
const BAD = /[不未无缺少违漏错误迟逾延超差失]/;
/** 未公开的，每项扣1分 is 未公开1项扣1分. */
const APART =
  /(?:的[,，:：]?每(?:发现|出现|发生|有)?(?=.{1,7}扣)|[,，]每(?=.{1,3}扣))[1一]?(?=[^，。；,;每扣0-9一]{1,6}扣)/g;
const ANY = /^(?:[发出收][现生到]|存?在?有|再)+/;
/** Words that count the same: 逾期3天 is 迟报3天. */
const ALIKE: readonly RegExp[] = [new RegExp(`迟|晚|${LATE}`), /缺|少(?!数)/, /违[规纪法]|不合[规法]/];
/** None, another year's, or those of others. */
const NOT_THESE: Readonly<Record<Effect, RegExp>> = {
  costs: new RegExp(`(?:未|没有)再?[发出]|不存在|[无零]|${FORMER_YEAR}|查处|处理|(?<!未)办结|受理|避免|减少`),
  brings: new RegExp(`[未无]|没有|不存在|${FORMER_YEAR}|计划|目标|任务|应`),
};
/** 有责投诉数, 安全事故发生起数 */
const NAMES_COUNT = /(?<=[\u4e00-\u9fff]{2})(?:发生)?(?:[次件起例]?数量?|情况)$/;
interface Counted {
  readonly unit: string;
  /** What stands around the unit: 缺 and 制度 of 缺1项制度. */
  readonly words: readonly string[];
}

/** What a standard takes or gives points for, each time that it happens; `null` where it names none, or several. */
function countedIn(standard: string, name: string, effect: Effect): Counted | null {
  const found = standard
    .replace(APART, '1')
    .split(CLAUSE_END)
    .flatMap((clause) => {
      const words = COUNTED[effect].exec(clause)?.[1]?.replace(ANY, '') ?? '';
      const at = words.search(/[1一]/);
      const unit = unitAt(words, at + 1);
      if (unit === null || unit.unit === '' || unit.unit === '%' || unit.unit === '分') return [];
      const said = [words.slice(0, Math.max(at, 0)), words.slice(unit.end).replace(ANY, '')].filter(
        (one) => one !== '',
      );
      // 每发生1起扣2分: of what the row is named after.
      const around = said.length === 0 && at >= 0 && NAMES_COUNT.test(name) ? [name.replace(NAMES_COUNT, '')] : said;
      const means = at >= 0 || BAD.test(around.join(''));
      return around.length === 0 || !means ? [] : [{ unit: unit.unit, words: around }];
    });
  return found.length === 1 ? (found[0] ?? null) : null;
}

function speaksOf(clause: string, word: string): boolean {
  return (
    clause.includes(/^[未不没]/.test(word) ? word : word.slice(-4)) ||
    ALIKE.some((alike) => alike.test(word) && alike.test(clause))
  );
}

/**
 * How often a text of the row says that something happened for which the printed standard takes or gives points: 审计发现违规2例
 * where 发现一例违规扣1分. `null` where it doesn't say, or says several counts.
 */
export function occurrencesIn(
  { name, standard }: Indicator,
  told: { readonly text: string } | null,
  effect: Effect,
): Decimal | null {
  const [rule, text] = [compact(standard?.text ?? ''), told?.text ?? ''];
  const counted =
    Math.max(rule.length, text.length) > LONGEST || text === '' ? null : countedIn(rule, name.value, effect);
  if (counted === null) return null;
  const counts = text.split(CLAUSE_END).flatMap((part) => {
    const clause = compact(part);
    const [figure, another] = findMentions(clause).filter(({ kind }) => kind === 'figure');
    if (figure === undefined || another !== undefined || NOT_THESE[effect].test(clause)) return [];
    // 有1人被问责 where 每有1人次 costs.
    const same =
      (figure.unit !== '' && counted.unit.startsWith(figure.unit)) || countedAlike(figure.unit, counted.unit);
    const speaks = counted.words.every((word, at) =>
      speaksOf(at > 0 && /缺|少/.test(counted.words[0] ?? '') ? text : clause, word),
    );
    return same && speaks ? [figure.value] : [];
  });
  if (counts.length > 0) return counts.length === 1 ? (counts[0] ?? null) : null;
  const lacking =
    effect === 'costs' && counted.words.some((word) => /缺|少|未/.test(word)) ? lackingIn(compact(text)) : null;
  return lacking?.unit.startsWith(counted.unit) === true ? Decimal.max(0, lacking.count) : null;
}
