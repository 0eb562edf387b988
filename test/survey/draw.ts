import { Random } from '../fuzz/random';

function hash(text: string): number {
  let mixed = 0x811c9dc5;
  for (const character of text) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return mixed >>> 0;
}

/**
 * The chance of one form. Each choice has a stream of its own, made from the form's seed and the choice's name, so that
 * a choice that is added or removed leaves all others of that seed as they were. What was chosen is kept for the report.
 */
export class Draw {
  readonly choices = new Map<string, string>();
  /** How often a choice is left at its usual value: some forms are odd in one thing, some in all. */
  private readonly restraint: number;

  constructor(readonly seed: number) {
    this.restraint = this.stream('restraint').pick([0.9, 0.75, 0.4, 0]);
  }

  /** The stream of a name. */
  stream(name: string): Random {
    return new Random(hash(`${name}#${this.seed}`));
  }

  /** One of the keys, by their weights; the first is the usual one. */
  pick<K extends string>(name: string, weights: Readonly<Record<K, number>>): K {
    const options = Object.entries(weights) as [K, number][];
    const random = this.stream(name);
    const usual = random.next() < this.restraint ? options.slice(0, 1) : options;
    let rest = random.next() * usual.reduce((sum, [, weight]) => sum + weight, 0);
    const [chosen] = usual.find(([, weight]) => (rest -= weight) < 0) ?? options[0] ?? [];
    if (chosen === undefined) throw new Error(`nothing to choose for ${name}`);
    this.choices.set(name, chosen);
    return chosen;
  }

  /** One of the words; kept as a choice. */
  word(name: string, words: readonly string[]): string {
    const chosen = this.stream(name).pick(words);
    this.choices.set(name, chosen);
    return chosen;
  }

  /** Says that a choice could not be had beside another one, and what was taken instead. */
  instead<K extends string>(name: string, chosen: K): K {
    this.choices.set(name, chosen);
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
