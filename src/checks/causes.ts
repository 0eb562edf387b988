import type { EvaluationForm } from '../form/model';
import { once } from '../sheet/remember';
import { cellKey } from '../sheet/snapshot';
import { withTotal } from './becomes';
import { figureCells, sumLevelOf } from './figures';
import type { Check, CheckInput, Finding, Severity, Way } from './finding';
import { figureOfFix, valueOf } from './mended';
import { byLoudness, SEVERITIES } from './severity';
import { allOf, type Cause, keyOf, Trial } from './trial';

/** The figure a loud finding would put into its cell: its fix, or the expected figure where the cell holds the found one. */
function usualWay(finding: Finding, form: EvaluationForm): Way | null {
  const cell = finding.fix?.cell ?? finding.cell;
  const value = figureCells(form).get(cellKey(cell))?.figure.value ?? null;
  if (finding.severity === 'info' || value === null) return null;
  const stands = valueOf(finding.found)?.minus(value).abs().lt('0.0001') === true;
  const right = figureOfFix(finding.fix) ?? (stands ? valueOf(finding.expected) : null);
  return right === null || right.eq(value) ? null : [[cell, right]];
}

/** The single mends of a way, which thousands of findings may share. */
const mendsOf = once((way: Way): ReadonlySet<string> => new Set(way.map((mend) => keyOf([mend]))));

/**
 * Findings with their consequences: each proposes ways to mend it; they are made in a copy of the form, the checks run
 * again, and what is gone only followed from it and stands in its `follows`, not beside it. What is gone only once
 * several are mended follows from the fewest of them. Where mending the scores changes the total, each of them and the
 * total's own finding say what it becomes. Checks with `mends` take part.
 *
 * @param ways what reports propose besides their fix.
 */
export function withCauses(
  checks: readonly Check[],
  input: CheckInput,
  findings: readonly Finding[],
  ways: ReadonlyMap<Finding, readonly Way[]>,
): readonly Finding[] {
  const { form } = input;
  const causes = findings
    .flatMap((finding): Cause[] => {
      const usual = usualWay(finding, form);
      const others = ways.get(finding) ?? [];
      const has = others[0] !== undefined && usual !== null && mendsOf(others[0]).has(keyOf(usual));
      const own = usual === null || has ? others : [usual, ...others];
      const level = own.length > 1 || usual === null ? 0 : sumLevelOf(form, finding.fix?.cell ?? finding.cell);
      return own.length === 0 ? [] : [{ finding, ways: own, expects: usual !== null, level }];
    })
    .sort((a, b) => a.level - b.level || byLoudness(a.finding, b.finding));
  if (causes.length === 0) return findings;
  const trial = new Trial(checks, input, findings);
  const follows = new Map<Finding, Finding[]>();
  const consequences = new Set<Finding>();
  const others = (own: readonly Finding[]) => findings.filter((one) => !consequences.has(one) && !own.includes(one));
  const attach = (cause: Finding, gone: readonly Finding[]) => {
    const all = gone.flatMap((one) => [one, ...(follows.get(one) ?? [])]);
    if (all.length > 0) follows.set(cause, [...(follows.get(cause) ?? []), ...all.filter((one) => one !== cause)]);
    for (const one of gone) {
      consequences.add(one);
      follows.delete(one);
    }
  };
  // A total is the sum of all the rest: what mends it mends nothing else.
  const below = causes.filter(({ level }) => level < 2);
  // What several findings propose was tried with the first of them.
  const tried = new Set<Way>();
  for (const [at, { finding, ways: own }] of below.entries()) {
    // With thousands of findings, comparing each with all others alone takes seconds.
    if (trial.isSpent()) break;
    if (consequences.has(finding) || own.every((way) => tried.has(way))) continue;
    const all = others([finding]);
    // A question may be the cause of other questions only, never of an error or a warning.
    const among = finding.severity === 'info' ? all.filter(({ severity }) => severity === 'info') : all;
    // Only one of the ways is the right one: what each of several would mend does not follow from the same mistake.
    let most: readonly Finding[] = [];
    let best: Way = own[0] ?? [];
    for (const way of own) {
      if (trial.isSpent()) break;
      if (tried.has(way)) continue;
      tried.add(way);
      const gone = trial.gone(way, among);
      if (explainsMore(gone, most)) [most, best] = [gone, way];
    }
    // What is not its likeliest mend may be that of one to come, which says better what is wrong.
    const isOf = (other: Cause) =>
      most.includes(other.finding) &&
      (other.expects ? other.ways.slice(0, 1) : other.ways).some((way) => keyOf(way) === keyOf(best));
    if (best === own[0] || !below.slice(at + 1).some(isOf)) attach(finding, most);
  }
  const roots = distinct(below.filter(({ finding }) => !consequences.has(finding)));
  const own = roots.map(({ finding }) => finding);
  const together = roots.length < 2 ? [] : trial.gone(allOf(roots), others(own));
  if (together.length > 0) {
    for (const { finding } of smallest(trial, roots, together)) attach(finding, together);
  }
  const left = findings.filter((finding) => !consequences.has(finding));
  const told = withTotal(input, roots, trial, left, follows);
  return told.map((finding, index) => {
    const own = follows.get(left[index] ?? finding);
    if (own === undefined) return finding;
    // A mistake is as grave as what it upsets: nothing louder is hidden below something quieter.
    const [{ severity } = finding] = [finding, ...own].sort(byLoudness);
    return { ...finding, severity, follows: own };
  });
}

/** Whether more errors are gone than with another way; of as many, more warnings; then more questions. */
function explainsMore(one: readonly Finding[], other: readonly Finding[]): boolean {
  const count = (list: readonly Finding[], severity: Severity) =>
    list.filter((each) => each.severity === severity).length;
  const differing = SEVERITIES.find((severity) => count(one, severity) !== count(other, severity));
  return differing !== undefined && count(one, differing) > count(other, differing);
}

/** Causes whose likeliest ways touch different cells. */
function distinct(causes: readonly Cause[]): Cause[] {
  const taken = new Set<number>();
  const same = new Set<Way>();
  return causes.filter(({ ways: [way = []] }) => {
    if (same.has(way)) return false;
    same.add(way);
    const keys = way.map(([cell]) => cellKey(cell));
    if (keys.some((key) => taken.has(key))) return false;
    keys.forEach((key) => taken.add(key));
    return true;
  });
}

/** The fewest of some causes after which the same is still gone, as far as taking them away one by one shows. */
function smallest(trial: Trial, causes: readonly Cause[], gone: readonly Finding[]): readonly Cause[] {
  let kept = causes;
  for (const cause of causes) {
    const fewer = kept.filter((one) => one !== cause);
    if (fewer.length < 2 || trial.isSpent()) break;
    if (trial.gone(allOf(fewer), gone).length === gone.length) kept = fewer;
  }
  return kept;
}
