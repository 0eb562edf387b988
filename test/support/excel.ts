import { readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { ExcelHost } from '../../src/host/excel/excelHost';
import { HostError } from '../../src/host/host';
import {
  DEFAULT_REQUIREMENT_SETS,
  DELAY_FOR_CELL_EDIT,
  EmulatedWorkbook,
  type EmulatedSheet,
  type EventEntry,
  type RequirementSets,
  type SheetToOpen,
} from '../../src/workbench/emulator';
import { RecordedHost } from './recordedHost';

/** Whether a table of requirement sets contains a set in a version, as Office.js decides it. */
function supports(sets: RequirementSets, name: string, version = '1.1'): boolean {
  const declared = Object.hasOwn(sets, name) ? sets[name] : undefined;
  if (declared === undefined) return false;
  const [major = 0, minor = 0] = declared.split('.').map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** What the client hands to the transport, and takes back. */
interface RequestMessage {
  readonly Body: unknown;
}

interface ResponseMessage {
  readonly HttpStatusCode: number;
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
  readonly Headers: Readonly<Record<string, string>>;
  readonly Body: unknown;
}

interface Client {
  readonly Excel: typeof Excel;
  readonly OfficeExtension: {
    readonly SessionBase: { new (): object; _overrideSession: unknown };
    _testSetRichApiMessageReadyImpl(ready: () => Promise<void>): void;
    _testTriggerRichApiMessageEvent(message: { readonly entries: readonly EventEntry[] }): void;
  };
}

let hostFile = 'excel-web-16.00.js';
let client: Client | null = null;
let current: RecordedHost | null = null;

function execute(message: RequestMessage): ResponseMessage {
  const base = { Headers: {}, ErrorCode: '', ErrorMessage: '', HttpStatusCode: 200, Body: null };
  if (current === null) throw new Error('no workbook is open');
  const body = typeof message.Body === 'string' ? message.Body : JSON.stringify(message.Body);
  const execution = current.execute(body);
  if (execution.kind === 'refused') {
    return { ...base, HttpStatusCode: 400, ErrorCode: execution.code, ErrorMessage: execution.code };
  }
  const answer: unknown = JSON.parse(JSON.stringify(execution.body));
  return { ...base, Body: answer };
}

/** Takes the client from another of Office.js's files, such as that of Excel for Windows. */
export function useHostFile(file: string): void {
  if (file !== hostFile) client = null;
  hostFile = file;
}

/** Loads the unmodified client once; only its transport is ours. */
function load(): Client {
  if (client !== null) return client;
  const dom = new JSDOM('<!doctype html>', { url: 'https://localhost/', runScripts: 'outside-only' });
  const file = require.resolve(`@microsoft/office-js/dist/${hostFile}`);
  dom.window.eval(readFileSync(file, 'utf8'));
  const { Excel: excel, OfficeExtension: extension } = dom.window as unknown as Client;
  class Session extends extension.SessionBase {
    _createRequestExecutorOrNull(): unknown {
      return {
        executeAsync: async (_data: unknown, flags: number, message: RequestMessage) => {
          if ((flags & DELAY_FOR_CELL_EDIT) !== 0 && current !== null) await current.idle();
          return execute(message);
        },
      };
    }
  }
  extension.SessionBase._overrideSession = new Session();
  extension._testSetRichApiMessageReadyImpl(() => Promise.resolve());
  client = { Excel: excel, OfficeExtension: extension };
  return client;
}

export interface ExcelOptions {
  readonly requirementSets?: RequirementSets;
  readonly readOnly?: boolean;
}

export interface TestExcel {
  readonly workbook: EmulatedWorkbook;
  /** The server side: its `log` counts requests, `failNext` makes one fail. */
  readonly rich: RecordedHost;
  readonly host: ExcelHost;
  /** The first sheet. */
  readonly sheet: EmulatedSheet;
}

/** The part of `Office` that the host uses, over the emulated workbook. */
function office(workbook: EmulatedWorkbook, sets: RequirementSets): unknown {
  const settings = new Map(workbook.settings);
  return {
    DocumentMode: { ReadOnly: 'readOnly', ReadWrite: 'readWrite' },
    AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
    context: {
      requirements: { isSetSupported: (name: string, version?: string) => supports(sets, name, version) },
      document: {
        mode: workbook.readOnly ? 'readOnly' : 'readWrite',
        settings: {
          get: (key: string): unknown => JSON.parse(settings.get(key) ?? 'null'),
          set: (key: string, value: unknown) => settings.set(key, JSON.stringify(value)),
          remove: (key: string) => settings.delete(key),
          refreshAsync: (done: (result: { status: string }) => void) => {
            settings.clear();
            for (const [key, value] of workbook.settings) settings.set(key, value);
            done({ status: 'succeeded' });
          },
          saveAsync: (done: (result: { status: string; error?: unknown }) => void) => {
            if (!workbook.readOnly) {
              workbook.settings.clear();
              for (const [key, value] of settings) workbook.settings.set(key, value);
            }
            done(workbook.readOnly ? { status: 'failed', error: { code: 5001 } } : { status: 'succeeded' });
          },
        },
      },
    },
  };
}

/** Opens sheets in the emulated Excel, behind the real Office.js client and our host. One is open at a time. */
export function openExcel(sheets: readonly SheetToOpen[], options: ExcelOptions = {}): TestExcel {
  const loaded = load();
  const workbook = new EmulatedWorkbook('自评表.xlsx', sheets);
  workbook.readOnly = options.readOnly ?? false;
  const rich = new RecordedHost(workbook);
  rich.onEvents((entries) => {
    if (current === rich) loaded.OfficeExtension._testTriggerRichApiMessageEvent({ entries });
  });
  current = rich;
  Object.assign(globalThis, {
    Excel: loaded.Excel,
    Office: office(workbook, options.requirementSets ?? DEFAULT_REQUIREMENT_SETS),
  });
  return { workbook, rich, host: new ExcelHost(), sheet: workbook.active };
}

/** Codes with which Excel is documented to fail. */
export const DOCUMENTED_CODES: readonly string[] = [
  'GeneralException',
  'AccessDenied',
  'InvalidOperationInCellEditMode',
  'ItemNotFound',
  'ResponsePayloadSizeLimitExceeded',
  'InvalidOrTimedOutSession',
  'ApiNotFound',
  'ActivityLimitReached',
];

/** The error with which a host rejects. */
export async function failure(promise: Promise<unknown>): Promise<HostError> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof HostError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

/** Lets events that were raised be delivered. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
