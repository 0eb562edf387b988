import type { Finding } from '../../src/checks/finding';
import { formatAddress } from '../../src/sheet/address';
import type { Oddity } from './draw';
import { type FaultyDraft, FIRST, type Grammar, type Kind, type SurveyForm } from './grammar';
import { isLoud, isWhole, outcomeOf, type Outcome, type Recognised } from './measure';

/** What became of one seed: its form in order, and the same with one error. */
export interface Drawn {
  readonly seed: number;
  readonly form: SurveyForm;
  readonly clean: Outcome;
  readonly faulty: (FaultyDraft & { readonly outcome: Outcome; readonly told: 'loud' | 'asked' | 'nothing' }) | null;
}

const key = ({ check, cell, message, severity }: Finding): string =>
  [check, severity, formatAddress(cell), message].join(' ');

/** What is said of the error: only what was not said of the form in order, at one of the cells. */
function told(clean: Outcome, outcome: Outcome, cells: readonly string[]): 'loud' | 'asked' | 'nothing' {
  const before = new Set(clean.findings.map(key));
  const about = outcome.findings.filter(
    (finding) => cells.includes(formatAddress(finding.cell)) && !before.has(key(finding)),
  );
  return about.some(isLoud) ? 'loud' : about.length > 0 ? 'asked' : 'nothing';
}

/** Draws one seed and reviews it. */
export function tryFrom(
  seed: number,
  grammar: Grammar = FIRST,
  kinds: readonly Kind[] = grammar.kinds,
  alone: readonly Oddity[] | null = null,
): Drawn {
  const { form, faulty } = grammar.draft(seed, alone);
  const clean = outcomeOf(form);
  const fault = faulty(kinds.map(({ id }) => id));
  if (fault === null) return { seed, form, clean, faulty: null };
  const outcome = outcomeOf(fault.form);
  return { seed, form, clean, faulty: { ...fault, outcome, told: told(clean, outcome, fault.cells) } };
}

/** A form and what is odd about it, to reproduce what it shows. */
export interface Example {
  readonly seed: number;
  /** `subtotals = bare above` */
  readonly odd: readonly string[];
}

/** A count of forms, with the ones that have the fewest oddities. */
export interface Counted {
  readonly count: number;
  readonly examples: readonly Example[];
}

export interface Survey {
  readonly draws: number;
  readonly firstSeed: number;
  /** Forms in order of which each kind of cell was read right; `found` means one form was recognised. */
  readonly recognised: Readonly<Record<keyof Recognised, number>>;
  /** Forms in order of which everything was read right. */
  readonly whole: number;
  /** Forms in order with an error or a warning; how many such findings, and how many questions. */
  readonly accused: number;
  readonly falseAlarms: number;
  readonly infos: number;
  /** Figures of the forms in order, and how many of them were held against something; why the others were not. */
  readonly figures: { readonly total: number; readonly held: number };
  readonly unheld: Readonly<Record<string, Counted>>;
  /** By check: forms in order that it accused; and those of them that had been read right in every cell. */
  readonly alarms: Readonly<Record<string, Counted & { readonly readRight: Counted }>>;
  readonly refusals: Readonly<Record<string, Counted>>;
  /** By the first kind of cell that was read wrong in a form that was recognised. */
  readonly misread: Readonly<Record<string, Counted>>;
  /** Of each choice and its value: how many forms had it, were accused, were read whole. */
  readonly choices: readonly {
    readonly choice: string;
    readonly value: string;
    readonly forms: number;
    readonly accused: number;
    readonly whole: number;
    readonly faults: number;
    readonly found: number;
  }[];
  readonly faults: readonly {
    readonly id: string;
    readonly loudWanted: boolean;
    readonly forms: number;
    readonly found: number;
    readonly loud: number;
    readonly missed: Counted;
  }[];
}

const EXAMPLES_KEPT = 5;

const oddOf = ({ form }: Drawn): string[] => [...form.draw.odd].map(([choice, value]) => `${choice} = ${value}`);

/** Counts forms; each is kept once under a name. */
class Tally {
  private readonly forms = new Map<string, Set<Drawn>>();

  add(name: string, one: Drawn): void {
    this.forms.set(name, (this.forms.get(name) ?? new Set()).add(one));
  }

  of(name: string): Counted {
    const all = [...(this.forms.get(name) ?? [])];
    const examples = all.map((one) => ({ seed: one.seed, odd: oddOf(one) }));
    examples.sort((one, other) => one.odd.length - other.odd.length);
    return { count: all.length, examples: examples.slice(0, EXAMPLES_KEPT) };
  }

  all(): Record<string, Counted> {
    const names = [...this.forms].sort(([, one], [, other]) => other.size - one.size).map(([name]) => name);
    return Object.fromEntries(names.map((name) => [name, this.of(name)]));
  }
}

const count = <T>(values: readonly T[], holds: (value: T) => boolean): number => values.filter(holds).length;
const loudOf = ({ findings }: Outcome): Finding[] => findings.filter(isLoud);

function choicesOf(drawn: readonly Drawn[]): Survey['choices'] {
  const groups = new Map<string, Drawn[]>();
  for (const one of drawn) {
    for (const [choice, value] of one.form.draw.choices) {
      const name = `${choice}\t${value}`;
      groups.set(name, [...(groups.get(name) ?? []), one]);
    }
  }
  return [...groups].map(([name, of]) => {
    const [choice = '', value = ''] = name.split('\t');
    const faulty = of.flatMap((one) => one.faulty ?? []);
    return {
      choice,
      value,
      forms: of.length,
      accused: count(of, ({ clean }) => loudOf(clean).length > 0),
      whole: count(of, ({ clean }) => isWhole(clean.recognised)),
      faults: faulty.length,
      found: count(faulty, (one) => one.told !== 'nothing'),
    };
  });
}

function faultsOf(drawn: readonly Drawn[], kinds: readonly Kind[]): Survey['faults'] {
  const missed = new Tally();
  for (const one of drawn) if (one.faulty?.told === 'nothing') missed.add(one.faulty.kind.id, one);
  return kinds.map(({ id, loud }) => {
    const of = drawn.flatMap(({ faulty }) => (faulty?.kind.id === id ? [faulty.told] : []));
    return {
      id,
      loudWanted: loud,
      forms: of.length,
      found: count(of, (told) => told !== 'nothing'),
      loud: count(of, (told) => told === 'loud'),
      missed: missed.of(id),
    };
  });
}

/** Draws forms from seed to seed and says how they were read, what was wrongly said of them, and which errors were found. */
export function survey(
  firstSeed: number,
  draws: number,
  grammar: Grammar = FIRST,
  kinds: readonly Kind[] = grammar.kinds,
): Survey {
  const drawn = Array.from({ length: draws }, (_, index) => tryFrom(firstSeed + index, grammar, kinds));
  const [alarms, readRight, refusals, misread] = [new Tally(), new Tally(), new Tally(), new Tally()];
  const unheld = new Tally();
  for (const one of drawn) {
    const { recognised, refusal, figures } = one.clean;
    for (const why of figures.why) unheld.add(why, one);
    for (const { check } of loudOf(one.clean)) {
      alarms.add(check, one);
      if (isWhole(recognised)) readRight.add(check, one);
    }
    const [wrong] = Object.entries(recognised).find(([, right]) => !right) ?? [];
    if (!recognised.found) refusals.add(refusal?.split('：')[0] ?? 'more than one form was found', one);
    else if (wrong !== undefined) misread.add(wrong, one);
  }
  const parts = Object.keys(drawn[0]?.clean.recognised ?? {}) as (keyof Recognised)[];
  const read = Object.fromEntries(parts.map((part) => [part, count(drawn, ({ clean }) => clean.recognised[part])]));
  const byCheck = Object.entries(alarms.all());
  return {
    draws,
    firstSeed,
    recognised: read as Record<keyof Recognised, number>,
    whole: count(drawn, ({ clean }) => isWhole(clean.recognised)),
    accused: count(drawn, ({ clean }) => loudOf(clean).length > 0),
    falseAlarms: drawn.reduce((all, { clean }) => all + loudOf(clean).length, 0),
    infos: drawn.reduce((all, { clean }) => all + count(clean.findings, (finding) => !isLoud(finding)), 0),
    figures: {
      total: drawn.reduce((all, { clean }) => all + clean.figures.total, 0),
      held: drawn.reduce((all, { clean }) => all + clean.figures.held, 0),
    },
    unheld: unheld.all(),
    alarms: Object.fromEntries(
      byCheck.map(([check, counted]) => [check, { ...counted, readRight: readRight.of(check) }]),
    ),
    refusals: refusals.all(),
    misread: misread.all(),
    choices: choicesOf(drawn),
    faults: faultsOf(drawn, kinds),
  };
}

/** What has to be chosen for another choice to be seen at all. */
const NEEDS: Readonly<Record<string, Oddity>> = {
  'heading verdict': { choice: 'verdict', value: 'behind' },
  'heading sign': { choice: 'targets', value: 'sign and unit' },
  'heading unit': { choice: 'targets', value: 'unit' },
  'unit column': { choice: 'targets', value: 'unit' },
  'heading nature': { choice: 'targets', value: 'nature and unit' },
  'heading coefficient': { choice: 'scored', value: 'coefficient' },
  'heading raw': { choice: 'scored', value: 'converted' },
  'heading converted': { choice: 'scored', value: 'converted' },
  'heading standard': { choice: 'standard', value: 'last' },
  'heading definition': { choice: 'definition', value: 'yes' },
  'heading reason': { choice: 'evidence', value: 'two' },
  'heading improvement': { choice: 'evidence', value: 'two' },
  'heading basis': { choice: 'evidence', value: 'basis' },
  'heading remark': { choice: 'evidence', value: 'remark' },
  'heading reviewed': { choice: 'reviewed', value: 'blank' },
  'heading lead': { choice: 'first column', value: 'lead' },
  'heading level weight': { choice: 'weights', value: 'column and level column' },
  'second weight': { choice: 'weights', value: 'column and level column' },
  'heading money evidence': { choice: 'money evidence', value: 'yes' },
  'heading last year': { choice: 'extra column', value: 'last year' },
  'heading attainment': { choice: 'extra column', value: 'attainment' },
  'heading deviation': { choice: 'extra column', value: 'deviation' },
  'heading lost points': { choice: 'extra column', value: 'lost points' },
  'heading quality': { choice: 'extra column', value: 'quality' },
  'heading source': { choice: 'extra column', value: 'source' },
  'heading deducted': { choice: 'scored', value: 'deducted' },
  'heading difference': { choice: 'reviewed', value: 'scores and difference' },
  'heading money carried': { choice: 'money carried over', value: 'yes' },
  'heading money year': { choice: 'money carried over', value: 'yes' },
  'heading score rate': { choice: 'extra column', value: 'score rate' },
  spoken: { choice: 'operators', value: 'words' },
};

/** A choice with what it needs, as the list of a form's only oddities. */
export const aloneOf = (oddity: Oddity): Oddity[] => [oddity, ...[NEEDS[oddity.choice] ?? []].flat()];

/** How usual forms are read that are odd in one thing. */
export interface Alone extends Oddity {
  readonly forms: number;
  readonly accused: number;
  readonly whole: number;
  /** What went wrong in the first of them that did: checks that accused, kinds of cells read wrong, the refusal. */
  readonly wrong: string;
  /** Its seed. */
  readonly seed: number;
}

function wrongIn({ clean }: Drawn): string {
  const parts = Object.entries(clean.recognised).flatMap(([part, right]) => (right ? [] : [part]));
  const checks = [...new Set(loudOf(clean).map(({ check }) => check))];
  return [clean.refusal ?? parts.join(' '), checks.length > 0 && `accused by ${checks.join(' ')}`]
    .filter(Boolean)
    .join('; ');
}

function readAlone(oddity: Oddity, forms: number, grammar: Grammar): Alone {
  const drawn = Array.from({ length: forms }, (_, index) => tryFrom(index + 1, grammar, [], aloneOf(oddity)));
  const had = drawn.filter(({ form }) => form.draw.choices.get(oddity.choice) === oddity.value);
  const bad = had.find(({ clean }) => !isWhole(clean.recognised) || loudOf(clean).length > 0);
  return {
    choice: oddity.choice,
    value: oddity.value,
    forms: had.length,
    accused: count(had, ({ clean }) => loudOf(clean).length > 0),
    whole: count(had, ({ clean }) => isWhole(clean.recognised)),
    wrong: bad === undefined ? '' : wrongIn(bad),
    seed: bad?.seed ?? 0,
  };
}

/** Reads usual forms that are odd in one thing each; gives the oddities that are not always read right, the worst first. */
export function oneAtATime(oddities: readonly Oddity[], forms: number, grammar: Grammar): Alone[] {
  const all = oddities.map((oddity) => readAlone(oddity, forms, grammar)).filter(({ wrong }) => wrong !== '');
  // A heading is not to blame for what its column does under any heading.
  const own = all.filter(({ choice, accused, whole }) => {
    const column = all.find((one) => one.choice === NEEDS[choice]?.choice && one.value === NEEDS[choice].value);
    return column?.accused !== accused || column.whole !== whole;
  });
  const share = ({ forms: of, accused, whole }: Alone): number => (2 * accused + of - whole) / of;
  return own.sort((one, other) => share(other) - share(one));
}
