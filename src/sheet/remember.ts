const MOST_CHARACTERS = 1_000_000;

/**
 * A reader of texts that answers again what it has answered before. A sheet is read anew after every edit though nearly
 * all of its texts are what they were, and hundreds of forms share their headings. The answers must not be changed by
 * those who get them. What is kept is bounded by the length of the texts, and forgotten all at once when it is full.
 */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  return rememberBy((text) => text, read);
}

/** The same for a reader of several texts. @param keyOf all the texts that the answer depends on, in one. */
export function rememberBy<I, T>(keyOf: (input: I) => string, read: (input: I) => T): (input: I) => T {
  const answers = new Map<string, { readonly answer: T }>();
  let characters = 0;
  return (input) => {
    const key = keyOf(input);
    const known = answers.get(key);
    if (known !== undefined) return known.answer;
    const answer = read(input);
    characters += key.length + 1;
    if (characters > MOST_CHARACTERS) {
      answers.clear();
      characters = key.length + 1;
    }
    answers.set(key, { answer });
    return answer;
  };
}

/**
 * The same function, computed once for each input object. Several checks need the same sums; inputs are never
 * changed, so what was computed for one holds.
 */
export function once<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before.value;
    const value = compute(key);
    known.set(key, { value });
    return value;
  };
}

/** What `make` gives, made when it is first asked for. */
export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
