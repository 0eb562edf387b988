import { inTexts } from '../form/tellings';
import type { EvaluationForm, Indicator } from '../form/model';
import { percentOf } from '../form/ratePairs';
import { factsOfRate, rateIn } from '../form/rates';
import { blockAmounts } from '../form/money';
import { amountInRow, nameOf, percentText, points, telling } from './common/say';
import type { Check, Outcome } from './finding';
import { isRoundingOf } from '../words/written';

/** Words of a 指标解释 that mean the money of the whole year, which the budget block states. */
const WHOLE_BUDGET = /预算(?:总额|总数|数|资金总额)?$/;
/** The part of that money of which the text need not repeat the whole. */
const CARRIED = /结转|结余/;
const OTHER_BUDGET = /公用|三公|采购|项目|专项|工程/;

export const evidenceDenominator: Check = {
  id: 'evidence-denominator',
  title: '结转结余率按指标解释的分母计算',
  severity: 'warning',
  explain:
    '指标解释规定结转结余率除以当年度预算总额，而评分依据没有写预算总额、写出的比率又不等于结转结余除以资金表中全年预算数的，多半用错了分母（例如用上年结转结余作分母）。',
  messages: {
    definition: {
      title: '“{name}”没有按指标解释的分母计算',
      message: '“{name}”按指标解释应除以{denominator}，即{computed}；文中写{stated}，请按指标解释重新计算并评分。',
    },
  },
  run: ({ form }) => form.indicators.flatMap(inTexts).flatMap((indicator) => againstBudget(form, indicator) ?? []),
};

/** The stated rate against the year's budget, where the definition divides by it and the text does not name it. */
function againstBudget(form: EvaluationForm, indicator: Indicator): Outcome | null {
  const rate = rateIn(indicator);
  if (rate === null) return null;
  const { stated, numerator, denominator, formula } = rate;
  if (stated === null || numerator === null || denominator !== null || indicator.evidence === null) return null;
  if (formula.from !== 'form' || formula.kind !== 'quotient' || !CARRIED.test(formula.numerator)) return null;
  if (!WHOLE_BUDGET.test(formula.denominator) || OTHER_BUDGET.test(formula.denominator)) return null;
  const budgets = blockAmounts(form).filter(({ kind, whole }) => kind === 'budget' && whole);
  const [budget] = budgets;
  if (budget === undefined || budget.yuan.isZero() || numerator.facts.some(({ unit }) => unit !== '元')) return null;
  const right = budgets.find(
    ({ yuan }) => !yuan.isZero() && isRoundingOf(stated, percentOf('quotient', numerator.value, yuan)),
  );
  const whole = right ?? budget;
  const found = stated.text;
  const expected = right === undefined ? percentText(percentOf('quotient', numerator.value, whole.yuan)) : found;
  const arithmetic = `${points(numerator.value)} ÷ ${amountInRow(whole)} = ${expected}`;
  const facts = factsOfRate(rate);
  const beside = [whole, ...(right === undefined ? [indicator.definition] : [])];
  const { denominator: divisor } = formula;
  return telling(
    { place: indicator.evidence, facts, holds: right !== undefined, arithmetic, expected, found, beside },
    {
      message: 'definition',
      data: { name: nameOf(indicator), denominator: divisor, computed: arithmetic, stated: found },
    },
  );
}
