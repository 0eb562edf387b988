import { ApiError, lowerFirst, member, NULL_OBJECT, upperFirst, type QueryInfo, type RichObject } from './protocol';

type Identity = (object: RichObject) => Record<string, unknown>;

/** Answers a `load`: names as the server writes them, or as JSON (`retrieve`) in lower camel case. */
export function query(
  object: RichObject,
  info: QueryInfo,
  asJson: boolean,
  identity: Identity,
): Record<string, unknown> {
  const expanded = (info.Expand ?? []).map((name) => `${name}/*`);
  const select = [...(info.Select ?? []), ...expanded];
  const wanted = select.length === 0 ? ['*'] : select;
  const name = (property: string): string => (asJson ? lowerFirst(property) : upperFirst(property));
  const out = identity(object);
  if (object.items !== undefined) {
    const skip = info.Skip ?? 0;
    const items = object.items().slice(skip, info.Top === undefined || info.Top === 0 ? undefined : skip + info.Top);
    const inner = wanted.map((path) => (path.startsWith('items/') ? path.slice(6) : path));
    out[asJson ? 'items' : '_Items'] = items.map((item) => query(item, { Select: inner }, asJson, identity));
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
    else if (path === '*') for (const [property, get] of Object.entries(object.get ?? {})) out[name(property)] = get();
    else if (member(object.navigate, first) !== undefined) addChild(first, '*');
    else out[name(first)] = propertyOf(object, first);
  }
  for (const [child, paths] of children) {
    const navigate = member(object.navigate, child);
    if (navigate === undefined) throw unknownProperty(object, child);
    const part = navigate();
    out[name(child)] = part === NULL_OBJECT ? null : query(part, { Select: paths }, asJson, identity);
  }
  return out;
}

function propertyOf(object: RichObject, property: string): unknown {
  const get = member(object.get, property);
  if (get === undefined) throw unknownProperty(object, property);
  return get();
}

function unknownProperty(object: RichObject, property: string): ApiError {
  return new ApiError('InvalidArgument', `The property '${lowerFirst(property)}' is not emulated on ${object.type}`);
}
