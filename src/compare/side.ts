import type { Decimal } from 'decimal.js';
import { isOwnSheet } from '../advice/ownSheets';
import { formKind } from '../form/kind';
import type { ColumnAnswer, EvaluationForm, FigureCell, FormNarrative, Located } from '../form/model';
import { recognise } from '../form/recognise';
import { departmentIn, projectIn } from '../form/headFields';
import { recogniseTargets, type TargetTable } from '../form/targets';
import type { SheetSnapshot } from '../sheet/snapshot';

/** An amount of one side, e.g. its 年初预算数. */
export interface Money {
  readonly label: string;
  readonly amount: FigureCell;
  /** Yuan in one unit of the amount; `null` where none is named. */
  readonly moneyUnit: Decimal | null;
}

/** What is held against another: a 自评表 (`form`) or a 绩效目标申报表 or 批复表 (`targets`). */
export interface Side extends FormNarrative, Pick<EvaluationForm, 'sheet' | 'year' | 'organisation' | 'indicators'> {
  readonly kind: 'form' | 'targets';
  /** 项目支出绩效自评表, 绩效目标申报表 */
  readonly name: string;
  /** 主管部门, where it is named beside the organisation that carries the project out. */
  readonly department: Located<string> | null;
  readonly project: Located<string> | null;
  /** The year's whole as it was planned: 年初预算数 and 全年预算数, or what was asked for. */
  readonly planned: readonly Money[];
  /** The form itself; `null` for a table of targets. */
  readonly form: EvaluationForm | null;
}

function plannedIn({ budget }: EvaluationForm): Money[] {
  const line = budget?.lines.find(({ role }) => role === 'total');
  if (budget === null || line === undefined) return [];
  const { moneyUnit } = budget;
  return [
    ...(line.initial?.state === 'figure' ? [{ label: '年初预算数', amount: line.initial, moneyUnit }] : []),
    ...(line.budget?.state === 'figure' ? [{ label: '全年预算数', amount: line.budget, moneyUnit }] : []),
  ];
}

/** A recognised form as a side; the snapshot is the sheet that it was found in. */
export function sideOfForm(form: EvaluationForm, snapshot: SheetSnapshot): Side {
  const { sheet, year, organisation, indicators } = form;
  return {
    kind: 'form',
    name: formKind(form),
    sheet,
    year,
    organisation,
    department: departmentIn(snapshot, form.area),
    project: projectIn(snapshot, form.area),
    ...form.narrative,
    planned: plannedIn(form),
    indicators,
    form,
  };
}

function sideOfTargets({ kind, money, ...table }: TargetTable): Side {
  const planned = money === null ? [] : [{ ...money, label: money.label.value }];
  const none = { department: null, completion: null, shortfallReason: null, form: null };
  return { ...table, ...none, kind: 'targets', name: kind, planned };
}

/** Everything in a sheet that can be held against another form: its 自评表 first, then its tables of targets. */
export function sidesIn(snapshot: SheetSnapshot, columns: readonly ColumnAnswer[] = []): readonly Side[] {
  return sidesOf(snapshot, recognise(snapshot, columns).forms);
}

/** The same of a sheet in which the forms were recognised before. */
export function sidesOf(snapshot: SheetSnapshot, forms: readonly EvaluationForm[]): readonly Side[] {
  if (isOwnSheet(snapshot)) return [];
  return [
    ...forms.map((form) => sideOfForm(form, snapshot)),
    ...recogniseTargets(
      snapshot,
      forms.map(({ area }) => area),
    ).map(sideOfTargets),
  ];
}
