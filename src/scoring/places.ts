import * as v from 'valibot';
import { type EditPath, valueAt } from './edit';
import { rulebookSchema, type Shown } from './rulebook';

/** What leads from a valibot schema to those within it. */
interface Schema extends v.GenericSchema {
  readonly wrapped?: Schema;
  readonly item?: Schema;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly options?: readonly (Schema | string)[];
}

/** A part of a rulebook, as it is described in `rulebook.ts`. */
export interface Part extends Shown {
  /** What the officer calls it. */
  readonly name: string;
  readonly holds: 'number' | 'numbers' | 'text' | 'flag' | 'choice' | 'list' | 'parts';
  /** What an empty field stands for in the file; a field without it must be filled in. */
  readonly blank?: 'absent' | 'null';
  /** For lists: whether the list may be empty. */
  readonly mayBeEmpty: boolean;
}

const HOLDS: ReadonlyMap<string, Part['holds']> = new Map([
  ['number', 'number'],
  ['string', 'text'],
  ['boolean', 'flag'],
  ['picklist', 'choice'],
]);

function unwrapped(schema: Schema): Schema {
  return schema.wrapped === undefined ? schema : unwrapped(schema.wrapped);
}

/** The objects that may stand at a place or in a list there: one for each kind of rule, else one at most. */
function objectsIn(schema: Schema): readonly Schema[] {
  const { item, entries, options = [] } = unwrapped(schema);
  if (item !== undefined) return objectsIn(item);
  return entries === undefined ? options.filter((option) => typeof option !== 'string') : [unwrapped(schema)];
}

function schemaAt(path: EditPath): Schema | undefined {
  return path.reduce<Schema | undefined>((schema, key) => {
    if (schema === undefined || typeof key === 'number') return schema && unwrapped(schema).item;
    return objectsIn(schema).find(({ entries = {} }) => Object.hasOwn(entries, key))?.entries?.[key];
  }, rulebookSchema);
}

/** The part at a place; `null` where a rulebook has none. Lists may be named without an index. */
export function partAt(path: EditPath): Part | null {
  const schema = schemaAt(path);
  if (schema === undefined) return null;
  const plain = unwrapped(schema);
  const entries = plain.item?.type === 'number' ? 'numbers' : 'list';
  return {
    ...(v.getMetadata(plain) as Shown),
    ...(schema === plain ? {} : { blank: schema.type === 'nullable' ? 'null' : 'absent' }),
    name: v.getTitle(schema) ?? v.getTitle(plain) ?? '',
    holds: HOLDS.get(plain.type) ?? (plain.item === undefined ? 'parts' : entries),
    mayBeEmpty: plain.item !== undefined && v.is(plain, []),
  };
}

/** What can be entered at a place, or in each entry of a list there, in order; of one kind of rule where one is given. */
export function fieldsAt(path: EditPath, kind?: string): readonly string[] {
  const schema = schemaAt(path);
  const objects = schema === undefined ? [] : objectsIn(schema);
  const one = objects.find(({ entries }) => entries?.['kind'] === undefined || v.is(entries['kind'], kind));
  return Object.keys(one?.entries ?? {}).filter((key) => {
    const part = partAt([...path, key]);
    return part !== null && !['list', 'parts'].includes(part.holds) && part.fileOnly !== true;
  });
}

/** The unit of the figure at a place; of a rate, that of its rule in `json`, where the rule gives one of its own. */
export function unitOfPlace(path: EditPath, json: unknown): string {
  const part = partAt(path);
  const units = part?.ofRate === true ? path.map((_, at) => valueAt(json, [...path.slice(0, at), 'unit'])) : [];
  return units.find((unit) => typeof unit === 'string') ?? part?.unit ?? '';
}

/** The name of one part: that of `tiers[0].points` is 得分. */
export function nameAt(path: EditPath): string {
  return (
    partAt(path)?.name ||
    path
      .filter((key) => typeof key === 'string')
      .slice(-1)
      .join('')
  );
}

/** A place as an officer reads it: `indicators[3].rule.tiers[0].points` is 第4条规则 › 第1档 › 得分. */
export function placeInWords(path: EditPath): string {
  const words = path.flatMap((key, at) => {
    const counted = (upTo: number) => partAt(path.slice(0, upTo))?.counted;
    if (typeof key === 'number') return [`第${key + 1}${counted(at) ?? '项'}`];
    const isCounted = typeof path[at + 1] === 'number' && counted(at + 1) !== undefined;
    return isCounted || key === 'rule' ? [] : [nameAt(path.slice(0, at + 1))];
  });
  return words.join(' › ');
}

/** The path that a `RulebookError` names as text. */
export function pathOf(text: string): EditPath {
  return text
    .split(/[.[\]]/)
    .filter((part) => part !== '')
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
