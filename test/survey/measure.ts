import type { Finding } from '../../src/checks/finding';
import type { BudgetLine, EvaluationForm, Indicator, Located } from '../../src/form/model';
import { type FormReview, review } from '../../src/review';
import { formatAddress } from '../../src/sheet/address';
import type { SurveyForm } from './grammar';

/** What of a form in order was read as it stands: `true` only where every cell of that kind is right. */
export interface Recognised {
  /** One form was found, neither none nor two. */
  readonly found: boolean;
  readonly rows: boolean;
  readonly names: boolean;
  readonly weights: boolean;
  readonly targets: boolean;
  readonly actuals: boolean;
  readonly scores: boolean;
  readonly total: boolean;
  readonly money: boolean;
}

export const isLoud = ({ severity }: Finding): boolean => severity !== 'info';

const cellOf = (located: Located<unknown> | null | undefined): string | null =>
  located === null || located === undefined ? null : formatAddress(located.at);

/** Whether each of the form's indicators has this field where it was printed; `null` where it was not printed. */
function agrees(
  drawn: SurveyForm,
  form: EvaluationForm,
  tag: string,
  read: (indicator: Indicator) => string | null,
): boolean {
  const printed = new Set(Array.from(drawn.facts.items, (_, index) => drawn.at(`item.${index}.${tag}`)));
  const found = form.indicators.map(read);
  return new Set(found).size === printed.size && found.every((cell) => printed.has(cell));
}

function moneyAgrees(drawn: SurveyForm, form: EvaluationForm): boolean {
  const lines = drawn.facts.money?.lines ?? [];
  const printed = lines.flatMap((_, index) => (drawn.at(`money.${index}.budget`) === null ? [] : [index]));
  return printed.every((index) => {
    const line = form.budget?.lines.find((one: BudgetLine) => cellOf(one.budget) === drawn.at(`money.${index}.budget`));
    return (
      line !== undefined &&
      cellOf(line.spent) === drawn.at(`money.${index}.spent`) &&
      cellOf(line.rate) === drawn.at(`money.${index}.rate`)
    );
  });
}

function recognised(drawn: SurveyForm, forms: readonly FormReview[]): Recognised {
  const [form, other] = forms.map((one) => one.form);
  const others = drawn.other?.facts.items.length;
  if (form === undefined || forms.length > (drawn.other === null ? 1 : 2) || other?.indicators.length !== others) {
    return {
      found: false,
      rows: false,
      names: false,
      weights: false,
      targets: false,
      actuals: false,
      scores: false,
      total: false,
      money: false,
    };
  }
  const rows = form.indicators.length === drawn.facts.items.length;
  const inName = drawn.layout.weightsAt === 'name';
  return {
    found: true,
    rows,
    names: rows && agrees(drawn, form, 'name', ({ name }) => cellOf(name)),
    // Where no column holds weights, they may be taken from labels.
    weights:
      rows &&
      (inName ||
        drawn.layout.weightsAt.endsWith('label') ||
        agrees(drawn, form, 'weight', ({ weight }) => cellOf(weight))),
    targets: rows && agrees(drawn, form, 'target', ({ target }) => cellOf(target)),
    actuals: rows && agrees(drawn, form, 'actual', ({ actual }) => cellOf(actual)),
    scores: rows && agrees(drawn, form, 'score', ({ stated }) => cellOf(stated)),
    total: cellOf(form.total?.stated) === drawn.at('total.score'),
    money: moneyAgrees(drawn, form),
  };
}

/** A form that was reviewed. */
export interface Outcome {
  readonly recognised: Recognised;
  /** Why no form was found. */
  readonly refusal: string | null;
  readonly findings: readonly Finding[];
  /** Figures in the form's area, how many were held against something, and why the others were not. */
  readonly figures: { readonly total: number; readonly held: number; readonly why: readonly string[] };
}

export function outcomeOf(drawn: SurveyForm): Outcome {
  const { forms, none } = review(drawn.sheet);
  const figures = forms.map(({ coverage }) => coverage.figures);
  return {
    figures: {
      total: figures.reduce((all, { total }) => all + total, 0),
      held: figures.reduce((all, { held }) => all + held, 0),
      why: figures.flatMap(({ unheld }) => unheld.map(({ role, why }) => `${role}: ${why.replace(/“[^”]*”/g, '“…”')}`)),
    },
    recognised: recognised(drawn, forms),
    refusal: none?.reason ?? null,
    findings: forms.flatMap(({ findings }) => findings),
  };
}

/** Whether everything was read as it stands. */
export const isWhole = (read: Recognised): boolean => Object.values(read).every(Boolean);
