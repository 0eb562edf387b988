import { compareSides } from '../../compare';
import { partnersByKind } from '../../compare/pairing';
import { reviewWith } from '../../compare/received';
import { foundSides, recordOfComparison, type FoundSide } from '../../compare/record';
import { sideOfForm, sidesIn, type Side } from '../../compare/side';
import type { SheetInfo } from '../../host/host';
import type { BatchStore } from '../batch/store';
import type { Session } from '../session/session';
import type { OtherForm } from '../session/state';

/** What is said of a file or sheet in which there is nothing to hold a form against. */
export const NOTHING = '没有认出绩效目标申报（批复）表或自评表';

const GONE = '表已经改动，请重新核查后再核对';

/** A form or table of targets as what the form at a place of its sheet is held against. */
function otherForm(name: string, old: Side, place: number): OtherForm {
  return {
    name,
    hold: ({ form, snapshot }) => recordOfComparison(compareSides(old, sideOfForm(form, snapshot)), place),
    merge: reviewWith,
  };
}

/** What of another sheet or file goes with the form: what fits by project, unit and year, else the only one of its kind. */
function partnersIn(session: Session, place: number, others: readonly FoundSide[]): readonly FoundSide[] {
  const { view } = session.getSnapshot();
  const own = view.kind === 'reviewed' ? view.forms[place]?.own : undefined;
  const [now] = own === undefined ? [] : foundSides([sideOfForm(own.form, own.snapshot)]);
  if (now === undefined) throw new Error(GONE);
  const identities = others.map(({ identity }) => identity);
  const fitting = partnersByKind(identities, [now.identity]).flatMap(({ old }) => others[old ?? -1] ?? []);
  if (fitting.length > 0) return fitting;
  const only = (['targets', 'form'] as const)
    .map((kind) => others.filter(({ identity }) => identity.kind === kind))
    .find((one) => one.length === 1);
  if (only !== undefined) return only;
  if (others.length === 0) throw new Error(NOTHING);
  throw new Error(`有 ${others.length} 张表可以核对，项目名称、单位和年度都对不上，分不清是哪一张`);
}

/** What of another sheet of the workbook a form is held against. Rejects with an `Error` or a `HostError`. */
export async function formsInSheet(
  session: Session,
  sheet: SheetInfo,
  name: string,
  place: number,
): Promise<OtherForm[]> {
  const snapshot = await session.readOther(sheet);
  const sides = sidesIn(snapshot, session.columnsOf(snapshot.name));
  const partners = partnersIn(session, place, foundSides(sides));
  return partners.flatMap(({ index }) => sides.slice(index, index + 1).map((old) => otherForm(name, old, place)));
}

/** A form or table of targets in a file, which a worker opens. */
export async function formInFile(
  batch: Pick<BatchStore, 'run'>,
  file: File,
  { side, index }: FoundSide,
  name: string,
  place: number,
): Promise<OtherForm> {
  const answer = await batch.run({ kind: 'sheet', place: { source: file, sheet: side.sheet, index } });
  const old = answer.kind === 'sheet' ? sidesIn(answer.snapshot)[index] : undefined;
  if (old === undefined) throw new Error(answer.kind === 'failed' ? answer.sentence : GONE);
  return otherForm(name, old, place);
}

/** What of a file a form is held against; it is read by a worker. Rejects as `formsInSheet` does. */
export async function formsInFile(session: Session, file: File, place: number): Promise<OtherForm[]> {
  const { theBatch } = await import('../batch/theBatch');
  const known = await theBatch.run({ kind: 'identify', file });
  if (known.kind === 'failed') throw new Error(known.sentence);
  const partners = partnersIn(session, place, known.kind === 'identified' ? known.sides : []);
  return Promise.all(partners.map((found) => formInFile(theBatch, file, found, file.name, place)));
}
