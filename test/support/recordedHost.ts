import type { CellRef } from '../../src/sheet/snapshot';
import { type EmulatedSheet, type EmulatedWorkbook, RichApiHost, USER_NAME } from '../../src/workbench/emulator';
import { type Execution, isRefusal, readBatch, refused } from '../../src/workbench/emulator/richapi/richApiHost';
import type { Batch } from '../../src/workbench/emulator/richapi/protocol';

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
  /** The request is carried out whole and its answer is lost; what is told is `code`. */
  readonly answerLost?: boolean;
  /** How many requests pass before the one that fails. */
  readonly after?: number;
}

/** The server side of Office.js that counts its requests, and fails where a test says so. */
export class RecordedHost extends RichApiHost {
  /** Every request since the last `log.length = 0`. */
  readonly log: LoggedRequest[] = [];
  private failure: FailurePlan | null = null;
  private passed = 0;
  private changes = 0;

  constructor(workbook: EmulatedWorkbook) {
    super(workbook);
    workbook.onChange(({ kind }) => {
      this.changes += kind === 'selection' || kind === 'activated' || kind === 'editing' ? 0 : 1;
    });
  }

  /** Requests that were not only the client's own cleaning up. */
  get syncs(): readonly LoggedRequest[] {
    return this.log.filter(({ kind }) => kind === 'sync');
  }

  /** How many objects the add-in still holds: none once all its batches are done. */
  get heldReferences(): number {
    return this.interpreter.referenceCount;
  }

  /** Makes one of the next requests fail once. */
  failNext(plan: FailurePlan): void {
    this.failure = plan;
    this.passed = 0;
  }

  override execute(body: string): Execution {
    const batch = readBatch(body);
    const cleanup = isCleanup(batch);
    const before = this.changes;
    const plan = cleanup || this.workbook.editing !== null ? null : this.failureDue();
    const outcome = plan === null ? super.execute(body) : this.failing(plan, body, batch);
    this.log.push({
      kind: cleanup ? 'cleanup' : 'sync',
      actions: batch.Actions.length,
      requestBytes: Buffer.byteLength(body),
      responseBytes: outcome.kind === 'answer' ? Buffer.byteLength(JSON.stringify(outcome.body)) : 0,
      wrote: this.changes > before,
      error: outcome.kind === 'refused' ? outcome.code : (outcome.body.Error?.Code ?? null),
    });
    return outcome;
  }

  private failing({ code, actionIndex, answerLost = false }: FailurePlan, body: string, batch: Batch): Execution {
    if (answerLost) super.execute(body);
    if (answerLost || (actionIndex === undefined && isRefusal(code)))
      return refused(isRefusal(code) ? code : 'InvalidOrTimedOutSession');
    const outcome = super.execute(JSON.stringify(broken(batch, actionIndex ?? 0)));
    if (outcome.kind === 'refused' || outcome.body.Error?.Code !== 'NotImplemented') return outcome;
    const error = { ...outcome.body.Error, Code: code, Message: 'This request was told to fail.', HttpStatusCode: 500 };
    return { kind: 'answer', body: { ...outcome.body, Error: error } };
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
}

/** A batch of which one action is of a kind that nobody knows. */
function broken({ Actions, ObjectPaths }: Batch, at: number): Batch {
  const [root, kind] = [-1, 0];
  return {
    Actions: Actions.map((action, index) =>
      index === at ? { ...action, ActionType: kind, ObjectPathId: root } : action,
    ),
    ObjectPaths: { ...ObjectPaths, [root]: { ObjectPathType: 1, Name: '' } },
  };
}

/** Only gives references back, after naming the root object on which that is done. */
function isCleanup({ Actions }: Batch): boolean {
  const releases = Actions.filter(({ Name }) => Name === '_RemoveReference').length;
  return releases > 0 && Actions.every(({ Name, ActionType }) => Name === '_RemoveReference' || ActionType === 1);
}

/** A person comments on a cell, or replies where there is a comment. */
export function userComment(
  workbook: EmulatedWorkbook,
  sheet: EmulatedSheet,
  cell: CellRef,
  content: string,
  author = USER_NAME,
): void {
  const post = { id: workbook.newId(), author, content };
  const existing = sheet.commentAt(cell);
  const others = sheet.comments.filter((comment) => comment !== existing);
  const comment =
    existing === null ? { ...post, cell, replies: [] } : { ...existing, replies: [...existing.replies, post] };
  workbook.setComments(sheet, [...others, comment]);
}
