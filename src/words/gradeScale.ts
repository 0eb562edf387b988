import { compact } from '../sheet/text';

/** A grade and the least total out of 100 for it. */
export interface GradeBand {
  /** 优, 良, 中 or 差 */
  readonly name: string;
  readonly from: number;
}

const ORDER = '优良中差';
/** 优, 良好, 中等, 差, and no part of another word. */
const GRADE = /[优良中差](?=$|[秀好等级、,;。()（）:为≥>＞0-9])/g;
const LEAST = /以下|低于|不足|小于|不到|[<≤]/;
/** What separates the grades of a scale. */
const NEXT = /[、,;。]|(?<=\))(?=[优良中差])|(?<=[级准求]):/;

function bandIn(clause: string): GradeBand | null {
  const [name, ...others] = clause.match(GRADE) ?? [];
  const [first, second, ...more] = (clause.match(/[0-9]+(?:\.[0-9]+)?/g) ?? []).map(Number);
  if (name === undefined || others.length > 0 || first === undefined || more.length > 0) return null;
  const from = second === undefined ? (LEAST.test(clause) ? 0 : first) : Math.min(first, second);
  return Math.max(first, second ?? 0) <= 100 ? { name, from } : null;
}

/** The best grade begins no lower anywhere; what begins lower is points: 优10分、良8分. */
const BEST_FROM = 80;

/**
 * The scale of grades that a text prints, best first: 95分以上为优，85—95分为良，…, or 优（95-100分）、良（85-94分）. Empty
 * where it prints none, or one of which not everything was read.
 */
export function gradeScaleIn(text: string): readonly GradeBand[] {
  if (!/[0-9]/.test(text) || /[%％]/.test(text) || !/优.*良|良.*优/s.test(text)) return [];
  const clauses = text.split('\n').flatMap((line) => compact(line).split(NEXT));
  const bands = clauses.filter((clause) => clause.search(GRADE) >= 0 && /[0-9]/.test(clause)).map(bandIn);
  const known = bands.flatMap((band) => band ?? []).sort((one, other) => other.from - one.from);
  const names = known.map(({ name }) => name).join('');
  const isScale = known.length > 1 && known.length === bands.length && ORDER.startsWith(names);
  return isScale && (known[0]?.from ?? 0) >= BEST_FROM ? known : [];
}
