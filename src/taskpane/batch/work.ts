import { recordOf } from '../../advice/record';
import { compareSides } from '../../compare';
import { moneyOf, recordOfProjects } from '../../compare/department';
import { foundSides, recordOfComparison } from '../../compare/record';
import { sidesIn, sidesOf, type Side } from '../../compare/side';
import { HostError } from '../../host/host';
import { annotateWorkbook, openWorkbook, type OpenedWorkbook } from '../../host/file/annotate';
import { LIMITS, tooLarge, unhiding } from '../../host/limits';
import { readWorkbook, shownSheets } from '../../host/file/readWorkbook';
import { review, type ReviewSettings } from '../../review';
import { quote } from '../../sheet/quote';
import type { SheetSnapshot } from '../../sheet/snapshot';
import type { WorkerAnswer, Job, ReadFile, SidePlace } from './protocol';

async function bytesOf(file: File): Promise<Uint8Array> {
  if (file.size > LIMITS.fileBytes) throw tooLarge(file.size);
  return new Uint8Array(await file.arrayBuffer());
}

function read(bytes: Uint8Array, name: string, settings: ReviewSettings): ReadFile {
  const { sheets, annotatable } = readWorkbook(bytes, name);
  const shown = shownSheets(sheets);
  const reviews = shown.map(({ snapshot }) => review(snapshot, settings));
  // What was not read was not checked either.
  const unread = shown.flatMap(({ name: tab, notes }) => notes.map((note) => `工作表${quote(tab)}：${note}`));
  const forms = reviews.flatMap((sheet) =>
    sheet.forms.map((form, index) => {
      const record = recordOf(form, index);
      return { ...record, unchecked: [...unread, ...record.unchecked] };
    }),
  );
  const sides = shown.flatMap(({ snapshot }, at) =>
    foundSides(
      sidesOf(
        snapshot,
        (reviews[at]?.forms ?? []).map(({ form }) => form),
      ),
    ),
  );
  const why = reviews.map(({ none }) => none?.reason).find((reason) => reason !== undefined);
  return {
    forms,
    sides,
    none:
      forms.length > 0
        ? ''
        : [
            why ?? `没有可以核查的工作表：请${unhiding(sheets.every(({ veryHidden }) => veryHidden === true))}后再试`,
            ...unread,
          ].join('。'),
    annotatable,
  };
}

/** The sheets of a file that are not hidden. */
async function snapshotsOf(file: File): Promise<readonly SheetSnapshot[]> {
  const { sheets } = readWorkbook(await bytesOf(file), file.name);
  return shownSheets(sheets).map(({ snapshot }) => snapshot);
}

interface FoundAt {
  readonly side: Side;
  readonly snapshot: SheetSnapshot;
}

async function sideAt({ source, sheet, index }: SidePlace): Promise<FoundAt> {
  const snapshot = (await snapshotsOf(source)).find(({ name }) => name === sheet);
  const side = snapshot === undefined ? undefined : sidesIn(snapshot)[index];
  if (snapshot === undefined || side === undefined) throw changed();
  return { side, snapshot };
}

const changed = (): HostError => new HostError('sheet-gone', '文件在核对时被改动了：请重新选择再核对。');

/** The page reviews it again, by what is chosen there: what that would take too long for is to be stopped here. */
function opened(bytes: Uint8Array, name: string): OpenedWorkbook {
  const workbook = openWorkbook(bytes, name);
  for (const { snapshot } of shownSheets(workbook.file.sheets)) review(snapshot);
  return workbook;
}

async function done(job: Job): Promise<WorkerAnswer> {
  switch (job.kind) {
    case 'read':
      return { kind: 'read', read: read(await bytesOf(job.file), job.file.name, job.settings) };
    case 'identify':
      return {
        kind: 'identified',
        sides: (await snapshotsOf(job.file)).flatMap((snapshot) => foundSides(sidesIn(snapshot))),
      };
    case 'compare': {
      const [old, now] = [await sideAt(job.old), await sideAt(job.now)];
      return { kind: 'compared', comparison: recordOfComparison(compareSides(old.side, now.side), job.now.index) };
    }
    case 'sheet':
      return { kind: 'sheet', snapshot: (await sideAt(job.place)).snapshot };
    case 'money': {
      const { side, snapshot } = await sideAt(job.place);
      const money = moneyOf(side, snapshot, job.name);
      if (money === null) throw changed();
      return { kind: 'money', money };
    }
    case 'projects': {
      const { side, snapshot } = await sideAt(job.now);
      const comparison = recordOfProjects(side, snapshot, job.projects, job.now.index);
      if (comparison === null) throw changed();
      return { kind: 'compared', comparison };
    }
    case 'open':
      return { kind: 'opened', opened: opened(await bytesOf(job.file), job.file.name) };
    case 'annotate':
      return {
        kind: 'bytes',
        bytes: new Uint8Array(annotateWorkbook(await bytesOf(job.file), new Map(job.comments))),
      };
    case 'workbook': {
      const { reportWorkbook } = await import('../../host/file/reportWorkbook');
      return { kind: 'bytes', bytes: new Uint8Array(await reportWorkbook(job.sheets)) };
    }
  }
}

/** What a person can do about a failure; a file that can't be read must never stop the others. */
function sentenceOf(error: unknown): string {
  if (error instanceof HostError) return error.message;
  if (error instanceof DOMException) return '文件选好以后被改动、移动或删除，读不到：请重新选择。';
  return `读取时出错（${error instanceof Error ? error.message : String(error)}）：请用 Excel 或 WPS 另存为 .xlsx 再试。`;
}

/** Does one job; never rejects: what went wrong is an answer. */
export async function work(job: Job): Promise<WorkerAnswer> {
  try {
    return await done(job);
  } catch (error) {
    return { kind: 'failed', sentence: sentenceOf(error) };
  }
}
