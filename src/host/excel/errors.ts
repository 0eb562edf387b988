import { HostError, type HostErrorCode } from '../host';

/** What was learnt of a sheet before something failed on it. */
export interface Place {
  readonly name: string;
  readonly isProtected: boolean;
}

const BUSY = 'Excel 正忙，没有完成这次操作；请稍等片刻再试一次。';
const LOST = '与 Excel 的连接已失效，没有完成这次操作；请重新打开自评表助手窗格。';
const TOO_LARGE =
  '一次读写的内容超过了 Excel 的限制，没有完成这次操作；请删去表中多余的空白区域，或把工作表拆小后再试。';
const UNSUPPORTED = '当前版本的 Excel 不支持这项操作；请升级到 Excel 2021、Microsoft 365 或网页版后再试。';

/** Excel's error codes and what they mean to the officer. Those of AccessDenied and ItemNotFound name the sheet. */
const KNOWN: ReadonlyMap<string, readonly [HostErrorCode, string]> = new Map([
  ['InvalidOperationInCellEditMode', ['cell-editing', '单元格正在编辑，请按 Enter 或 Esc 结束编辑后再试。']],
  ['RequestPayloadSizeLimitExceeded', ['too-large', TOO_LARGE]],
  ['ResponsePayloadSizeLimitExceeded', ['too-large', TOO_LARGE]],
  ['RangeExceedsLimit', ['too-large', TOO_LARGE]],
  ['ActivityLimitReached', ['busy', BUSY]],
  ['ServiceNotAvailable', ['busy', BUSY]],
  ['RequestAborted', ['busy', BUSY]],
  ['Conflict', ['busy', BUSY]],
  ['FilteredRangeConflict', ['busy', '筛选中的区域不能这样改动，没有完成这次操作；请清除筛选后再试。']],
  ['DialogOpened', ['busy', 'Excel 的对话框还开着，没有完成这次操作；请关闭对话框后再试。']],
  ['WriteNotSupportedWhenModalDialogOpen', ['busy', 'Excel 的对话框还开着，没有完成这次操作；请关闭对话框后再试。']],
  ['InvalidOrTimedOutSession', ['lost', LOST]],
  ['InvalidOrTimedOutSessionMessage', ['lost', LOST]],
  ['InvalidObjectPath', ['lost', LOST]],
  ['InvalidReference', ['lost', '要处理的单元格已不在原处，没有完成这次操作；请重新核查后再试。']],
  ['Unauthenticated', ['lost', LOST]],
  ['ApiNotFound', ['unsupported', UNSUPPORTED]],
  ['ApiNotAvailable', ['unsupported', UNSUPPORTED]],
  ['NotImplemented', ['unsupported', UNSUPPORTED]],
  ['UnsupportedOperation', ['unsupported', UNSUPPORTED]],
  ['UnsupportedSheet', ['unsupported', '这种工作表（如图表工作表）不能核查；请切换到自评表所在的工作表。']],
  ['SheetCollaborationBlocked', ['unsupported', UNSUPPORTED]],
]);

/** The code of an error that Office.js raised; `''` for any other. */
export function codeOf(error: unknown): string {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : '';
  return typeof code === 'string' ? code : '';
}

/** What Excel gives no values of, without an error: more than five million cells at once (office-js 4783, 6781). */
export function tooLarge(): HostError {
  return new HostError('too-large', TOO_LARGE);
}

export function sheetGone(cause?: unknown): HostError {
  return new HostError('sheet-gone', '这张工作表已被删除，没有完成这次操作；请切换到自评表所在的工作表。', { cause });
}

/** Something was deleted between the reading and the writing: by a co-author, or the sheet itself. */
function changedMeanwhile(cause: unknown): HostError {
  const message = '工作表里的内容刚刚被改动或删除，没有完成这次操作；请重新核查后再试。';
  return new HostError('lost', message, { cause });
}

function accessDenied(place: Place | undefined, cause: unknown): HostError {
  if (place?.isProtected === true) {
    const message = `工作表“${place.name}”受保护，内容没有改动；请在“审阅”选项卡中撤销工作表保护后再试。`;
    return new HostError('protected', message, { cause });
  }
  const which = place === undefined ? '工作簿' : `工作表“${place.name}”所在的工作簿`;
  return new HostError('read-only', `${which}不能编辑，内容没有改动；请启用编辑或另存一份后再试。`, { cause });
}

/** Any error as one with a sentence for the officer. */
export function toHostError(error: unknown, place?: Place): HostError {
  if (error instanceof HostError) return error;
  const code = codeOf(error);
  const known = KNOWN.get(code);
  if (known !== undefined) return new HostError(known[0], known[1], { cause: error });
  if (code === 'AccessDenied') return accessDenied(place, error);
  if (code === 'ItemNotFound') return place === undefined ? sheetGone(error) : changedMeanwhile(error);
  const detail = code === '' ? (error instanceof Error ? error.message : String(error)) : code;
  return new HostError('unknown', `Excel 没有完成这次操作（${detail}）；请再试一次，仍不行时重新打开窗格。`, {
    cause: error,
  });
}

/**
 * Refusals that Excel gives before it looks at the first action of a request. A lost session is none: it may be told
 * after everything was done.
 */
const REFUSALS: ReadonlySet<string> = new Set([
  'InvalidOperationInCellEditMode',
  'RequestPayloadSizeLimitExceeded',
  'ActivityLimitReached',
  'AccessDenied',
]);

/** Whether Excel refused a request as a whole: then the error, unlike that of an action, names no place in it. */
export function nothingDone(error: unknown): boolean {
  const cause = error instanceof HostError ? error.cause : error;
  if (!REFUSALS.has(codeOf(cause))) return false;
  const debugInfo: unknown =
    typeof cause === 'object' && cause !== null && 'debugInfo' in cause ? cause.debugInfo : undefined;
  return typeof debugInfo !== 'object' || debugInfo === null || !('errorLocation' in debugInfo);
}
