import type { WorkbookChange } from '../cell';
import type { EmulatedWorkbook } from '../workbook';
import { RichContext } from './context';
import { eventEntries } from './events';
import { Interpreter } from './interpreter';
import type { Batch, BatchAnswer, EventEntry, RichObject } from './protocol';
import { worksheetsObject } from './worksheets';

/** Excel on the web takes and gives at most this much in one request. */
const PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** The flag of a request that is to wait, where a cell is being edited, until that has ended. */
export const DELAY_FOR_CELL_EDIT = 64;

/** Errors by which the host refuses a request as a whole, and the codes that the client makes of their numbers. */
const REFUSALS = {
  InvalidOperationInCellEditMode: 5004,
  InvalidOrTimedOutSession: 5012,
  ActivityLimitReached: 5102,
  RequestPayloadSizeLimitExceeded: 5103,
  ResponsePayloadSizeLimitExceeded: 5104,
  AccessDenied: 7000,
} as const;

type RefusalCode = keyof typeof REFUSALS;

/** What becomes of a request: an answer, or a refusal by the host's error number. */
export type Execution =
  | { readonly kind: 'answer'; readonly body: BatchAnswer }
  | { readonly kind: 'refused'; readonly code: RefusalCode; readonly number: number };

/** Whether the host refuses requests as a whole with that code. */
export function isRefusal(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}

/** The server side of Office.js for one emulated workbook. */
export class RichApiHost {
  private readonly context: RichContext;
  protected readonly interpreter: Interpreter;
  private readonly listeners = new Set<(entries: readonly EventEntry[]) => void>();
  private lastEvent = 0;

  constructor(readonly workbook: EmulatedWorkbook) {
    this.context = new RichContext(workbook);
    const root = { type: 'Workbook', navigate: { Worksheets: () => worksheetsObject(this.context) } };
    this.interpreter = new Interpreter(root, SERVICES);
    workbook.onChange((change) => this.announce(change));
  }

  /** Hands out event messages until the returned function is called. */
  onEvents(listener: (entries: readonly EventEntry[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Settles once nobody types into a cell: what a request waits for that bears `DELAY_FOR_CELL_EDIT`. */
  async idle(): Promise<void> {
    if (this.workbook.editing === null) return;
    await new Promise<void>((resolve) => {
      const stop = this.workbook.onChange(({ kind }) => {
        if (kind !== 'editing' || this.workbook.editing !== null) return;
        stop();
        resolve();
      });
    });
  }

  /** Runs one request, given as the JSON text that the client sends. */
  execute(body: string): Execution {
    const batch = readBatch(body);
    if (this.workbook.editing !== null) return refused('InvalidOperationInCellEditMode');
    if (bytes(body) > PAYLOAD_LIMIT) return refused('RequestPayloadSizeLimitExceeded');
    const answer = this.interpreter.run(batch);
    const tooLarge = bytes(JSON.stringify(answer)) > PAYLOAD_LIMIT;
    return tooLarge ? refused('ResponsePayloadSizeLimitExceeded') : { kind: 'answer', body: answer };
  }

  private announce(change: WorkbookChange): void {
    const entries = eventEntries(this.context, change, () => (this.lastEvent += 1));
    if (entries.length === 0) return;
    // As in Excel an event arrives after the answer to the request that caused it.
    queueMicrotask(() => {
      for (const listener of [...this.listeners]) listener(entries);
    });
  }
}

function isBatch(value: unknown): value is Batch {
  if (typeof value !== 'object' || value === null) return false;
  return 'Actions' in value && Array.isArray(value.Actions) && 'ObjectPaths' in value;
}

/** The batch that a request is. */
export function readBatch(body: string): Batch {
  const batch: unknown = JSON.parse(body);
  if (!isBatch(batch)) throw new Error(`no batch of Office.js: ${body.slice(0, 80)}`);
  return batch;
}

/** The refusal of a request as a whole. */
export function refused(code: RefusalCode): Execution {
  return { kind: 'refused', code, number: REFUSALS[code] };
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** The services outside the workbook that Office.js calls by name: to show the pane, and to say that commands may come. */
const SERVICES: ReadonlyMap<string, RichObject> = new Map([
  [
    'Microsoft.AppRuntime.AppRuntimeService',
    { type: 'AppRuntimeService', call: { SetAppRuntimeState: () => undefined } },
  ],
  [
    'Microsoft.InternalService.AddinInternalService',
    { type: 'AddinInternalService', call: { NotifyActionHandlerReady: () => undefined } },
  ],
]);
