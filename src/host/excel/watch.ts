import type { HostEvent } from '../host';
import { parseArea } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { toHostError } from './errors';
import { runReading } from './run';
import { tellsRenames } from './support';

/** The first cell of a selection: `F10:H10`, `A:C`, `5:7`, or several areas at once. */
export function firstCell(address: string): CellRef {
  const first = address.split(',')[0] ?? '';
  const area = parseArea(first);
  if (area !== null) return { row: area.row, column: area.column };
  const [start = ''] = first.replaceAll('$', '').split(':');
  const line = /^\d+$/.test(start) ? parseArea(`A${start}`) : parseArea(`${start}1`);
  return line === null ? { row: 0, column: 0 } : { row: line.row, column: line.column };
}

/** Tells of edits, selections and sheets until the returned function is called. */
export async function watchWorkbook(listener: (event: HostEvent) => void): Promise<() => Promise<void>> {
  const { handlers, first } = await runReading(async (context) => {
    const sheets = context.workbook.worksheets;
    const tellSheets = (): Promise<void> => tell({ kind: 'sheets' });
    const tell = (event: HostEvent): Promise<void> => {
      listener(event);
      return Promise.resolve();
    };
    const changed = sheets.onChanged.add(({ worksheetId, triggerSource }) =>
      tell({ kind: 'edited', sheetId: worksheetId, own: triggerSource === Excel.EventTriggerSource.thisLocalAddin }),
    );
    const others = [
      sheets.onSelectionChanged.add(({ worksheetId, address }) =>
        tell({ kind: 'selected', sheetId: worksheetId, cell: firstCell(address) }),
      ),
      sheets.onActivated.add(({ worksheetId }) => tell({ kind: 'activated', sheetId: worksheetId })),
      sheets.onAdded.add(tellSheets),
      sheets.onDeleted.add(tellSheets),
      ...(tellsRenames() ? [sheets.onNameChanged.add(tellSheets)] : []),
    ];
    await context.sync();
    return { handlers: [changed, ...others], first: changed };
  });
  return async () => {
    try {
      await Excel.run(first.context, async (context) => {
        for (const handler of handlers) handler.remove();
        await context.sync();
      });
    } catch (error) {
      throw toHostError(error);
    }
  };
}
