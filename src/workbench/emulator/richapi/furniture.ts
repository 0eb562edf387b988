import type { Area } from '../../../sheet/snapshot';
import type { EmulatedChart, EmulatedSeries } from '../cell';
import type { EmulatedSheet } from '../sheet';
import type { RichContext } from './context';
import { ApiError, invalidArgument, itemNotFound, NULL_OBJECT, type RichObject } from './protocol';
import { rangeArgument } from './ranges';

function text(value: unknown): string {
  if (typeof value !== 'string') throw invalidArgument();
  return value;
}

function areaIn(context: RichContext, sheet: EmulatedSheet, value: unknown): Area {
  return rangeArgument(context, value, sheet).area;
}

function propertiesObject(context: RichContext, sheet: EmulatedSheet): RichObject {
  const property = (key: string): RichObject => ({
    type: 'WorksheetCustomProperty',
    get: { Key: () => key, Value: () => sheet.furniture.properties.get(key) ?? '' },
    call: {
      Delete: () => {
        const properties = new Map(sheet.furniture.properties);
        properties.delete(key);
        context.workbook.furnish(sheet, { properties });
      },
    },
  });
  return {
    type: 'WorksheetCustomPropertyCollection',
    items: () => [...sheet.furniture.properties.keys()].map(property),
    call: {
      Add: (key, value) => {
        context.guardSheet(sheet);
        const properties = new Map(sheet.furniture.properties).set(text(key), text(value));
        context.workbook.furnish(sheet, { properties });
        return property(text(key));
      },
      GetItemOrNullObject: (key) => (sheet.furniture.properties.has(text(key)) ? property(text(key)) : NULL_OBJECT),
    },
  };
}

function seriesObject(
  context: RichContext,
  sheet: EmulatedSheet,
  current: () => EmulatedSeries,
  change: (part: Partial<EmulatedSeries>) => void,
): RichObject {
  return {
    type: 'ChartSeries',
    get: { Name: () => current().name },
    set: { Name: (value) => change({ name: text(value) }), HasDataLabels: () => undefined },
    navigate: {
      Format: () => ({
        type: 'ChartSeriesFormat',
        navigate: {
          Fill: () => ({ type: 'ChartFill', call: { SetSolidColor: (value) => change({ color: text(value) }) } }),
        },
      }),
    },
    call: {
      SetValues: (range) => change({ values: areaIn(context, sheet, range) }),
      SetXAxisValues: (range) => change({ categories: areaIn(context, sheet, range) }),
    },
  };
}

function chartObject(context: RichContext, sheet: EmulatedSheet, id: string): RichObject {
  const current = (): EmulatedChart => {
    const chart = sheet.furniture.charts.find((one) => one.id === id);
    if (chart === undefined) throw itemNotFound();
    return chart;
  };
  const change = (part: Partial<EmulatedChart>): void => {
    const changed = { ...current(), ...part };
    context.workbook.furnish(sheet, {
      charts: sheet.furniture.charts.map((chart) => (chart.id === id ? changed : chart)),
    });
  };
  const line = (index: number): RichObject => {
    const one = (): EmulatedSeries => {
      const found = current().series[index];
      if (found === undefined) throw itemNotFound();
      return found;
    };
    return seriesObject(context, sheet, one, (part) =>
      change({ series: current().series.map((series, at) => (at === index ? { ...series, ...part } : series)) }),
    );
  };
  return {
    type: 'Chart',
    idProperty: 'Id',
    get: { Id: () => id, ChartType: () => current().type },
    navigate: {
      Title: () => ({
        type: 'ChartTitle',
        get: { Text: () => current().title },
        set: { Text: (value) => change({ title: text(value) }) },
      }),
      Legend: () => ({
        type: 'ChartLegend',
        set: { Visible: (value) => change({ legend: value === true }), Position: () => undefined },
      }),
      Axes: () => ({
        type: 'ChartAxes',
        navigate: {
          CategoryAxis: () => ({
            type: 'ChartAxis',
            set: { ReversePlotOrder: (value) => change({ reversed: value === true }) },
          }),
        },
      }),
      Series: () => ({
        type: 'ChartSeriesCollection',
        items: () => current().series.map((_, index) => line(index)),
        call: {
          GetItemAt: (index) => line(typeof index === 'number' ? index : 0),
          Add: (name) => {
            const { series } = current();
            const [first] = series;
            if (first === undefined) throw invalidArgument();
            change({ series: [...series, { ...first, name: typeof name === 'string' ? name : '', color: null }] });
            return line(series.length);
          },
        },
      }),
    },
    call: {
      Delete: () => {
        current();
        context.workbook.furnish(sheet, { charts: sheet.furniture.charts.filter((chart) => chart.id !== id) });
      },
      SetPosition: (first, last) => {
        const from = areaIn(context, sheet, first);
        const to = last === undefined || last === null ? from : areaIn(context, sheet, last);
        const at = { ...from, rowCount: to.row - from.row + 1, columnCount: to.column - from.column + 1 };
        change({ at });
      },
    },
  };
}

function chartsObject(context: RichContext, sheet: EmulatedSheet): RichObject {
  return {
    type: 'ChartCollection',
    items: () => sheet.furniture.charts.map(({ id }) => chartObject(context, sheet, id)),
    item: (id) => {
      if (!sheet.furniture.charts.some((chart) => chart.id === id)) throw itemNotFound();
      return chartObject(context, sheet, text(id));
    },
    call: {
      GetCount: () => sheet.furniture.charts.length,
      Add: (type, source) => {
        context.guardObjects(sheet);
        const values = areaIn(context, sheet, source);
        const chart: EmulatedChart = {
          id: context.workbook.newId(),
          type: text(type),
          title: '',
          legend: true,
          reversed: false,
          series: [{ name: '', values, categories: null, color: null }],
          at: null,
        };
        context.workbook.furnish(sheet, { charts: [...sheet.furniture.charts, chart] });
        return chartObject(context, sheet, chart.id);
      },
    },
  };
}

/** What a worksheet has besides its cells: custom properties, charts, filter, frozen rows, page layout. */
export function furniture(context: RichContext, sheet: EmulatedSheet): Record<string, () => RichObject> {
  return {
    CustomProperties: () => propertiesObject(context, sheet),
    Charts: () => chartsObject(context, sheet),
    AutoFilter: () => ({
      type: 'AutoFilter',
      call: {
        Apply: (range) => {
          context.guardObjects(sheet);
          context.workbook.furnish(sheet, { filter: areaIn(context, sheet, range) });
        },
        Remove: () => context.workbook.furnish(sheet, { filter: null }),
      },
    }),
    FreezePanes: () => ({
      type: 'WorksheetFreezePanes',
      call: {
        FreezeRows: (count) => {
          if (typeof count !== 'number') throw new ApiError('InvalidArgument', 'A number of rows is needed.');
          context.workbook.furnish(sheet, { frozenRows: count });
        },
        Unfreeze: () => context.workbook.furnish(sheet, { frozenRows: 0 }),
      },
    }),
    PageLayout: () => ({
      type: 'PageLayout',
      set: { Orientation: () => undefined, Zoom: zoom },
      call: {
        SetPrintArea: (range) => context.workbook.furnish(sheet, { printArea: areaIn(context, sheet, range) }),
        SetPrintTitleRows: (rows) => context.workbook.furnish(sheet, { printTitles: text(rows) }),
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
