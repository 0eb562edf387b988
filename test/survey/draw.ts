import { Random } from '../fuzz/random';

function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (const character of text) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mixed >>> 0;
}

/** A choice and what was chosen. */
export interface Oddity {
  readonly choice: string;
  readonly value: string;
}

/** How many words of a list are the usual ones. */
const USUAL_WORDS = 3;

/**
 * The chance of one form. Each choice has a stream of its own, made from the form's seed and the choice's name, so that
 * a choice that is added or removed leaves all others of that seed as they were. What was chosen is kept for the report.
 */
export class Draw {
  readonly choices = new Map<string, string>();
  /** What is unlike most forms, to find the simplest form that shows something. */
  readonly odd = new Map<string, string>();
  /** How often a choice is left at its usual value: some forms are odd in one thing, some in all. */
  private readonly restraint: number;

  /** With `alone` everything is usual but these choices, which have these values. */
  constructor(
    readonly seed: number,
    private readonly alone: readonly Oddity[] | null = null,
  ) {
    this.restraint = alone === null ? this.stream('restraint').pick([0.96, 0.9, 0.75, 0.3]) : 1;
  }

  /** The stream of a name. */
  stream(name: string): Random {
    return new Random(hash(`${name}#${this.seed}`));
  }

  /** One of the keys, by their weights; the first is the usual one. */
  pick<K extends string>(name: string, weights: Readonly<Record<K, number>>): K {
    const options = Object.entries(weights) as [K, number][];
    const [forced] = options.find(([option]) => this.isAlone(name, option)) ?? [];
    if (forced !== undefined) return this.keep(name, forced, true);
    const random = this.stream(name);
    const among = random.next() < this.restraint ? options.slice(0, 1) : options;
    let rest = random.next() * among.reduce((all, [, weight]) => all + weight, 0);
    const [chosen] = among.find(([, weight]) => (rest -= weight) < 0) ?? options[0] ?? [];
    if (chosen === undefined) throw new Error(`nothing to choose for ${name}`);
    return this.keep(name, chosen, chosen !== options[0]?.[0]);
  }

  /** One of the words; the first three are the usual ones. */
  word(name: string, words: readonly string[]): string {
    const forced = words.find((word) => this.isAlone(name, word));
    if (forced !== undefined) return this.keep(name, forced, true);
    const random = this.stream(name);
    const chosen = random.pick(random.next() < this.restraint ? words.slice(0, USUAL_WORDS) : words);
    return this.keep(name, chosen, words.indexOf(chosen) >= USUAL_WORDS);
  }

  /** Says that what was chosen can't be had beside another choice, and that the usual was taken instead. */
  instead<K extends string>(name: string, usual: K): K {
    return this.keep(name, usual, false);
  }

  private isAlone(name: string, value: string): boolean {
    return this.alone?.some((one) => one.choice === name && one.value === value) ?? false;
  }

  private keep<T extends string>(name: string, chosen: T, isOdd: boolean): T {
    this.choices.set(name, chosen);
    if (isOdd) this.odd.set(name, chosen);
    else this.odd.delete(name);
    return chosen;
  }
}

/** Two decimals, half up. */
export const round2 = (value: number): number => Math.round(value * 100 + 1e-6) / 100;

export const sum = (values: readonly number[]): number => round2(values.reduce((total, value) => total + value, 0));

/** A whole number from `low` to `high`, both included. */
export const between = (random: Random, low: number, high: number): number => low + random.below(high - low + 1);

export function shuffled<T>(random: Random, values: readonly T[]): T[] {
  const rest = [...values];
  return values.map(() => rest.splice(random.below(rest.length), 1)).flat();
}
