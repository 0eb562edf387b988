import { formatArea } from '../../../sheet/address';
import type { CellValue } from '../../../sheet/snapshot';
import type { Actor, WorkbookChange } from '../cell';
import type { RichContext } from './context';
import { EVENT, WORKBOOK_TARGET, type EventEntry } from './protocol';

const CATEGORY = 65_536;

function triggerSource(by: Actor): string {
  return by === 'addin' ? 'ThisLocalAddin' : 'Unknown';
}

function source(by: Actor): string {
  return by === 'remote' ? 'Remote' : 'Local';
}

function typeName(value: CellValue | undefined): string {
  if (value === undefined || value === null) return 'Empty';
  return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
}

interface Raised {
  readonly event: number;
  readonly sheetId: string;
  readonly message: Readonly<Record<string, unknown>>;
}

function raised(change: WorkbookChange): readonly Raised[] {
  switch (change.kind) {
    case 'cells': {
      const details =
        change.before === undefined && change.after === undefined
          ? {}
          : {
              valueBefore: change.before ?? '',
              valueAfter: change.after ?? '',
              valueTypeBefore: typeName(change.before),
              valueTypeAfter: typeName(change.after),
            };
      const message = {
        changeType: change.change,
        source: source(change.by),
        triggerSource: triggerSource(change.by),
        worksheetId: change.sheetId,
        address: formatArea(change.area),
        shiftDirection: 'None',
        ...details,
      };
      return [{ event: EVENT.changed, sheetId: change.sheetId, message }];
    }
    case 'selection': {
      const message = { worksheetId: change.sheetId, address: formatArea(change.area) };
      return [{ event: EVENT.selectionChanged, sheetId: change.sheetId, message }];
    }
    case 'activated':
      return [
        { event: EVENT.deactivated, sheetId: change.previousId, message: { worksheetId: change.previousId } },
        { event: EVENT.activated, sheetId: change.sheetId, message: { worksheetId: change.sheetId } },
      ];
    case 'sheetAdded':
    case 'sheetDeleted': {
      const message = { worksheetId: change.sheetId, source: source(change.by) };
      return [{ event: change.kind === 'sheetAdded' ? EVENT.added : EVENT.deleted, sheetId: change.sheetId, message }];
    }
    case 'sheetRenamed': {
      const message = {
        worksheetId: change.sheetId,
        nameBefore: change.before,
        nameAfter: change.after,
        source: 'Local',
      };
      return [{ event: EVENT.nameChanged, sheetId: change.sheetId, message }];
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
