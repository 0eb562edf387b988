import { baseName } from '../sheet/fileName';
import { Decimal } from 'decimal.js';
import type { Severity } from '../checks/finding';
import { compact } from '../sheet/text';
import { splitAside } from './places';
import type { FormRecord } from './record';
import { groupBy } from '../sheet/lists';

/** A form out of a received file. */
export interface ReceivedForm {
  /** The file's name, with the folders below the one that was chosen. */
  readonly file: string;
  readonly form: FormRecord;
  /** Reasons of the findings that were set aside, by the finding's key. */
  readonly aside: ReadonlyMap<string, string>;
}

/** A file in which nothing could be checked, and why. */
export interface UnreadFile {
  readonly file: string;
  readonly reason: string;
  /** Whether it could be read: then no form was found in it, or another is used in its place. */
  readonly read: boolean;
  readonly unused?: boolean;
}

/** How long the folders are in which all of these files lie. */
function commonFolder(files: readonly string[]): number {
  const [first = ''] = files;
  let end = first.lastIndexOf('/') + 1;
  while (!files.every((file) => file.startsWith(first.slice(0, end)))) end = first.lastIndexOf('/', end - 2) + 1;
  return end;
}

/** What files are called beside each other: without the folders that all of them lie in. */
export function filesBelow(files: readonly string[]): (file: string) => string {
  const folder = commonFolder(files);
  return (file) => file.slice(folder);
}

/** What files are called where each is spoken of: without folders, where that tells them apart. */
export function namesSent(files: readonly string[]): (file: string) => string {
  const below = filesBelow(files);
  const alone = (name: string) => new Set(files.filter((file) => baseName(file) === name)).size < 2;
  return (file) => (alone(baseName(file)) ? baseName(file) : below(file));
}

/** How many findings of a severity are left once those that were set aside are taken out. */
export function openCount({ form, aside }: ReceivedForm, severity: Severity): number {
  return splitAside(form.findings, aside).open.filter(({ finding }) => finding.severity === severity).length;
}

/** Whether a form goes back to the department: it has an error or a warning that was not set aside. */
export function goesBack(received: ReceivedForm): boolean {
  return openCount(received, 'error') + openCount(received, 'warning') > 0;
}

/** Stated total minus the recomputed one, in points; `null` where one is missing. */
export function differenceOf({ stated, recomputed }: FormRecord): Decimal | null {
  return stated === null || recomputed === null ? null : new Decimal(stated).minus(recomputed);
}

/** The grade, and that the form gives it itself: few do. */
export function gradeText({ grade, regraded }: FormRecord): string {
  return regraded || grade === '' ? grade : `${grade}（表内）`;
}

// A name in brackets after the organisation says who is in charge or how many of them there are; a name before it is the place.
const IN_BRACKETS = /[（(【[][^（）()【】[\]]{0,30}[）)】\]]/g;
const LABEL = /^(?:填报单位|项目单位|预算单位|主管部门|实施单位|部门名称|单位名称|单位)[:：]?/;
const PLACE = /^[^省市区县]{2,8}?(?:自治区|自治州|自治县|省|市|区|县)(?=.{2})/;
const SIGNS = /[\s，。、．.;；:：·"“”'‘’*]/g;

/** A unit's name without spaces, labels, brackets and signs: what two notations of one name have in common. */
export function organisationName(organisation: string): string {
  return compact(organisation).replace(LABEL, '').replace(IN_BRACKETS, '').replace(SIGNS, '');
}

/** The name without the province, city and county before it: 广州市海珠区图书馆 is 图书馆. */
function withoutPlace(name: string): string {
  let rest = name;
  for (let level = 0; level < 3; level += 1) {
    const next = rest.replace(PLACE, '');
    if (next === rest || next.length < 3) break;
    rest = next;
  }
  return rest;
}

function placeBefore(name: string): string {
  return name.slice(0, name.length - withoutPlace(name).length);
}

/**
 * Whether one of two places may be the other written shorter: 海珠区 and 广州市海珠区. No place may stand for any, but
 * among several names it can't be told for which.
 */
function samePlace(a: string, b: string, names: number): boolean {
  if ((a === '' || b === '') && names > 2) return false;
  return a.endsWith(b) || b.endsWith(a);
}

/** What a person should look at among received forms. */
export interface Doubt {
  /** `twice`: one department's form for one year stands in several places; `names`: one department has two names. */
  readonly kind: 'twice' | 'names';
  /** Indexes of the forms, in the order given. */
  readonly forms: readonly number[];
  /** Whether one of them is as good as the others, as the same stands in all. */
  readonly same: boolean;
  /** One sentence for the officer, and the beginning of it before the files that it names; `''` where it names none. */
  readonly sentence: string;
  readonly about: string;
}

const plain = (name: string): string => compact(name).replace(SIGNS, '');

/** Two forms are of one matter: the same kind, the same title and the same indicators but for a few. */
function sameMatter(a: FormRecord, b: FormRecord): boolean {
  if (a.kind !== b.kind || a.year !== b.year) return false;
  if (a.project !== '' && b.project !== '' && plain(a.project) !== plain(b.project)) return false;
  const names = new Set(a.items.map(({ name }) => compact(name)));
  const shared = b.items.filter(({ name }) => names.has(compact(name))).length;
  return shared * 5 >= Math.max(a.items.length, b.items.length) * 4;
}

interface Named {
  readonly index: number;
  readonly received: ReceivedForm;
  readonly name: string;
}

const NAMED_AT_MOST = 4;

function list(words: readonly string[]): string {
  const shown = words.slice(0, NAMED_AT_MOST).map((word) => `“${word}”`);
  return `${shown.join('、')}${words.length > NAMED_AT_MOST ? ` 等 ${words.length} 个` : ''}`;
}

/** Sets of forms that are of one matter; each form is held against the first of each set only. */
function sameMatters(group: readonly Named[]): (readonly [Named, ...Named[]])[] {
  const sets: [Named, ...Named[]][] = [];
  for (const one of group) {
    const set = sets.find(([first]) => sameMatter(first.received.form, one.received.form));
    if (set === undefined) sets.push([one]);
    else set.push(one);
  }
  return sets.filter((set) => set.length > 1);
}

/**
 * Points out where one department's form was received twice and where one department seems to have two names. Careful
 * rather than thorough: forms are the same only when unit, year, kind and four fifths of their indicators are, so that a
 * department's forms for several projects are not taken for one; names are the same only when nothing but the place
 * before them differs and one of the places contains the other.
 */
export function doubtsAmong(forms: readonly ReceivedForm[]): readonly Doubt[] {
  const named = forms.map((received, index): Named => ({
    index,
    received,
    name: organisationName(received.form.organisation),
  }));
  const called = namesSent(forms.map(({ file }) => file));
  const doubts: Doubt[] = [];
  for (const group of groupBy(named, ({ name }) => name || null).values()) {
    for (const set of sameMatters(group)) {
      const { organisation, year } = set[0].received.form;
      const files = [...new Set(set.map(({ received }) => received.file))].map(called);
      const where = files.length === 1 ? `同一文件 ${list(files)}` : list(files);
      const same = new Set(set.map(({ received }) => received.form.contents)).size === 1;
      const about = `“${organisation}”${year === null ? '' : ` ${year} 年度`}的自评表收到 ${set.length} 份：`;
      doubts.push({
        kind: 'twice',
        forms: set.map(({ index }) => index),
        same,
        about,
        sentence: `${about}${where}，${same ? '内容相同' : '请确认以哪份为准'}。`,
      });
    }
  }
  for (const group of groupBy(named, ({ name }) => withoutPlace(name) || null).values()) {
    const names = [...new Map(group.map((one) => [one.name, one])).values()];
    for (const [at, a] of names.entries()) {
      for (const b of names.slice(at + 1)) {
        if (!samePlace(placeBefore(a.name), placeBefore(b.name), names.length)) continue;
        doubts.push({
          kind: 'names',
          forms: [a.index, b.index],
          same: false,
          about: '',
          sentence: `${list([a.received.form.organisation, b.received.form.organisation])}可能是同一单位的两种写法，请确认。`,
        });
      }
    }
  }
  return doubts;
}
