import { compareSides } from '../../compare';
import { partnersByKind } from '../../compare/pairing';
import { foundSides, recordOfComparison, type ComparisonRecord, type FoundSide } from '../../compare/record';
import { sidesIn } from '../../compare/side';
import type { SheetInfo } from '../../host/host';
import type { SheetSnapshot } from '../../sheet/snapshot';
import type { SidePlace } from '../batch/protocol';
import type { Session } from '../session/session';
import { NOTHING } from './store';

const GONE = '表已经改动，请重新核查后再核对';

function openForm(session: Session, chosen: number): { readonly place: SidePlace; readonly found: FoundSide } {
  const snapshot = session.snapshot();
  const columns = snapshot === null ? [] : session.columnsOf(snapshot.name);
  const found = snapshot === null ? undefined : foundSides(sidesIn(snapshot, columns))[chosen];
  if (snapshot === null || found === undefined) throw new Error(GONE);
  return { place: { source: snapshot, sheet: snapshot.name, index: chosen, columns }, found };
}

/** What of another sheet or file goes with the form: what fits by project, unit and year, else the only one of its kind. */
function partnersOf(now: FoundSide, others: readonly FoundSide[]): readonly FoundSide[] {
  const identities = others.map(({ identity }) => identity);
  const fitting = partnersByKind(identities, [now.identity]).flatMap(({ old }) => others[old ?? -1] ?? []);
  if (fitting.length > 0) return fitting;
  const [targets, forms] = (['targets', 'form'] as const).map((kind) =>
    others.filter(({ identity }) => identity.kind === kind),
  );
  const only = [targets, forms].find((one) => one?.length === 1);
  if (only !== undefined) return only;
  if (others.length === 0) throw new Error(NOTHING);
  throw new Error(`有 ${others.length} 张表可以核对，项目名称、单位和年度都对不上，分不清是哪一张`);
}

/** The open form held against another sheet of its workbook. Rejects with an `Error` or a `HostError`. */
export async function againstSheet(session: Session, other: SheetInfo, chosen: number): Promise<ComparisonRecord[]> {
  const { place, found } = openForm(session, chosen);
  const snapshot: SheetSnapshot = await session.readOther(other);
  const sides = sidesIn(snapshot, session.columnsOf(snapshot.name));
  const now = sidesIn(session.snapshot() ?? snapshot, place.columns)[chosen];
  if (now === undefined) throw new Error(GONE);
  return partnersOf(found, foundSides(sides)).flatMap(({ index }) => {
    const old = sides[index];
    return old === undefined ? [] : [recordOfComparison(compareSides(old, now))];
  });
}

/** The open form held against a file, which is read by a worker. Rejects as `againstSheet` does. */
export async function againstFile(session: Session, file: File, chosen: number): Promise<ComparisonRecord[]> {
  const { place, found } = openForm(session, chosen);
  const { theBatch } = await import('../batch/theBatch');
  const known = await theBatch.run({ kind: 'identify', file });
  if (known.kind === 'failed') throw new Error(known.sentence);
  const sides = known.kind === 'identified' ? known.sides : [];
  const answers = await Promise.all(
    partnersOf(found, sides).map(({ side, index }) =>
      theBatch.run({ kind: 'compare', now: place, old: { source: file, sheet: side.sheet, index } }),
    ),
  );
  return answers.map((answer) => {
    if (answer.kind === 'compared') return answer.comparison;
    throw new Error(answer.kind === 'failed' ? answer.sentence : GONE);
  });
}
