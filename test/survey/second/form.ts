import { Random } from '../../fuzz/random';
import type { Oddity } from '../draw';
import type { Draft, FaultyDraft, Grammar, SurveyForm } from '../grammar';
import { Choices, drawFacts, moneyWeight, type Facts, type Scoring } from './facts';
import { type Fault, FAULTS } from './faults';
import { drawLayout, drawScoring, type Layout } from './layout';
import { print } from './print';

interface Chosen {
  readonly draw: Choices;
  readonly layout: Layout;
  readonly scoring: Scoring;
}

function printed(facts: Facts, { draw, layout, scoring }: Chosen): SurveyForm {
  const paper = print(facts, layout, scoring);
  const sheet = paper.print(layout.typed, layout.merges);
  return { draw, facts, layout, other: null, sheet, at: (tag) => paper.at(tag) };
}

/** Puts in the first of the errors, in an order of the seed's own, that fits the form and shows in it. */
function faulty(
  facts: Facts,
  chosen: Chosen,
  clean: SurveyForm,
  kinds: readonly Fault[],
  seed: number,
): FaultyDraft | null {
  const random = new Random(seed * 104729 + 5);
  const before = JSON.stringify(clean.sheet);
  const left = [...kinds];
  while (left.length > 0) {
    const [kind] = left.splice(random.below(left.length), 1);
    const copy = structuredClone(facts);
    const shows = (tag: string): boolean => clean.at(tag) !== null;
    const tags = kind?.inject({ facts: copy, layout: chosen.layout, scoring: chosen.scoring, random, shows }) ?? null;
    const form = tags === null ? null : printed(copy, chosen);
    if (kind === undefined || tags === null || form === null || JSON.stringify(form.sheet) === before) continue;
    return { kind, form, cells: [...new Set(tags.flatMap((tag) => form.at(tag) ?? []))] };
  }
  return null;
}

/** The second grammar's form of a seed; with `alone` a usual one that is odd in nothing else. */
function draft(seed: number, alone: readonly Oddity[] | null): Draft {
  const draw = new Choices(new Random(seed * 7919 + 17), alone);
  const scoring = drawScoring(draw);
  const facts = drawFacts(draw, scoring);
  const chosen = { draw, scoring, layout: drawLayout(draw, scoring, moneyWeight(facts.money) !== null) };
  const form = printed(facts, chosen);
  const of = (ids: readonly string[]): Fault[] => FAULTS.filter(({ id }) => ids.includes(id));
  return { form, faulty: (ids) => faulty(facts, chosen, form, of(ids), seed) };
}

export const SECOND: Grammar = { kinds: FAULTS, draft };
