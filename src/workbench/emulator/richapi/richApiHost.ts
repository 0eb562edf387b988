import type { WorkbookChange } from '../cell';
import type { EmulatedWorkbook } from '../workbook';
import { RichContext } from './context';
import { eventEntries } from './events';
import { Interpreter } from './interpreter';
import { ApiError, type Batch, type BatchAnswer, type EventEntry, type RichObject } from './protocol';
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

/** One request as a test looks at it afterwards. */
export interface LoggedRequest {
  /** `cleanup`: the client only gave back references, which it does by itself after each run. */
  readonly kind: 'sync' | 'cleanup';
  readonly actions: number;
  readonly requestBytes: number;
  readonly responseBytes: number;
  /** Something in the workbook changed. */
  readonly wrote: boolean;
  /** The code of the error that it was answered with. */
  readonly error: string | null;
}

export interface FailurePlan {
  readonly code: string;
  /** The action that fails, those before it being done; without it the host refuses the request as a whole. */
  readonly actionIndex?: number;
  readonly message?: string;
  /** The request is carried out whole and its answer is lost; what is told is `code`. */
  readonly answerLost?: boolean;
  /** How many requests pass before the one that fails. */
  readonly after?: number;
}

function isRefusal(code: string): code is RefusalCode {
  return Object.hasOwn(REFUSALS, code);
}

/** The server side of Office.js for one emulated workbook. */
export class RichApiHost {
  /** Every request since the last `log.length = 0`. */
  readonly log: LoggedRequest[] = [];
  private readonly context: RichContext;
  private readonly interpreter: Interpreter;
  private readonly listeners = new Set<(entries: readonly EventEntry[]) => void>();
  private failure: FailurePlan | null = null;
  private passed = 0;
  private lastEvent = 0;
  private changes = 0;

  constructor(readonly workbook: EmulatedWorkbook) {
    this.context = new RichContext(workbook);
    const root = { type: 'Workbook', navigate: { Worksheets: () => worksheetsObject(this.context) } };
    this.interpreter = new Interpreter(root, SERVICES);
    workbook.onChange((change) => this.announce(change));
  }

  /** Requests that were not only the client's own cleaning up. */
  get syncs(): readonly LoggedRequest[] {
    return this.log.filter(({ kind }) => kind === 'sync');
  }

  get heldReferences(): number {
    return this.interpreter.referenceCount;
  }

  /** Hands out event messages until the returned function is called. */
  onEvents(listener: (entries: readonly EventEntry[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Makes one of the next requests fail once. */
  failNext(plan: FailurePlan): void {
    this.failure = plan;
    this.passed = 0;
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
    const cleanup = isCleanup(batch);
    const changesBefore = this.changes;
    const execution = this.carryOut(body, batch, cleanup);
    const responseBytes = execution.kind === 'answer' ? bytes(JSON.stringify(execution.body)) : 0;
    const tooLarge = responseBytes > PAYLOAD_LIMIT;
    const outcome = tooLarge ? refused('ResponsePayloadSizeLimitExceeded') : execution;
    this.log.push({
      kind: cleanup ? 'cleanup' : 'sync',
      actions: batch.Actions.length,
      requestBytes: bytes(body),
      responseBytes,
      wrote: this.changes > changesBefore,
      error: outcome.kind === 'refused' ? outcome.code : (outcome.body.Error?.Code ?? null),
    });
    return outcome;
  }

  private carryOut(body: string, batch: Batch, cleanup: boolean): Execution {
    if (this.workbook.editing !== null) return refused('InvalidOperationInCellEditMode');
    if (bytes(body) > PAYLOAD_LIMIT) return refused('RequestPayloadSizeLimitExceeded');
    const plan = cleanup ? null : this.failureDue();
    if (plan?.answerLost === true) {
      this.interpreter.run(batch);
      return refused(isRefusal(plan.code) ? plan.code : 'InvalidOrTimedOutSession');
    }
    if (plan !== null && plan.actionIndex === undefined && isRefusal(plan.code)) return refused(plan.code);
    const failure = plan && {
      actionIndex: plan.actionIndex ?? 0,
      error: new ApiError(plan.code, plan.message ?? 'This request was told to fail.', 500),
    };
    return { kind: 'answer', body: this.interpreter.run(batch, failure) };
  }

  /** The planned failure, once as many requests have passed as it lets pass; it comes once. */
  private failureDue(): FailurePlan | null {
    const plan = this.failure;
    if (plan !== null && this.passed < (plan.after ?? 0)) {
      this.passed += 1;
      return null;
    }
    this.failure = null;
    return plan;
  }

  private announce(change: WorkbookChange): void {
    this.changes += change.kind === 'selection' || change.kind === 'activated' || change.kind === 'editing' ? 0 : 1;
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

function readBatch(body: string): Batch {
  const batch: unknown = JSON.parse(body);
  if (!isBatch(batch)) throw new Error(`no batch of Office.js: ${body.slice(0, 80)}`);
  return batch;
}

/** Only gives references back, after naming the root object on which that is done. */
function isCleanup({ Actions }: Batch): boolean {
  const releases = Actions.filter(({ Name }) => Name === '_RemoveReference').length;
  return releases > 0 && Actions.every(({ Name, ActionType }) => Name === '_RemoveReference' || ActionType === 1);
}

function refused(code: RefusalCode): Execution {
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
