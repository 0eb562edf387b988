import { type Area, around } from '../../../sheet/snapshot';
import type { EmulatedChart, EmulatedSeries, SheetFurniture } from '../cell';
import type { EmulatedSheet } from '../sheet';
import type { RichContext } from './context';
import { collection, color, entry, integer, invalidArgument, needed, text, type RichObject } from './protocol';
import { rangeArgument } from './ranges';

/** Changes what a sheet has besides its cells. */
type Furnish = (change: Partial<SheetFurniture>) => void;

/** The area that an argument stands for. */
type AreaIn = (value: unknown) => Area;

function propertiesObject(context: RichContext, sheet: EmulatedSheet, furnish: Furnish): RichObject {
  const known = (): ReadonlyMap<string, string> => sheet.furniture.properties;
  const object = (key: string): RichObject => ({
    type: 'WorksheetCustomProperty',
    get: { Value: () => known().get(key) ?? '' },
  });
  const find = (key: unknown): string | null => (known().has(text(key)) ? text(key) : null);
  return collection('WorksheetCustomPropertyCollection', () => [...known().keys()], object, find, {
    Add: (key, value) => {
      context.guardSheet(sheet);
      furnish({ properties: new Map(known()).set(text(key), text(value)) });
      return object(text(key));
    },
  });
}

function seriesObject(name: () => string, change: (part: Partial<EmulatedSeries>) => void, areaIn: AreaIn): RichObject {
  return {
    type: 'ChartSeries',
    get: { Name: name },
    set: { Name: (value) => change({ name: text(value) }), HasDataLabels: () => undefined },
    navigate: {
      Format: () => ({
        type: 'ChartSeriesFormat',
        navigate: {
          Fill: () => ({ type: 'ChartFill', call: { SetSolidColor: (value) => change({ color: color(value) }) } }),
        },
      }),
    },
    call: {
      SetValues: (range) => change({ values: areaIn(range) }),
      SetXAxisValues: (range) => change({ categories: areaIn(range) }),
    },
  };
}

const KINDS = new Map<unknown, EmulatedChart['kind']>([
  ['BarClustered', 'bar'],
  ['ColumnClustered', 'column'],
]);

function chartObject(id: string, sheet: EmulatedSheet, furnish: Furnish, areaIn: AreaIn): RichObject {
  const { current, change, remove } = entry(
    id,
    () => sheet.furniture.charts,
    (charts) => furnish({ charts }),
  );
  const all = (): readonly EmulatedSeries[] => current().series;
  const line = (index: number): RichObject =>
    seriesObject(
      () => needed(all()[index]).name,
      (part) => change({ series: all().map((one, at) => (at === index ? { ...one, ...part } : one)) }),
      areaIn,
    );
  return {
    type: 'Chart',
    idProperty: 'Id',
    get: { Id: () => id },
    navigate: {
      Title: () => ({ type: 'ChartTitle', set: { Text: (value) => change({ title: text(value) }) } }),
      Legend: () => ({
        type: 'ChartLegend',
        set: { Visible: () => undefined, Position: () => undefined },
      }),
      Axes: () => ({
        type: 'ChartAxes',
        navigate: {
          CategoryAxis: () => ({
            type: 'ChartAxis',
            set: { ReversePlotOrder: () => undefined },
          }),
        },
      }),
      Series: () => ({
        type: 'ChartSeriesCollection',
        call: {
          GetItemAt: (index) => line(integer(index)),
          Add: (name) => {
            change({ series: [...all(), { name: text(name), values: needed(all()[0]).values }] });
            return line(all().length - 1);
          },
        },
      }),
    },
    call: {
      Delete: remove,
      SetPosition: (from, to) => change({ at: around([areaIn(from), areaIn(to)]) }),
    },
  };
}

function chartsObject(context: RichContext, sheet: EmulatedSheet, furnish: Furnish, areaIn: AreaIn): RichObject {
  const all = (): readonly EmulatedChart[] => sheet.furniture.charts;
  const object = ({ id }: EmulatedChart): RichObject => chartObject(id, sheet, furnish, areaIn);
  return collection('ChartCollection', all, object, (id) => all().find((chart) => chart.id === id), {
    Add: (type, source) => {
      context.guardObjects(sheet);
      const kind = KINDS.get(type);
      if (kind === undefined) throw invalidArgument();
      const series = [{ name: '', values: areaIn(source) }];
      const chart: EmulatedChart = { id: context.workbook.newId(), kind, title: '', series, at: null };
      furnish({ charts: [...all(), chart] });
      return object(chart);
    },
  });
}

/** What a worksheet has besides its cells: custom properties, charts, filter, frozen rows, page layout. */
export function furniture(context: RichContext, sheet: EmulatedSheet): Record<string, () => RichObject> {
  const furnish: Furnish = (change) => context.workbook.furnish(sheet, change);
  const areaIn: AreaIn = (value) => rangeArgument(context, value, sheet).area;
  return {
    CustomProperties: () => propertiesObject(context, sheet, furnish),
    Charts: () => chartsObject(context, sheet, furnish, areaIn),
    AutoFilter: () => ({
      type: 'AutoFilter',
      call: {
        Apply: (range) => {
          context.guardObjects(sheet);
          furnish({ filter: areaIn(range) });
        },
        Remove: () => furnish({ filter: null }),
      },
    }),
    FreezePanes: () => ({
      type: 'WorksheetFreezePanes',
      call: {
        FreezeRows: (count) => furnish({ frozenRows: integer(count) }),
        Unfreeze: () => furnish({ frozenRows: 0 }),
      },
    }),
    PageLayout: () => ({
      type: 'PageLayout',
      set: { Orientation: (value) => furnish({ landscape: value === 'Landscape' }), Zoom: zoom },
      call: {
        SetPrintArea: (range) => furnish({ printArea: areaIn(range) }),
        SetPrintTitleRows: (rows) => furnish({ printTitles: text(rows) }),
      },
    }),
  };
}

/** Fitting to no page at all is no zoom: Excel refuses it. */
function zoom(value: unknown): void {
  if (typeof value !== 'object' || value === null) throw invalidArgument();
  for (const part of Object.values(value) as unknown[]) {
    if (part !== null && (typeof part !== 'number' || part < 1)) throw invalidArgument();
  }
}
