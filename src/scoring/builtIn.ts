import type { Rulebook } from './rulebook';
import general from './rulebooks/general.json';
import guangzhou from './rulebooks/guangzhou-department.json';
import national from './rulebooks/national-project.json';
import printed from './rulebooks/printed-standards.json';
import twentyEighty from './rulebooks/twenty-eighty.json';
import { parseRulebook } from './schema';

function load(json: unknown): Rulebook {
  const parsed = parseRulebook(json);
  if ('rulebook' in parsed) return parsed.rulebook;
  throw new Error(parsed.errors.map(({ path, message }) => `${path} ${message}`).join('\n'));
}

/** For a form that no rulebook fits: target rules and printed standards, all else judged. */
export const FALLBACK: Rulebook = load(general);

/** The rulebooks that come with the product, in the order in which they are tried; the general one is last. */
export const BUILT_IN: readonly Rulebook[] = [...[guangzhou, twentyEighty, printed, national].map(load), FALLBACK];
