/** What a method or property of an emulated object may throw: the code reaches the add-in as `error.code`. */
export class ApiError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly http = 400,
  ) {
    super(message);
  }
}

/** The object that `…OrNullObject` gives when there is none. */
export const NULL_OBJECT = Symbol('null object');
export type Resolved = RichObject | typeof NULL_OBJECT;

/**
 * An object as the wire protocol of Office.js sees it. Names are the server's (`Values`, `GetRange`). What is not
 * listed is refused with ApiNotFound, so that nothing unknown passes unseen.
 */
export interface RichObject {
  readonly type: string;
  /** The property by which a collection finds the object again: `Id`. */
  readonly idProperty?: string;
  /** The object outlives a batch only by a reference id, as ranges do. */
  readonly referenced?: boolean;
  readonly get?: Readonly<Record<string, () => unknown>>;
  readonly set?: Readonly<Record<string, (value: unknown) => void>>;
  readonly navigate?: Readonly<Record<string, () => Resolved>>;
  /** Methods; some give another object, some a value. */
  readonly call?: Readonly<Record<string, (...args: readonly unknown[]) => unknown>>;
  readonly items?: () => readonly RichObject[];
  readonly item?: (key: unknown) => Resolved;
}

export interface ArgumentInfo {
  readonly Arguments?: readonly unknown[];
  readonly ReferencedObjectPathIds?: readonly unknown[] | null;
}

export interface ObjectPath {
  readonly ObjectPathType: number;
  readonly Name: string;
  readonly ParentObjectPathId?: number;
  readonly ArgumentInfo?: ArgumentInfo;
}

export interface Action {
  readonly Id: number;
  readonly ActionType: number;
  readonly Name: string;
  readonly ObjectPathId: number;
  readonly ArgumentInfo?: ArgumentInfo;
  /** What a `load` asks for. */
  readonly QueryInfo?: { readonly Select?: readonly string[] };
}

export interface Batch {
  readonly Actions: readonly Action[];
  readonly ObjectPaths: Readonly<Record<string, ObjectPath>>;
}

export interface BatchAnswer {
  readonly Error?: {
    readonly Code: string;
    readonly Message: string;
    readonly Location: string;
    readonly ActionIndex: number;
    readonly HttpStatusCode: number;
  };
  readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[] | null;
  readonly ProcessedResults?: { readonly Results: readonly { readonly ActionId: number; readonly Value: unknown }[] };
  readonly TraceIds: readonly number[];
}

/** One message of an event, in the order that the wire has them. */
export interface EventEntry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: number;
  readonly isRemoteOverride: boolean;
}

export const EVENT = {
  changed: 10,
  activated: 11,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  nameChanged: 25,
} as const;

/** The target of events of the whole workbook: the add-in listens to those of the collection of worksheets only. */
export const WORKBOOK_TARGET = 'Workbook';

/** A table of an object's members looked up by a name from the wire: own members only. */
export function member<T>(table: Readonly<Record<string, T>> | undefined, name: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
}

export function invalidArgument(): ApiError {
  return new ApiError('InvalidArgument', 'The argument is invalid or missing or has an incorrect format.');
}

export function itemNotFound(): ApiError {
  return new ApiError('ItemNotFound', "The requested resource doesn't exist.", 404);
}

export function accessDenied(): ApiError {
  return new ApiError('AccessDenied', 'You cannot perform the requested operation.', 403);
}

export function isRichObject(value: unknown): value is RichObject {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** What was looked for, or the refusal of what is not there. */
export function needed<T>(found: T | null | undefined): T {
  if (found === null || found === undefined) throw itemNotFound();
  return found;
}

/** A text out of the arguments, or their refusal. */
export function text(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

/** A whole number out of the arguments, or their refusal. */
export function integer(value: unknown): number {
  if (typeof value !== 'number' || !Number.isInteger(value)) throw invalidArgument();
  return value;
}

/** `#RRGGBB` in capitals out of the arguments, or their refusal. */
export function color(value: unknown): string {
  if (!/^#[0-9A-F]{6}$/i.test(text(value))) throw invalidArgument();
  return text(value).toUpperCase();
}

/** The ways to the items of a collection that all collections of Office.js have. */
export function collection<T>(
  type: string,
  all: () => readonly T[],
  object: (item: T) => RichObject,
  find: (key: unknown) => T | null | undefined,
  call: NonNullable<RichObject['call']>,
): RichObject {
  return {
    type,
    items: () => all().map((item) => object(item)),
    item: (key) => object(needed(find(key))),
    call: {
      GetCount: () => all().length,
      GetItemAt: (at) => object(needed(all()[integer(at)])),
      GetItemOrNullObject: (key) => {
        const found = find(key);
        return found === null || found === undefined ? NULL_OBJECT : object(found);
      },
      ...call,
    },
  };
}

/** One of a list that is never changed in place: as it is now, and what puts a list with it changed, or without it. */
export interface ListItem<T> {
  readonly current: () => T;
  readonly change: (part: Partial<T>) => void;
  readonly remove: () => void;
}

export function entry<T extends { readonly id: string }>(
  id: string,
  list: () => readonly T[],
  put: (list: readonly T[]) => void,
): ListItem<T> {
  const current = (): T => needed(list().find((one) => one.id === id));
  return {
    current,
    change: (part) => {
      const changed = { ...current(), ...part };
      put(list().map((one) => (one.id === id ? changed : one)));
    },
    remove: () => {
      current();
      put(list().filter((one) => one.id !== id));
    },
  };
}

export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

export function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
