/** A message of the cross-frame protocol of Office on the web; all of it travels as one JSON string. */
export interface Envelope {
  readonly _messageType: number;
  readonly _actionType?: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

export const MESSAGE = { request: 0, response: 1 } as const;
export const ACTION = { invoke: 0, register: 1, unregister: 2 } as const;
export const RESPONSE = { calling: 0, eventing: 1 } as const;
export const XDM_ERROR = { none: 0, inRequest: -1, handlingRequest: -2 } as const;

/** Numbers of the methods that `executeMethod` dispatches. */
export const DISPATCH = {
  refreshSettings: 75,
  saveSettings: 76,
  fileProperties: 86,
  richApi: 93,
  commandDone: 94,
} as const;

/** Reads a message from the add-in's frame; `null` for anything else that is posted there. */
export function readEnvelope(data: unknown): Envelope | null {
  if (typeof data !== 'string') return null;
  let message: unknown;
  try {
    message = JSON.parse(data);
  } catch {
    return null;
  }
  const _messageType = field(message, '_messageType');
  const _actionType = field(message, '_actionType');
  const _actionName = field(message, '_actionName');
  const _conversationId = field(message, '_conversationId');
  const _correlationId = field(message, '_correlationId');
  const _data = field(message, '_data');
  if (typeof _messageType !== 'number' || typeof _actionName !== 'string') return null;
  if (typeof _conversationId !== 'string' || typeof _correlationId !== 'number') return null;
  return {
    _messageType,
    _actionName,
    _conversationId,
    _correlationId,
    _data,
    ...(typeof _actionType === 'number' ? { _actionType } : {}),
  };
}

/** A property of something that came over the wire; `undefined` where there is none. */
export function field(value: unknown, name: string): unknown {
  const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
  return found;
}
