import { Decimal } from 'decimal.js';
import type { BudgetLine, FigureCell } from '../form/model';
import { formatFigure } from '../sheet/format';
import { quote } from '../sheet/quote';
import type { CellRef } from '../sheet/snapshot';
import { identityOf, type Identity } from './pairing';
import type { Side } from './side';

/** An amount in yuan, as a decimal string, and where it stands. */
export interface Yuan {
  readonly yuan: string;
  readonly cell: CellRef;
}

/** The money of a form as plain data: of a department's form its 项目支出, of a project's the whole. */
export interface FormMoney {
  readonly identity: Identity;
  readonly department: boolean;
  readonly project: string;
  readonly budget: Yuan | null;
  readonly spent: Yuan | null;
}

function isProjects({ label }: BudgetLine): boolean {
  return label.value
    .replace(/[\s:：]/g, '')
    .replace(/^(?:其中|[0-9]+[.、])/, '')
    .startsWith('项目支出');
}

/** The money of a 自评表; `null` for a table of targets. */
export function moneyOf(side: Side): FormMoney | null {
  const { form } = side;
  if (form === null) return null;
  const department = side.name.startsWith('部门');
  const lines = form.budget?.lines ?? [];
  const line = department ? lines.find(isProjects) : lines.find(({ role }) => role === 'total');
  const unit = form.budget?.unit ?? null;
  const yuan = (cell: FigureCell | null | undefined): Yuan | null =>
    cell?.state !== 'figure' || cell.value === null || unit === null
      ? null
      : { yuan: cell.value.times(unit).toString(), cell: cell.cell };
  return {
    identity: identityOf(side),
    department,
    project: side.project?.value ?? '',
    budget: yuan(line?.budget),
    spent: yuan(line?.spent),
  };
}

/** One sum held against the department's figure. */
export interface SumHeld {
  readonly what: 'budget' | 'spent';
  readonly verdict: 'agrees' | 'differs' | 'asks';
  readonly cell: CellRef;
  /** One sentence with the arithmetic. */
  readonly message: string;
}

export interface ProjectsHeld {
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

/**
 * Holds what projects' forms say was planned and spent against the 项目支出 of their department's form. More than the
 * department has is wrong; less may be a project without a form. Forms of other years or other units are not counted.
 */
export function againstProjects(department: FormMoney, projects: readonly FormMoney[]): ProjectsHeld {
  const { unit, year } = department.identity;
  const left: string[] = [];
  const seen = new Set<string>();
  const own = projects.filter(({ identity, project }) => {
    const name = quote(project === '' ? '没有项目名称的自评表' : project);
    const otherYear = year !== null && identity.year !== null && identity.year !== year;
    const otherUnit = unit !== '' && identity.unit !== '' && identity.unit !== unit;
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
    const message = `${parts.length} 个项目的${SAID[what]}合计 ${inWan(sum)}，部门的项目支出${SAID[what]}为 ${inWan(new Decimal(whole.yuan))}`;
    if (rounded) return [{ what, verdict: 'agrees', cell: whole.cell, message: `${message}，一致。` }];
    const gap = inWan(more.abs());
    if (more.isPositive())
      return [{ what, verdict: 'differs', cell: whole.cell, message: `${message}，项目比部门多 ${gap}，请核实。` }];
    return [
      { what, verdict: 'asks', cell: whole.cell, message: `${message}，少 ${gap}，请核实是否有项目没有自评表。` },
    ];
  });
  return { sums, counted: own.length, left };
}
