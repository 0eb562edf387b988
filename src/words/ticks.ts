import { normalise } from '../sheet/text';

/** Signs by which a cell says yes without a box around them. */
export const TICKS = '√✓✔☑';
const TICKED = `${TICKS}☒■●◉`;
const EMPTY = '□☐○◯〇';
const TICK = new RegExp(`[${TICKED}]`);
const MARKS = new RegExp(`([${TICKED}${EMPTY}])`);

/** （√） and ( ) are boxes too. */
const boxed = (text: string): string =>
  text.replace(/[([]\s{0,9}[√✓✔]\s{0,9}[)\]]/g, '☑').replace(/[([]\s{0,9}[)\]]/g, '□');

/** 评价等次：before the choices. */
const LABEL = new RegExp(`^[^:${TICKED}${EMPTY}]{1,12}:`);

/** Longer texts are no list of choices. */
const LONGEST = 80;

/** 优√ 良 中 差: the one of several words that has the tick. */
function withoutBoxes(text: string): string | null {
  const words = text.trim().split(/[\s、,/|]+/);
  const ticked = words.filter((word) => TICK.test(word)).map((word) => word.replace(TICK, ''));
  return words.length > 1 && ticked.length === 1 && !/[0-9]/.test(text) ? ticked[0] || null : null;
}

/**
 * The choice that is ticked in a list of choices, with or without a label, each with a box before it (□优 ☑良 □中) or behind it (优（ ）良（√）);
 * `null` for any other text, and where none or several are ticked.
 */
export function tickedIn(text: string): string | null {
  if (text.length > LONGEST || !TICK.test(text)) return null;
  const parts = boxed(normalise(text).replace(LABEL, ''))
    .split(MARKS)
    .map((part) => part.replace(/^[\s,;]+|[\s,;]+$/g, ''));
  const [before, behind] = [parts[0] === '', parts.at(-1) === ''];
  if (parts.length < 4) return withoutBoxes(normalise(text).replace(LABEL, ''));
  if (parts.length < 5 || before === behind) return null;
  // A mark stands at every second place: its choice is on the other side of it from where the text begins or ends.
  const choices = parts.flatMap((mark, at) =>
    at % 2 === 1 ? [{ ticked: TICKED.includes(mark), name: parts[before ? at + 1 : at - 1] ?? '' }] : [],
  );
  const ticked = choices.filter((one) => one.ticked);
  if (ticked.length !== 1 || choices.some(({ name }) => name === '')) return null;
  return ticked[0]?.name.replace(/^[A-Za-z1-9][.、)]/, '') ?? null;
}
