import type { Rulebook } from './rulebook';
import general from './rulebooks/general.json';
import guangzhou from './rulebooks/guangzhou-department.json';
import variants from './rulebooks/variants.json';

/**
 * A file of ours as it stands. `test/scoring/schema.test.ts` holds all of them against the schema, so that neither the
 * schema nor its library is loaded to score a form.
 */
function ours({ $schema: _, ...rulebook }: { readonly $schema: string }): Rulebook {
  return rulebook as Rulebook;
}

/** For a form that no rulebook fits: target rules and printed standards, all else judged. */
export const FALLBACK: Rulebook = ours(general);

/** The rulebooks that come with the product, in the order in which they are tried: the variants say only what is their own; the general one is last. */
export const BUILT_IN: readonly Rulebook[] = [
  ours(guangzhou),
  ...variants.map((variant) => ({ ...FALLBACK, ...variant }) as Rulebook),
  FALLBACK,
];
