import { formatArea } from '../../../sheet/address';
import type { Actor, WorkbookChange } from '../cell';
import type { RichContext } from './context';
import { EVENT, WORKBOOK_TARGET, type EventEntry } from './protocol';

const CATEGORY = 65_536;

function source(by: Actor): string {
  return by === 'remote' ? 'Remote' : 'Local';
}

interface Raised {
  readonly event: number;
  readonly message: Readonly<Record<string, unknown>>;
}

/** The event that a change raises; `null` where Excel tells nothing of it. */
function raised(change: WorkbookChange): Raised | null {
  switch (change.kind) {
    case 'cells':
      return {
        event: EVENT.changed,
        message: {
          changeType: change.change,
          source: source(change.by),
          triggerSource: change.by === 'addin' ? 'ThisLocalAddin' : 'Unknown',
          address: formatArea(change.area),
          shiftDirection: 'None',
        },
      };
    case 'selection':
      return { event: EVENT.selectionChanged, message: { address: formatArea(change.area) } };
    case 'activated':
      return { event: EVENT.activated, message: {} };
    case 'sheetAdded':
      return { event: EVENT.added, message: { source: source(change.by) } };
    case 'sheetDeleted':
      return { event: EVENT.deleted, message: { source: source(change.by) } };
    case 'sheetRenamed':
      return {
        event: EVENT.nameChanged,
        message: { nameBefore: change.before, nameAfter: change.after, source: 'Local' },
      };
    case 'comments':
    case 'editing':
    case 'formats':
    case 'merges':
    case 'protection':
    case 'settings':
      return null;
  }
}

/** The event messages that a change raises for those handlers which the add-in has registered. */
export function eventEntries(
  context: RichContext,
  change: WorkbookChange,
  nextId: () => number,
): readonly EventEntry[] {
  const found = raised(change);
  if (found === null || !('sheetId' in change) || !context.listensTo(found.event)) return [];
  const message = JSON.stringify({ worksheetId: change.sheetId, ...found.message });
  const entry = { messageCategory: CATEGORY, messageType: found.event, targetId: WORKBOOK_TARGET, message };
  return [{ ...entry, id: nextId(), isRemoteOverride: false }];
}
