import type { EventEntry } from '../richapi/protocol';
import { DELAY_FOR_CELL_EDIT, type RichApiHost } from '../richapi/richApiHost';

/** The requirement sets that the host declares, each with its highest version: `isSetSupported` is this table alone. */
export type RequirementSets = Readonly<Record<string, string>>;

export const DEFAULT_REQUIREMENT_SETS: RequirementSets = {
  ExcelApi: '1.15',
  ExcelApiOnline: '1.1',
  SharedRuntime: '1.1',
  AddinCommands: '1.1',
  Settings: '1.1',
  RichApiRuntime: '1.2',
  RichApiRuntimeFlag: '1.2',
  DocumentEvents: '1.1',
  Selection: '1.1',
  DelayForCellEdit: '1.1',
};

/** A message of the cross-frame protocol of Office on the web; all of it travels as one JSON string. */
interface Envelope {
  readonly _messageType: number;
  readonly _actionType?: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

const MESSAGE = { request: 0, response: 1 } as const;
const ACTION = { invoke: 0, register: 1, unregister: 2 } as const;
const RESPONSE = { calling: 0, eventing: 1 } as const;
const XDM_ERROR = { none: 0, inRequest: -1, handlingRequest: -2 } as const;

/** Numbers of the methods that `executeMethod` dispatches. */
const DISPATCH = {
  refreshSettings: 75,
  saveSettings: 76,
  fileProperties: 86,
  richApi: 93,
  commandDone: 94,
} as const;

const NUMBERS = ['_messageType', '_correlationId'];
const TEXTS = ['_actionName', '_conversationId'];

/** Reads a message from the add-in's frame; `null` for anything else that is posted there. */
function readEnvelope(data: unknown): Envelope | null {
  if (typeof data !== 'string') return null;
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return null;
  }
  const fits =
    NUMBERS.every((name) => typeof field(message, name) === 'number') &&
    TEXTS.every((name) => typeof field(message, name) === 'string');
  return fits ? (message as Envelope) : null;
}

/** A property of something that came over the wire; `undefined` where there is none. */
function field(value: unknown, name: string): unknown {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return found;
}

export interface WebChannelOptions {
  /** Where the add-in's frame is put. */
  readonly container: HTMLElement;
  /** The pane's page; https, and the same host name as this page, or Office.js refuses to start. */
  readonly addinUrl: string;
  readonly host: RichApiHost;
  /** Whether the frame may let files out: each place that shows a pane decides it. Yes unless given. */
  readonly downloads?: boolean;
  /** The title of the frame for screen readers. */
  readonly title?: string;
}

const LOCALE = 'zh-CN';
const CONTROL_ID = 'ctl-1';
const EXCEL_WEB = 16;
const NOT_SUPPORTED = 5001;

/**
 * Excel on the web around the add-in's frame: answers what the unmodified Office.js asks over `postMessage`, and fires
 * its events. One channel serves one frame; `dispose` takes the frame away.
 */
export class WebChannel {
  readonly frame: HTMLIFrameElement;
  private readonly conversationId = `conv_${crypto.randomUUID()}`;
  private readonly addinOrigin: string;
  private readonly events = new Map<string, number>();
  private readonly stopEvents: () => void;
  private readonly receive = (event: MessageEvent): void => this.onMessage(event);

  constructor(private readonly options: WebChannelOptions) {
    const hostInfo = `Excel$Web$16.01$${LOCALE}$${crypto.randomUUID()}$$disableLogging$0`;
    const url = new URL(options.addinUrl, location.href);
    url.searchParams.set('_host_Info', hostInfo);
    this.addinOrigin = url.origin;
    this.frame = document.createElement('iframe');
    // The browser takes the name over when the frame is inserted, so it is set before.
    this.frame.name = JSON.stringify({
      baseFrameName: `_xdm_${this.conversationId}`,
      hostInfo,
      xdmInfo: `${this.conversationId}|${CONTROL_ID}|${location.origin}`,
      serializerVersion: 1,
      flights: '[]',
    });
    this.frame.title = options.title ?? '加载项';
    this.frame.src = url.href.replaceAll('%24', '$').replaceAll('%7C', '|');
    const downloads = options.downloads === false ? '' : ' allow-downloads';
    this.frame.setAttribute('sandbox', `allow-scripts allow-forms allow-same-origin allow-popups${downloads}`);
    window.addEventListener('message', this.receive);
    const stopEntries = options.host.onEvents((entries) => this.deliver(entries));
    const stopSelections = options.host.workbook.onChange(({ kind }) => {
      if (kind === 'selection') this.fire('documentSelectionChanged', {});
    });
    this.stopEvents = () => {
      stopEntries();
      stopSelections();
    };
    options.container.appendChild(this.frame);
  }

  /** Presses a ribbon button of the add-in. */
  runCommand(actionId: string, controlId: string): void {
    this.fire('appCommandInvoked', {
      0: `cmd_${Date.now()}`,
      1: actionId,
      2: JSON.stringify({ source: { id: controlId } }),
    });
  }

  dispose(): void {
    window.removeEventListener('message', this.receive);
    this.stopEvents();
    this.frame.remove();
  }

  private deliver(entries: readonly EventEntry[]): void {
    const rows = entries.map((entry) => [
      entry.messageCategory,
      entry.messageType,
      entry.targetId,
      entry.message,
      entry.id,
      entry.isRemoteOverride,
    ]);
    this.fire('richApiMessage', { ArrayData: rows });
  }

  private fire(name: string, data: unknown): void {
    const correlationId = this.events.get(name);
    if (correlationId === undefined) return;
    this.post({ _actionName: name, _correlationId: correlationId, _data: data, _responseType: RESPONSE.eventing });
  }

  private onMessage(event: MessageEvent): void {
    if (event.source !== this.frame.contentWindow || event.origin !== this.addinOrigin) return;
    const message = readEnvelope(event.data);
    if (message === null || message._messageType !== MESSAGE.request) return;
    if (message._conversationId !== this.conversationId) return;
    if (message._actionType === ACTION.register) {
      this.events.set(message._actionName, message._correlationId);
      this.respond(message, { Error: 0 });
    } else if (message._actionType === ACTION.unregister) {
      this.events.delete(message._actionName);
      this.respond(message, { Error: 0 });
    } else this.invoke(message);
  }

  private invoke(message: Envelope): void {
    switch (message._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        this.respond(message, this.appContext());
        return;
      case 'ContextActivationManager_notifyHost':
      case 'ContextActivationManager_openWindowInHost':
        this.respond(message, null);
        return;
      case 'executeMethod': {
        const id = Number(field(field(message._data, 'DdaMethod'), 'DispatchId'));
        const answer = () => this.respond(message, { Version: 1, Error: 0, ...this.dispatch(id, message._data) });
        const flags = Number(field(field(message._data, 'ArrayData'), '6'));
        const waits = id === DISPATCH.richApi && (flags & DELAY_FOR_CELL_EDIT) !== 0;
        if (waits && this.options.host.workbook.editing !== null) void this.options.host.idle().then(answer);
        else answer();
        return;
      }
      default:
        this.respond(message, `${message._actionName} is not emulated`, XDM_ERROR.handlingRequest);
    }
  }

  private dispatch(id: number, data: unknown): Readonly<Record<string, unknown>> {
    const { host } = this.options;
    const { settings, name } = host.workbook;
    switch (id) {
      case DISPATCH.richApi: {
        const body = field(field(data, 'ArrayData'), '4');
        const execution = host.execute(String(body));
        if (execution.kind === 'refused') return { Error: execution.number };
        return { Data: [200, ['Content-Type', 'application/json'], JSON.stringify(execution.body)] };
      }
      case DISPATCH.saveSettings: {
        const properties = field(field(data, 'DdaSettingsMethod'), 'Properties');
        settings.clear();
        for (const pair of Array.isArray(properties) ? properties : []) {
          settings.set(String(field(pair, '0')), String(field(pair, '1')));
        }
        host.workbook.emit({ kind: 'settings' });
        return {};
      }
      case DISPATCH.refreshSettings:
        return { Properties: { Settings: [...settings].map(([Name, Value]) => ({ Name, Value })) } };
      case DISPATCH.fileProperties:
        return { Url: documentUrl(name) };
      case DISPATCH.commandDone:
        return {};
      default:
        return { Error: NOT_SUPPORTED };
    }
  }

  private appContext(): Readonly<Record<string, unknown>> {
    const { host } = this.options;
    return {
      _id: CONTROL_ID,
      _appName: EXCEL_WEB,
      _appVersion: '16.00',
      _appMinorVersion: 1,
      _appUILocale: LOCALE,
      _dataLocale: LOCALE,
      _docUrl: documentUrl(host.workbook.name),
      _clientMode: host.workbook.readOnly ? 0 : 1,
      _settings: [...host.workbook.settings],
      _reason: 'documentOpened',
      _osfControlType: 1,
      _eToken: '',
      _correlationId: crypto.randomUUID(),
      _appInstanceId: crypto.randomUUID(),
      _requirementMatrix: JSON.stringify(DEFAULT_REQUIREMENT_SETS),
      _hostFullVersion: '16.0.17000.40000',
      _addinName: '自评表助手',
      _appDomains: [],
      _featureGates: {},
      _initialDisplayMode: 2,
      _hostCustomMessage: '',
      _marketplaceType: 0,
    };
  }

  private respond(request: Envelope, data: unknown, errorCode: number = XDM_ERROR.none): void {
    this.post({
      _actionName: request._actionName,
      _correlationId: request._correlationId,
      _data: data,
      _responseType: RESPONSE.calling,
      _errorCode: errorCode,
    });
  }

  private post(message: Readonly<Record<string, unknown>>): void {
    const envelope = {
      _messageType: MESSAGE.response,
      _conversationId: this.conversationId,
      _origin: location.origin,
      _errorCode: XDM_ERROR.none,
      _serializerVersion: 1,
      ...message,
    };
    this.frame.contentWindow?.postMessage(JSON.stringify(envelope), this.addinOrigin);
  }
}

function documentUrl(name: string): string {
  return new URL(encodeURIComponent(name), location.origin).href;
}
