import {
  ApiError,
  isRichObject,
  lowerFirst,
  member,
  NULL_OBJECT,
  type Action,
  type ArgumentInfo,
  type Batch,
  type BatchAnswer,
  type ObjectPath,
  type Resolved,
  type RichObject,
  upperFirst,
} from './protocol';

type Identity = (object: RichObject) => Record<string, unknown>;

/** Answers a `load`: all properties unless some are named, under the names that the server gives them. */
function query(object: RichObject, select: readonly string[], identity: Identity): Record<string, unknown> {
  const wanted = select.length === 0 ? ['*'] : select;
  const out = identity(object);
  if (object.items !== undefined) {
    const inner = wanted.map((path) => (path.startsWith('items/') ? path.slice(6) : path));
    out['_Items'] = object.items().map((item) => query(item, inner, identity));
    return out;
  }
  const children = new Map<string, string[]>();
  const addChild = (child: string, path: string): void => {
    children.set(child, [...(children.get(child) ?? []), path]);
  };
  for (const path of wanted.map((text) => text.replaceAll('.', '/'))) {
    const slash = path.indexOf('/');
    const first = upperFirst(slash < 0 ? path : path.slice(0, slash));
    if (slash > 0) addChild(first, path.slice(slash + 1));
    else if (path === '*') for (const [property, get] of Object.entries(object.get ?? {})) out[property] = get();
    else if (member(object.navigate, first) !== undefined) addChild(first, '*');
    else {
      const get = member(object.get, first);
      if (get === undefined) throw unknownProperty(object, first);
      out[first] = get();
    }
  }
  for (const [child, paths] of children) {
    const navigate = member(object.navigate, child);
    if (navigate === undefined) throw unknownProperty(object, child);
    const part = navigate();
    out[child] = part === NULL_OBJECT ? null : query(part, paths, identity);
  }
  return out;
}

function unknownProperty(object: RichObject, property: string): ApiError {
  return new ApiError('InvalidArgument', `The property '${lowerFirst(property)}' is not emulated on ${object.type}`);
}

/** Runs batches of the wire protocol of Office.js over emulated objects. Knows no single API. */
export class Interpreter {
  private readonly references = new Map<string, RichObject>();
  private readonly referenceIds = new Map<RichObject, string>();
  private lastReference = 0;

  constructor(
    private readonly root: RichObject,
    private readonly services: ReadonlyMap<string, RichObject>,
  ) {}

  /** How many objects the add-in still holds: none once all its batches are done. */
  get referenceCount(): number {
    return this.references.size;
  }

  run(batch: Batch): BatchAnswer {
    const results: { ActionId: number; Value: unknown }[] = [];
    const traceIds: number[] = [];
    const resolved = new Map<number, Resolved>();
    const objectOf = (id: number): Resolved => {
      const known = resolved.get(id);
      if (known !== undefined) return known;
      const found = this.resolve(batch.ObjectPaths[id], objectOf);
      resolved.set(id, found);
      return found;
    };
    let index = 0;
    try {
      for (const action of batch.Actions) {
        if (action.ActionType === 5) traceIds.push(action.Id);
        const value = action.ActionType === 5 ? null : this.perform(action, objectOf);
        results.push({ ActionId: action.Id, Value: value });
        index += 1;
      }
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError('GeneralException', String(error), 500);
      const action = batch.Actions[index];
      const path = action === undefined ? undefined : batch.ObjectPaths[action.ObjectPathId];
      const location = `${path?.Name ?? ''}.${lowerFirst(action?.Name ?? '')}`;
      return {
        Error: {
          Code: known.code,
          Message: known.message,
          Location: location,
          ActionIndex: index,
          HttpStatusCode: known.http,
        },
        Results: null,
        ProcessedResults: { Results: results },
        TraceIds: traceIds,
      };
    }
    return { Results: results, TraceIds: traceIds };
  }

  private perform(action: Action, objectOf: (id: number) => Resolved): unknown {
    const object = objectOf(action.ObjectPathId);
    if (object === NULL_OBJECT) return null;
    switch (action.ActionType) {
      case 1:
        return this.identity(object);
      case 2:
        return query(object, action.QueryInfo?.Select ?? [], (part) => this.identity(part));
      case 3:
        return this.invoke(object, action, objectOf);
      case 4:
        this.assign(object, action.Name, this.argumentsOf(action.ArgumentInfo, objectOf)[0]);
        return null;
      default:
        throw new ApiError('NotImplemented', `ActionType ${action.ActionType} is not emulated`, 501);
    }
  }

  private invoke(object: RichObject, action: Action, objectOf: (id: number) => Resolved): unknown {
    if (action.Name === '_KeepReference') {
      this.keep(object);
      return null;
    }
    if (action.Name === '_RemoveReference') {
      // Invoked on the root object with the reference's id.
      const id = String(action.ArgumentInfo?.Arguments?.[0]);
      const held = this.references.get(id);
      if (held !== undefined) this.referenceIds.delete(held);
      this.references.delete(id);
      return null;
    }
    const value = this.call(object, action.Name, action.ArgumentInfo, objectOf);
    return value === undefined || value === NULL_OBJECT || isRichObject(value) ? null : value;
  }

  private call(
    object: RichObject,
    name: string,
    info: ArgumentInfo | undefined,
    objectOf: (id: number) => Resolved,
  ): unknown {
    const method = member(object.call, name);
    if (method === undefined)
      throw new ApiError('ApiNotFound', `${object.type}.${lowerFirst(name)} is not emulated`, 404);
    return method(...this.argumentsOf(info, objectOf));
  }

  private assign(object: RichObject, name: string, value: unknown): void {
    const setter = member(object.set, name.charAt(0).toUpperCase() + name.slice(1));
    if (setter === undefined) {
      throw new ApiError('ApiNotFound', `${object.type}.${lowerFirst(name)} cannot be set in the emulation`, 404);
    }
    setter(value);
  }

  private resolve(path: ObjectPath | undefined, objectOf: (id: number) => Resolved): Resolved {
    if (path === undefined) throw new ApiError('InvalidObjectPath', 'The object path is missing.');
    const parent = path.ParentObjectPathId === undefined ? this.root : objectOf(path.ParentObjectPathId);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    switch (path.ObjectPathType) {
      case 1:
        return this.root;
      case 2:
        return this.services.get(path.Name) ?? this.unknownApi(path.Name);
      case 3: {
        const value = this.call(parent, path.Name, path.ArgumentInfo, objectOf);
        return value === NULL_OBJECT || isRichObject(value) ? value : this.unknownApi(`${parent.type}.${path.Name}`);
      }
      case 4:
        return member(parent.navigate, path.Name)?.() ?? this.unknownApi(`${parent.type}.${lowerFirst(path.Name)}`);
      case 5:
        return (
          parent.item?.(this.argumentsOf(path.ArgumentInfo, objectOf)[0]) ?? this.unknownApi(`${parent.type}.getItem`)
        );
      case 6: {
        const held = this.references.get(path.Name);
        if (held === undefined) {
          throw new ApiError('InvalidReference', 'This reference is not valid for the current operation.');
        }
        return held;
      }
      case 7:
        return NULL_OBJECT;
      default:
        return this.unknownApi(`ObjectPathType ${path.ObjectPathType}`);
    }
  }

  private unknownApi(name: string): never {
    throw new ApiError('ApiNotFound', `${name} is not emulated`, 404);
  }

  private argumentsOf(info: ArgumentInfo | undefined, objectOf: (id: number) => Resolved): readonly unknown[] {
    const references = info?.ReferencedObjectPathIds;
    const convert = (value: unknown, reference: unknown): unknown => {
      if (Array.isArray(value) && Array.isArray(reference)) return value.map((part, i) => convert(part, reference[i]));
      return typeof reference === 'number' && reference > 0 ? objectOf(reference) : value;
    };
    return (info?.Arguments ?? []).map((value, i) => convert(value, references?.[i]));
  }

  private keep(object: RichObject): string {
    const known = this.referenceIds.get(object);
    if (known !== undefined) return known;
    this.lastReference += 1;
    const id = `ref_${this.lastReference}`;
    this.references.set(id, object);
    this.referenceIds.set(object, id);
    return id;
  }

  /** By what the client finds an object again. */
  private identity(object: RichObject): Record<string, unknown> {
    const value: Record<string, unknown> = {};
    if (object.referenced === true) value['_ReferenceId'] = this.keep(object);
    if (object.idProperty !== undefined) value[object.idProperty] = member(object.get, object.idProperty)?.();
    return value;
  }
}
