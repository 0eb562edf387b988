import { groupBy } from '../sheet/lists';
import { organisationName } from '../advice/batch';
import { withoutCode } from '../advice/record';
import { plainName } from './match';
import type { Side } from './side';

/** By what a form's partner is looked for. */
export interface Identity {
  readonly kind: Side['kind'];
  readonly organisation: string;
  /** 主管部门; `''` where it is not named. */
  readonly department: string;
  readonly project: string;
  readonly year: number | null;
}

/** What a pair is: the targets that were approved, last year's form, or another version of the same year's. */
export type PairKind = 'approved' | 'last-year' | 'version';

/** What a form is held against: another form or table of targets, or a department's against those of its projects. */
export type AgainstKind = PairKind | 'projects';

/** The identity of a side; names without codes, labels and brackets. */
export function identityOf({ kind, organisation, department, project, year }: Side): Identity {
  return {
    kind,
    organisation: organisationName(withoutCode(organisation)),
    department: organisationName(withoutCode(department)),
    project: plainName(withoutCode(project)),
    year: year?.value ?? null,
  };
}

/** What two sides are to each other; of two forms without a year it is not known, and they are taken for versions. */
export function pairKind(old: Identity, now: Identity): PairKind {
  if (old.kind === 'targets' || now.kind === 'targets') return 'approved';
  return old.year !== null && now.year !== null && old.year !== now.year ? 'last-year' : 'version';
}

/** `null`: has no partner, or several that fit alike. */
export interface Partner {
  readonly now: number;
  readonly old: number | null;
  /** How many fit alike, where that is not one. */
  readonly candidates: number;
}

/** Whether one may be the other written shorter: 水利局 and 某县水利局. */
const maybeOne = (a: string, b: string): boolean => a.endsWith(b) || b.endsWith(a);

/** Whether both organisations are known and are not one. A table of targets may name the department over the form's unit. */
export function organisationsDiffer(old: Identity, now: Identity): boolean {
  if (old.organisation === '' || now.organisation === '') return false;
  const over = old.kind === 'targets' && now.department !== '' && maybeOne(old.organisation, now.department);
  return !over && !maybeOne(old.organisation, now.organisation);
}

/** 2: project and organisation are the same; 1: one of them, and the other may be; 0: neither. */
function closeness(old: Identity, now: Identity): 0 | 1 | 2 {
  const yearFits =
    old.year === null ||
    now.year === null ||
    (old.kind === 'targets' ? old.year === now.year : old.year === now.year - 1);
  // 日常养护项目 is the name of many units' projects.
  if (!yearFits || organisationsDiffer(old, now)) return 0;
  const project = old.project !== '' && old.project === now.project;
  const same = old.organisation !== '' && old.organisation === now.organisation;
  if (project && same) return 2;
  if (project) return 1;
  // Another project of the same organisation is no partner; a department's form names none.
  return same && old.project === '' && now.project === '' ? 2 : 0;
}

/**
 * Finds the partner of each form: the same project and organisation, of the same year for a table of targets, of the year before
 * for a form. Where several fit alike, none is taken.
 */
export function partnersOf(old: readonly Identity[], now: readonly Identity[]): readonly Partner[] {
  const nameOf = ({ project, organisation }: Identity) =>
    project === '' ? `organisation ${organisation}` : `project ${project}`;
  const byName = groupBy(old.entries(), ([, one]) => nameOf(one));
  return now.map((own, index): Partner => {
    if (own.kind !== 'form') return { now: index, old: null, candidates: 0 };
    const ranked = (byName.get(nameOf(own)) ?? []).map(([at, other]) => ({ at, rank: closeness(other, own) }));
    const best = Math.max(0, ...ranked.map(({ rank }) => rank));
    const fit = best === 0 ? [] : ranked.filter(({ rank }) => rank === best);
    return { now: index, old: fit.length === 1 ? (fit[0]?.at ?? null) : null, candidates: fit.length };
  });
}

/** A form with the table of targets and with the form of the year before that belong to it, as far as there are any. */
export function partnersByKind(old: readonly Identity[], now: readonly Identity[]) {
  return (['targets', 'form'] as const).flatMap((kind) => {
    const places = old.flatMap((one, at) => (one.kind === kind ? [at] : []));
    if (places.length === 0) return [];
    const partners = partnersOf(
      places.flatMap((at) => old[at] ?? []),
      now,
    );
    return partners.map((partner) => ({
      ...partner,
      kind,
      old: partner.old === null ? null : (places[partner.old] ?? null),
    }));
  });
}
