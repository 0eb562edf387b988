import { Draw, type Oddity } from './draw';
import { drawFacts, type Facts } from './facts';
import { drawLayout, type Layout } from './layout';
import { joined } from './paper';
import { print, type Printed } from './print';

/** A form drawn from a seed: what it says, how it is laid out, and the sheet. */
export interface DrawnForm extends Printed {
  readonly seed: number;
  readonly draw: Draw;
  readonly facts: Facts;
  readonly layout: Layout;
  /** Another form on the same sheet. */
  readonly other: DrawnForm | null;
}

const OTHER_SEEDS = 1_000_000;

/** A form of the same layout with a year and figures of its own. */
function otherOf({ seed, choices }: Draw): DrawnForm {
  const alike = [...choices].flatMap(([choice, value]) => (choice === FORMS ? [] : [{ choice, value }]));
  const draw = new Draw(seed + OTHER_SEEDS, alike);
  const facts = factsOf(draw);
  return printed(draw, facts, drawLayout(draw, facts), null);
}

function factsOf(draw: Draw): Facts {
  // Whether scores follow a printed standard is part of the layout, but the figures depend on it.
  draw.pick('standard', { none: 4, 'behind names': 1, last: 1 });
  return drawFacts(draw);
}

function printed(draw: Draw, facts: Facts, layout: Layout, other: DrawnForm | null): DrawnForm {
  const own = { seed: draw.seed, draw, facts, layout, other, ...print(draw, facts, layout) };
  return other === null
    ? own
    : { ...own, sheet: joined(own.sheet, other.sheet, draw.choices.get(FORMS) === 'side by side') };
}

const FORMS = 'forms on the sheet';

/** The form in order of a seed, always the same; with `alone` a usual form that is odd in nothing else. */
export function drawForm(seed: number, alone: readonly Oddity[] | null = null): DrawnForm {
  const draw = new Draw(seed, alone);
  const facts = factsOf(draw);
  const layout = drawLayout(draw, facts);
  const single = draw.pick(FORMS, { one: 16, 'one below the other': 1, 'side by side': 1 }) === 'one';
  // What stands in the money is drawn while it is printed.
  if (!single) print(draw, facts, layout);
  return printed(draw, facts, layout, single ? null : otherOf(draw));
}

/** The same form with other facts. */
export const reprinted = ({ draw, layout, other }: DrawnForm, facts: Facts): DrawnForm =>
  printed(draw, facts, layout, other);
