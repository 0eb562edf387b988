import type { Finding } from '../../src/checks/finding';
import { formatAddress } from '../../src/sheet/address';
import { FAULTS, type FaultKind, type FaultyForm, withFault } from './faults';
import { type DrawnForm, drawForm } from './form';
import { isLoud, isWhole, outcomeOf, type Outcome, type Recognised } from './measure';

/** What became of one seed: its form in order, and the same with one error. */
export interface Drawn {
  readonly seed: number;
  readonly form: DrawnForm;
  readonly clean: Outcome;
  readonly faulty: (FaultyForm & { readonly outcome: Outcome; readonly told: 'loud' | 'asked' | 'nothing' }) | null;
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
export function tryFrom(seed: number, kinds: readonly FaultKind[] = FAULTS): Drawn {
  const form = drawForm(seed);
  const clean = outcomeOf(form);
  const fault = withFault(form, kinds);
  if (fault === null) return { seed, form, clean, faulty: null };
  const outcome = outcomeOf(fault.form);
  return { seed, form, clean, faulty: { ...fault, outcome, told: told(clean, outcome, fault.cells) } };
}

/** A count with the smallest seeds that show it. */
interface Counted {
  readonly count: number;
  readonly seeds: readonly number[];
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
  /** By check: forms in order that it accused; and those of them that had been read right in every cell. */
  readonly alarms: Readonly<Record<string, Counted & { readonly readRight: Counted }>>;
  readonly refusals: Readonly<Record<string, Counted>>;
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
    readonly missed: readonly number[];
  }[];
}

const SEEDS_KEPT = 6;

class Tally {
  private readonly seeds = new Map<string, number[]>();

  add(name: string, seed: number): void {
    const seeds = this.seeds.get(name);
    if (seeds === undefined) this.seeds.set(name, [seed]);
    else if (seeds.at(-1) !== seed) seeds.push(seed);
  }

  of(name: string): Counted {
    const seeds = this.seeds.get(name) ?? [];
    return { count: seeds.length, seeds: seeds.slice(0, SEEDS_KEPT) };
  }

  entries(): [string, Counted][] {
    const names = [...this.seeds].sort(([, one], [, other]) => other.length - one.length);
    return names.map(([name]) => [name, this.of(name)]);
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

function faultsOf(drawn: readonly Drawn[], kinds: readonly FaultKind[]): Survey['faults'] {
  return kinds.map(({ id, loud }) => {
    const of = drawn.filter(({ faulty }) => faulty?.kind.id === id);
    const missed = of.filter(({ faulty }) => faulty?.told === 'nothing');
    return {
      id,
      loudWanted: loud,
      forms: of.length,
      found: of.length - missed.length,
      loud: count(of, ({ faulty }) => faulty?.told === 'loud'),
      missed: missed.slice(0, SEEDS_KEPT).map(({ seed }) => seed),
    };
  });
}

/** Draws forms from seed to seed and says how they were read, what was wrongly said of them, and which errors were found. */
export function survey(firstSeed: number, draws: number, kinds: readonly FaultKind[] = FAULTS): Survey {
  const drawn = Array.from({ length: draws }, (_, index) => tryFrom(firstSeed + index, kinds));
  const [alarms, readRight, refusals] = [new Tally(), new Tally(), new Tally()];
  for (const { seed, clean } of drawn) {
    for (const { check } of loudOf(clean)) {
      alarms.add(check, seed);
      if (isWhole(clean.recognised)) readRight.add(check, seed);
    }
    if (!clean.recognised.found) refusals.add(clean.refusal?.split('：')[0] ?? 'more than one form was found', seed);
  }
  const parts = Object.keys(drawn[0]?.clean.recognised ?? {}) as (keyof Recognised)[];
  const read = Object.fromEntries(parts.map((part) => [part, count(drawn, ({ clean }) => clean.recognised[part])]));
  return {
    draws,
    firstSeed,
    recognised: read as Record<keyof Recognised, number>,
    whole: count(drawn, ({ clean }) => isWhole(clean.recognised)),
    accused: count(drawn, ({ clean }) => loudOf(clean).length > 0),
    falseAlarms: drawn.reduce((all, { clean }) => all + loudOf(clean).length, 0),
    infos: drawn.reduce((all, { clean }) => all + count(clean.findings, (finding) => !isLoud(finding)), 0),
    alarms: Object.fromEntries(
      alarms.entries().map(([check, counted]) => [check, { ...counted, readRight: readRight.of(check) }]),
    ),
    refusals: Object.fromEntries(refusals.entries()),
    choices: choicesOf(drawn),
    faults: faultsOf(drawn, kinds),
  };
}
