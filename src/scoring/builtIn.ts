import type { Rulebook } from './rulebook';
import general from './rulebooks/general.json';
import guangzhou from './rulebooks/guangzhou-department.json';
import national from './rulebooks/national-project.json';
import places from './rulebooks/places.json';
import printed from './rulebooks/printed-standards.json';
import twentyEighty from './rulebooks/twenty-eighty.json';

/**
 * A file of ours as it stands. `test/scoring/schema.test.ts` holds all of them against the schema, so that neither the
 * schema nor its library is loaded to score a form.
 */
function ours({ $schema: _, ...rulebook }: { readonly $schema: string }): Rulebook {
  return rulebook as Rulebook;
}

/** For a form that no rulebook fits: target rules and printed standards, all else judged. */
export const FALLBACK: Rulebook = ours(general);

/** Places whose rules for the national project form differ: each says only what is its own. */
const PLACES = places.map((place) => ({ ...ours(national), ...place }) as Rulebook);

/** The rulebooks that come with the product, in the order in which they are tried; the general one is last. */
export const BUILT_IN: readonly Rulebook[] = [
  ours(guangzhou),
  ...PLACES,
  ...[twentyEighty, printed, national].map((file) => ours(file)),
  FALLBACK,
];
