/** Of a list that was stored, the entries that are what they should be: what is stored is never trusted. */
export function entriesIn<T>(stored: unknown, isEntry: (entry: unknown) => entry is T): readonly T[] {
  return Array.isArray(stored) ? stored.filter(isEntry) : [];
}

export const isText = (value: unknown): value is string => typeof value === 'string';

/** Whether what was stored is a record with a text under each of these keys. */
export function hasTexts<K extends string>(
  value: unknown,
  ...keys: readonly K[]
): value is Readonly<Record<K, string>> {
  if (typeof value !== 'object' || value === null) return false;
  const record: Partial<Readonly<Record<string, unknown>>> = value;
  return keys.every((key) => isText(record[key]));
}
