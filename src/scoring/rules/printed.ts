import { Decimal } from 'decimal.js';
import { quote } from '../../sheet/quote';
import { CLAUSE_END, compact } from '../../sheet/text';
import type { RuleResult, RowContext, RuleContext } from '../context';
import { computed } from '../points';
import { printedRule } from '../printed';
import type { Indicator } from '../../form/model';
import { answerIn, type PrintedAnswer } from '../printed/row';
import type { Rule } from '../rulebook';
import { reachesTarget } from '../reached';
import { judged, judgedWords } from './judged';
import { cut } from '../../sheet/text';

const LONGEST_QUOTE = 60;

type Apply = (rule: Rule, row: RowContext) => RuleResult;

/** Without figures and what only joins: 有结余5万元，不超过上年结转 is 有结余但不超过上年结转的. */
const bare = (text: string): string => compact(text).replace(/[0-9.]+[万亿]?元?|[，。；、,;但且并的]/g, '');

/** One honour of a level and nothing else: 省级, 省级奖1项, 获国家级一等奖. */
const HONOUR =
  /^(?:荣?获得?|评为|创[建成])?((?:国家|省部|[部省市县区])级)(?:[特一二三]等|奖项?|奖励|表[彰扬]|荣誉|称号|先进|示范[点区]?|试点)*(?:[1一][项个次])?$/;

/**
 * 省级1项 where 获国家级奖励得4分，省级得3分: by the only level that both name, where all levels of the standard are of
 * honours and the target doesn't ask for this one.
 */
function ofLevel(answers: readonly PrintedAnswer[], indicator: Indicator | null): readonly PrintedAnswer[] {
  const levelIn = (text = '') => HONOUR.exec(answerIn(compact(text)))?.[1];
  const level = levelIn(indicator?.actual?.text);
  const isOther = answers.some(({ words }) => words.includes('级') && levelIn(words) === undefined);
  if (level === undefined || isOther || indicator?.target?.text.includes(level) === true) return [];
  return answers.filter(({ words }) => levelIn(words) === level);
}

/** The answers named by a standard that a row gives, in its actual value or, where it has none, in its evidence. */
function answersTold(answers: readonly PrintedAnswer[], indicator: Indicator | null): readonly PrintedAnswer[] {
  const { actual = null, evidence = null } = indicator ?? {};
  if (actual !== null || evidence === null || evidence.text.length > LONGEST_QUOTE) {
    const said = answerIn(compact(actual?.text ?? ''));
    const name = compact(indicator?.name.value ?? '');
    // 制度健全 names what 内控制度建设 is about, and then the answer 健全.
    const isSaid = (words: string) =>
      words === said || (said.length > 1 && words.endsWith(said) && name.includes(words.slice(0, -said.length)));
    return answers.filter(({ words }) => isSaid(words));
  }
  const clauses = evidence.text.split(CLAUSE_END).map((clause) => answerIn(compact(clause)));
  return answers.filter(({ words }) => {
    const wanted = bare(words);
    const denial = /^[未没]..(?!现|生)/.test(wanted);
    return (
      clauses.includes(words) ||
      bare(evidence.text) === wanted ||
      (denial && clauses.some((one) => one.startsWith(wanted)))
    );
  });
}

/** `false` where the target was surely missed, whatever the standard says of what is lost. */
function missedTarget(context: RuleContext): false | null {
  const { indicator } = context;
  return indicator !== null && reachesTarget(indicator, context) === false ? false : null;
}

/**
 * The rule printed in the row itself, read and applied. `apply` scores by the rule that was read. What can't be
 * understood wholly is left to a person, with the part that was not understood; that the target was missed is said all
 * the same.
 */
export function printed(context: RuleContext, apply: Apply): RuleResult {
  const { indicator, weight } = context;
  const found = indicator === null ? null : printedRule(indicator, weight);
  if (found === null) return judged(context, { words: '表内没有印出评分标准' });
  const place = { text: cut(found.text, LONGEST_QUOTE), cell: found.cell };
  const told = answersTold(found.answers, indicator);
  const [answer, another] = told.length > 0 ? told : ofLevel(found.answers, indicator);
  // What a text says may not be all: fewer points may have other grounds.
  const fewer = indicator?.actual === null && answer !== undefined && context.stated?.lt(answer.points) === true;
  if (answer !== undefined && another === undefined && !fewer && weight !== null) {
    const points = new Decimal(answer.points);
    const reading = { points, arithmetic: () => `评分标准写明${quote(answer.words)}得${answer.points}分` };
    const words = `按表内评分标准，${quote(answer.words)}得${answer.points}分`;
    const isLevel = told.length === 0;
    const grounds = indicator?.actual === null || isLevel ? ('presumed' as const) : ('sure' as const);
    // 1项 of a lower level may be all that was aimed at.
    const outcome = computed(weight, context, [reading], {
      words,
      grounds,
      ...(!isLevel && { reached: points.gte(weight) }),
    });
    return { ...outcome, kind: 'judged', printed: place };
  }
  if (found.rule === null || found.rule.kind === 'judged') {
    const words = judgedWords(found.rule ?? { kind: 'judged', note: '按表内评分标准，由人工判断' });
    const details = found.rule === null ? { words, unread: found.unread } : { ...found.rule, words };
    const reached = missedTarget(context);
    const outcome = judged(context, { ...details, reached });
    return { ...outcome, ...(found.rule === null ? {} : { kind: 'judged' as const }), printed: place };
  }
  const outcome = apply(found.rule, context);
  const reached = outcome.origin === 'judged' ? (outcome.reached ?? missedTarget(context)) : outcome.reached;
  return { kind: found.rule.kind, ...outcome, reached, printed: place };
}
