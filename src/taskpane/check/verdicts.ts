import type { MappedFigure } from '../../checks/coverage';

type Standing = MappedFigure['verdict'];

/** How a figure stands, as the officer reads it. */
export const VERDICT_WORDS: Readonly<Record<Standing, string>> = {
  agrees: '相符',
  differs: '不符',
  asks: '待核实',
  unheld: '无从核对',
};

/** The same as a sign, so that it is not told by colour alone. */
export const VERDICT_SIGNS: Readonly<Record<Standing, string>> = { agrees: '✓', differs: '✗', asks: '?', unheld: '○' };
