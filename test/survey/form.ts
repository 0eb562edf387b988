import { Draw, type Oddity } from './draw';
import { drawFacts, type Facts } from './facts';
import { drawLayout, type Layout } from './layout';
import { print, type Printed } from './print';

/** A form drawn from a seed: what it says, how it is laid out, and the sheet. */
export interface DrawnForm extends Printed {
  readonly seed: number;
  readonly draw: Draw;
  readonly facts: Facts;
  readonly layout: Layout;
}

function printed(draw: Draw, facts: Facts, layout: Layout): DrawnForm {
  return { seed: draw.seed, draw, facts, layout, ...print(draw, facts, layout) };
}

/** The form in order of a seed, always the same; with `alone` a usual form that is odd in nothing else. */
export function drawForm(seed: number, alone: readonly Oddity[] | null = null): DrawnForm {
  const draw = new Draw(seed, alone);
  // Whether scores follow a printed standard is part of the layout, but the figures depend on it.
  draw.pick('standard', { none: 4, 'behind names': 1, last: 1 });
  const facts = drawFacts(draw);
  return printed(draw, facts, drawLayout(draw, facts));
}

/** The same form with other facts. */
export const reprinted = ({ draw, layout }: DrawnForm, facts: Facts): DrawnForm => printed(draw, facts, layout);
