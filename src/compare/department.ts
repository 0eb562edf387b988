import { Decimal } from 'decimal.js';
import type { BudgetLine } from '../form/model';
import { blockAmounts } from '../form/money';
import { formatFigure } from '../sheet/format';
import { quote } from '../sheet/quote';
import type { Area, CellRef, SheetSnapshot } from '../sheet/snapshot';
import { compact } from '../sheet/text';
import { Contrasted, type Contrast } from './difference';
import { placedFindings } from './findings';
import { plainName } from './match';
import { identityOf, type Identity } from './pairing';
import { sideRecord, type ComparisonRecord } from './record';
import type { Side } from './side';
import { targetKey } from './targets';

/** An amount in yuan, as a decimal string, and where it stands. */
export interface Yuan {
  readonly yuan: string;
  readonly cell: CellRef;
}

/** The money of a form as plain data: of a department's form its 项目支出, of a project's the whole. */
export interface FormMoney {
  readonly identity: Identity;
  readonly file: string;
  readonly sheet: string;
  readonly department: boolean;
  readonly project: string;
  /** Where the project is named, else the head of the form. */
  readonly cell: CellRef;
  readonly budget: Yuan | null;
  readonly spent: Yuan | null;
  /** The projects that a department's form names in a list of them; empty for a project's. */
  readonly listed: readonly Named[];
  readonly items: readonly ItemFigures[];
}

/** A name and where it stands. */
interface Named {
  readonly name: string;
  readonly cell: CellRef;
}

/** An indicator that is measured in figures, as plain data. */
interface ItemFigures extends Named {
  readonly target: string;
  readonly actual: string;
  /** Its target and actual value in one notation; `''` for words. */
  readonly targetKey: string;
  readonly actualKey: string;
  readonly cells: { readonly target: CellRef; readonly actual: CellRef };
}

function measuredItems({ indicators }: Side): ItemFigures[] {
  return indicators.flatMap(({ name, target, actual }): ItemFigures[] => {
    if (target === null || actual === null) return [];
    const [asked, reached] = [targetKey(target.value), targetKey(actual.value)];
    if (asked === '' && reached === '') return [];
    const texts = { target: target.text.trim(), actual: actual.text.trim(), targetKey: asked, actualKey: reached };
    const cells = { target: target.at, actual: actual.at };
    return [{ name: name.value.trim(), cell: name.at, ...texts, cells }];
  });
}

function isProjects({ label }: BudgetLine): boolean {
  return label.value
    .replace(/[\s:：]/g, '')
    .replace(/^(?:其中|[0-9]+[.、])/, '')
    .startsWith('项目支出');
}

/** Whether a form is of a department as a whole, by what it is called. */
export const isDepartment = (kind: string): boolean => kind.startsWith('部门');

/** The money of a 自评表 that stands in a file; `null` for a table of targets. */
export function moneyOf(side: Side, snapshot: SheetSnapshot, file: string): FormMoney | null {
  const { form, sheet } = side;
  if (form === null) return null;
  const department = isDepartment(side.name);
  const lines = form.budget?.lines ?? [];
  const line = department ? lines.find(isProjects) : lines.find(({ role }) => role === 'total');
  const amounts = blockAmounts(form);
  const yuan = (kind: 'budget' | 'spent'): Yuan | null => {
    const amount = amounts.find((one) => one.line === line && one.kind === kind && !one.initial);
    return amount === undefined ? null : { yuan: amount.yuan.toString(), cell: amount.at };
  };
  return {
    identity: identityOf(side),
    file,
    sheet,
    department,
    project: side.project?.value ?? '',
    cell: side.project?.at ?? { row: form.area.row, column: form.area.column },
    budget: yuan('budget'),
    spent: yuan('spent'),
    listed: department ? projectsNamed(snapshot, form.area) : [],
    items: measuredItems(side),
  };
}

/** One sum held against the department's figure. */
export interface SumHeld {
  readonly what: 'budget' | 'spent';
  readonly verdict: 'agrees' | 'differs' | 'asks';
  readonly cell: CellRef;
  /** What the department's form says there: 300 万元. */
  readonly whole: string;
  /** One sentence with the arithmetic. */
  readonly message: string;
}

/** A department's form held against those of its projects: what differs stands in the department's. */
export interface ProjectsHeld extends Contrast {
  readonly sums: readonly SumHeld[];
  /** Projects whose money is counted. */
  readonly counted: number;
  /** Why others are not, one sentence each. */
  readonly left: readonly string[];
}

const WAN = 10_000;
/** What rounding to 0.01万元 may come to in each project. */
const ROUNDING = 50;

const inWan = (yuan: Decimal): string => `${formatFigure(yuan.div(WAN).toDecimalPlaces(4))} 万元`;

const SAID = { budget: '预算数', spent: '执行数' } as const;

/** Whether a project is of a department: the organisation that carries it out or the one over it is the department itself. */
export function isOf({ organisation }: Identity, project: Identity): boolean {
  const names = [project.organisation, project.department].filter((one) => one !== '');
  return organisation === '' || names.length === 0 || names.includes(organisation);
}

/**
 * Holds what projects' forms say was planned and spent against the 项目支出 of their department's form. More than the
 * department has is wrong; less may be a project without a form. Forms of other years or other units are not counted.
 */
export function againstProjects(department: FormMoney, projects: readonly FormMoney[]): ProjectsHeld {
  const { year } = department.identity;
  const left: string[] = [];
  const seen = new Set<string>();
  const own = projects.filter(({ identity, project }) => {
    const name = quote(project === '' ? '没有项目名称的自评表' : project);
    const otherYear = year !== null && identity.year !== null && identity.year !== year;
    const otherUnit = !isOf(department.identity, identity);
    const twice = identity.project !== '' && seen.has(identity.project);
    if (otherYear) left.push(`${name}是 ${identity.year} 年度的，没有计入`);
    else if (otherUnit) left.push(`${name}的单位与部门不同，没有计入`);
    else if (twice) left.push(`${name}收到不止一份，只计一次`);
    else seen.add(identity.project);
    return !otherYear && !otherUnit && !twice;
  });
  const sums = (['budget', 'spent'] as const).flatMap((what): SumHeld[] => {
    const whole = department[what];
    const parts = own.flatMap((project) => project[what] ?? []);
    if (whole === null || parts.length === 0) return [];
    const unknown = own.filter((project) => project[what] === null);
    for (const { project } of unknown) left.push(`${quote(project)}的${SAID[what]}读不出，没有计入`);
    const sum = parts.reduce((total, { yuan }) => total.plus(yuan), new Decimal(0));
    const more = sum.minus(whole.yuan);
    const rounded = more.abs().lte(ROUNDING * (parts.length + 1));
    const said = inWan(new Decimal(whole.yuan));
    const message = `${parts.length} 个项目的${SAID[what]}合计 ${inWan(sum)}，部门的项目支出${SAID[what]}为 ${said}`;
    const one = { what, cell: whole.cell, whole: said };
    if (rounded) return [{ ...one, verdict: 'agrees', message: `${message}，一致。` }];
    const gap = inWan(more.abs());
    if (more.isPositive())
      return [{ ...one, verdict: 'differs', message: `${message}，项目比部门多 ${gap}，请核实。` }];
    return [{ ...one, verdict: 'asks', message: `${message}，少 ${gap}，请核实是否有项目没有自评表。` }];
  });
  const contrast = new Contrasted<Pick<FormMoney, 'sheet'>>(department, department);
  for (const { what, verdict, cell, message, whole } of sums) {
    const [kind, severity] = [`projects-${what}`, verdict === 'differs' ? 'warning' : 'info'] as const;
    contrast.hold('money', null, { at: cell, text: whole }, verdict === 'agrees', { kind, severity, message });
  }
  holdListing(contrast, department, own);
  holdIndicators(contrast, department, own);
  return { sums, held: contrast.held, differences: contrast.differences, counted: own.length, left };
}

/** Whether two names are of one project: the same, or one is the other with 项目 or 经费 behind it. */
function sameProject(one: string, other: string): boolean {
  const bare = (name: string) => plainName(name).replace(/(?:项目|专项|经费|资金|工作)+$/, '');
  return bare(one) !== '' && bare(one) === bare(other);
}

type Listing = Contrasted<Pick<FormMoney, 'sheet'>>;

/** Projects that the department names and that have no form, and the reverse; nothing where it has no list of them. */
function holdListing(contrast: Listing, { listed }: FormMoney, projects: readonly FormMoney[]): void {
  if (listed.length === 0) return;
  const received = projects.filter(({ project }) => project !== '');
  for (const { name, cell } of listed) {
    const there = received.some(({ project }) => sameProject(project, name));
    const message = `部门的表里列了${quote(name)}，没有收到它的自评表，请核实。`;
    if (there) contrast.hold('name', null, { at: cell, text: name }, true, { kind: 'no-form', message });
    else contrast.alone(null, { at: cell, text: name }, { kind: 'no-form', message });
  }
  for (const { project, file, sheet, cell } of received) {
    if (listed.some(({ name }) => sameProject(project, name))) continue;
    const message = `收到${quote(project)}的自评表，部门的表里没有列这个项目，请核实。`;
    contrast.alone({ file, sheet, at: cell, text: project }, null, { kind: 'not-listed', message });
  }
}

/** Names that stand in any form, whatever the project: 项目完成率, 服务对象满意度. */
const ANYONES = /满意|完成率|及时率|合格率|达标率|到位率|执行率|控制率|合规|按[时期]|成本|预算|资金|经费/;
const SHORTEST_NAME = 4;

/**
 * Indicators that stand in the department's form and in one project's. What stands in several may be a sum of them, and a
 * name that any form has says nothing.
 */
function holdIndicators(contrast: Listing, { items }: FormMoney, projects: readonly FormMoney[]): void {
  for (const own of items) {
    const name = plainName(own.name);
    if (name.length < SHORTEST_NAME || ANYONES.test(name)) continue;
    const there = projects.flatMap((project) =>
      project.items.filter((item) => plainName(item.name) === name).map((item) => ({ project, item })),
    );
    const [one, ...others] = there;
    if (one === undefined || others.length > 0) continue;
    for (const [what, words] of [
      ['target', '指标值'],
      ['actual', '完成值'],
    ] as const) {
      const [mine, theirs] = [own[`${what}Key`], one.item[`${what}Key`]];
      if (mine === '' || theirs === '') continue;
      const { file, sheet, project } = one.project;
      const was = { file, sheet, at: one.item.cells[what], text: one.item[what] };
      contrast.hold(what, was, { at: own.cells[what], text: own[what] }, mine === theirs, {
        kind: 'figures',
        message: `${quote(own.name)}的${words}，部门的表写${quote(own[what])}，${quote(project)}的自评表写${quote(was.text)}，请核实是否同一项指标。`,
      });
    }
  }
}

/** Headings over a column of projects, and those of the columns beside it. */
const LIST_HEADING =
  /^(?:项目(?:支出)?名称|任务名称|专项名称|重点(?:项目|任务)(?:名称)?|主要(?:任务|项目)(?:名称)?|项目)$/;
const BESIDE = /预算|执行|金额|资金|支出|主要内容|完成情况/;
const NO_PROJECT = /^(?:合计|小计|总计|其他|其中|一级指标|无|-+|—+)$|[:：]$/;
/** The table of indicators begins. */
const NEXT_TABLE = /^(?:[一二三]级指标|指标名称|年度指标值|年度(?:总体)?目标)/;
const LONGEST_PROJECT = 60;

/** The projects in a form's list of them: the names below a heading that has amounts or contents beside it. */
function projectsNamed({ texts, origin }: SheetSnapshot, { row, rowCount }: Area): Named[] {
  const at = (line: number, column: number) => compact(texts[line]?.[column] ?? '');
  const [first, end] = [row - origin.row, row - origin.row + rowCount];
  for (let line = first; line < end; line++) {
    const headings = texts[line] ?? [];
    const column = headings.findIndex((text) => LIST_HEADING.test(compact(text)));
    const beside = headings.some((text, other) => other > column && text.length <= 20 && BESIDE.test(text));
    if (column < 0 || !beside) continue;
    const named: Named[] = [];
    for (let below = line + 1; below < end; below++) {
      const name = at(below, column);
      if (name === '' || name.length > LONGEST_PROJECT || LIST_HEADING.test(name)) break;
      if ((texts[below] ?? []).some((text) => NEXT_TABLE.test(compact(text)))) break;
      if (/^(?:合计|小计|总计)$/.test(name)) continue;
      if (NO_PROJECT.test(name)) break;
      named.push({ name, cell: { row: below + origin.row, column: column + origin.column } });
    }
    if (named.length > 0) return named;
  }
  return [];
}

/** A department's form held against those of its projects, as plain data; `null` where it has no money or indicators. */
export function recordOfProjects(
  side: Side,
  snapshot: SheetSnapshot,
  projects: readonly FormMoney[],
  index: number,
): ComparisonRecord | null {
  const own = moneyOf(side, snapshot, '');
  if (own === null) return null;
  const { held, differences } = againstProjects(own, projects);
  const none = { unheld: [], mistaken: '', figures: [] };
  const record = { kind: 'projects', now: sideRecord(side), held, differences, ...none } as const;
  return { ...record, findings: placedFindings(record, side.form, index, '') };
}
