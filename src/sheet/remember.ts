const MOST_CHARACTERS = 1_000_000;

/**
 * A reader of texts that answers again what it has answered before. A sheet is read anew after every edit though nearly
 * all of its texts are what they were, and hundreds of forms share their headings. The answers must not be changed by
 * those who get them. What is kept is bounded by the length of the texts, and forgotten all at once when it is full.
 */
export function remember<T>(read: (text: string) => T): (text: string) => T {
  const answers = new Map<string, { readonly answer: T }>();
  let characters = 0;
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known.answer;
    const answer = read(text);
    characters += text.length + 1;
    if (characters > MOST_CHARACTERS) {
      answers.clear();
      characters = text.length + 1;
    }
    answers.set(text, { answer });
    return answer;
  };
}
