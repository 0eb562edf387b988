import { Decimal } from 'decimal.js';
import type { EvidenceCell, FigureCell, Indicator, Located, QuantityCell } from '../../src/form/model';
import { splitEvidence } from '../../src/form/evidence';
import { readQuantity } from '../../src/sheet/readQuantity';

/** What a test says of an indicator; everything else is as in a form that lacks it. */
export interface TestIndicator {
  readonly name?: string;
  readonly definition?: string | null;
  readonly standard?: string | null;
  readonly weight?: number | null;
  readonly stated?: number | null;
  readonly target?: string | null;
  readonly actual?: string | null;
  readonly evidence?: string | null;
  /** The heading over the evidence. */
  readonly heading?: string;
  readonly kind?: Indicator['kind'];
  readonly row?: number;
}

/** An indicator as recognition gives it, in one row: name, definition, target, actual, weight, score, evidence. */
export function indicator(test: TestIndicator): Indicator {
  const row = test.row ?? 0;
  const text = (column: number, value: string | null | undefined): Located<string> | null =>
    value === null || value === undefined ? null : { cell: { row, column }, text: value, value };
  const figure = (column: number, value: number | null | undefined): FigureCell | null =>
    value === undefined || value === null
      ? null
      : {
          cell: { row, column },
          text: String(value),
          value: new Decimal(value),
          state: 'figure',
          storedAsText: false,
          formula: '',
        };
  const quantity = (column: number, value: string | null | undefined): QuantityCell | null =>
    value === null || value === undefined
      ? null
      : {
          cell: { row, column },
          text: value,
          value: readQuantity({ cell: { row, column }, value, text: value, formula: '' }),
        };
  const heading = test.heading ?? '评分依据、未达标原因、改进措施';
  const evidence: EvidenceCell | null =
    test.evidence === null ? null : splitEvidence({ row, column: 6 }, test.evidence ?? '', heading);
  return {
    row,
    name: text(0, test.name ?? '某项指标') ?? { cell: { row, column: 0 }, text: '', value: '' },
    path: [],
    kind: test.kind ?? 'item',
    weight: figure(4, test.weight),
    stated: figure(5, test.stated),
    definition: text(1, test.definition),
    standard: text(1, test.standard),
    target: quantity(2, test.target),
    actual: quantity(3, test.actual),
    evidence,
    demand: { reason: heading.includes('原因'), improvement: heading.includes('措施') },
  };
}
