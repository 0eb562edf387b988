import { formatArea } from '../../../sheet/address';
import type { Actor, WorkbookChange } from '../cell';
import { valueType } from '../display';
import type { RichContext } from './context';
import { EVENT, WORKBOOK_TARGET, type EventEntry } from './protocol';

const CATEGORY = 65_536;

function source(by: Actor): string {
  return by === 'remote' ? 'Remote' : 'Local';
}

interface Raised {
  readonly event: number;
  readonly sheetId: string;
  readonly message: Readonly<Record<string, unknown>>;
}

function raise(event: number, sheetId: string, details: Readonly<Record<string, unknown>> = {}): Raised {
  return { event, sheetId, message: { worksheetId: sheetId, ...details } };
}

function raised(change: WorkbookChange): readonly Raised[] {
  switch (change.kind) {
    case 'cells': {
      const { before, after, by, sheetId } = change;
      const details = {
        valueBefore: before ?? '',
        valueAfter: after ?? '',
        valueTypeBefore: valueType(before ?? null),
        valueTypeAfter: valueType(after ?? null),
      };
      const message = {
        changeType: change.change,
        source: source(by),
        triggerSource: by === 'addin' ? 'ThisLocalAddin' : 'Unknown',
        address: formatArea(change.area),
        shiftDirection: 'None',
        ...(before === undefined && after === undefined ? {} : details),
      };
      return [raise(EVENT.changed, sheetId, message)];
    }
    case 'selection':
      return [raise(EVENT.selectionChanged, change.sheetId, { address: formatArea(change.area) })];
    case 'activated':
      return [raise(EVENT.deactivated, change.previousId), raise(EVENT.activated, change.sheetId)];
    case 'sheetAdded':
      return [raise(EVENT.added, change.sheetId, { source: source(change.by) })];
    case 'sheetDeleted':
      return [raise(EVENT.deleted, change.sheetId, { source: source(change.by) })];
    case 'sheetRenamed': {
      const { sheetId, before, after } = change;
      return [raise(EVENT.nameChanged, sheetId, { nameBefore: before, nameAfter: after, source: 'Local' })];
    }
    case 'comments':
    case 'editing':
    case 'formats':
    case 'merges':
    case 'protection':
    case 'settings':
      return [];
  }
}

/** The event messages that a change raises for those handlers which the add-in has registered. */
export function eventEntries(
  context: RichContext,
  change: WorkbookChange,
  nextId: () => number,
): readonly EventEntry[] {
  return raised(change).flatMap(({ event, sheetId, message }) =>
    [sheetId, WORKBOOK_TARGET]
      .filter((target) => context.listensTo(event, target))
      .map((targetId) => ({
        messageCategory: CATEGORY,
        messageType: event,
        targetId,
        message: JSON.stringify(message),
        id: nextId(),
        isRemoteOverride: false,
      })),
  );
}
