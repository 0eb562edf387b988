import { type Draw, shuffled, sum } from './draw';
import type { Facts } from './facts';
import { HEADINGS, type HeadingRole, TITLES, TOTAL_LABELS } from './words';

/** What stands in one column of the table of indicators. */
export type Field =
  | 'lead'
  | 'number'
  | 'level1'
  | 'level1Weight'
  | 'level2'
  | 'level2Weight'
  | 'name'
  | 'definition'
  | 'standard'
  | 'nature'
  | 'sign'
  | 'target'
  | 'unit'
  | 'actual'
  | 'verdict'
  | 'coefficient'
  | 'weight'
  | 'raw'
  | 'score'
  | 'reviewed'
  | 'basis'
  | 'reason'
  | 'improvement';

export interface Column {
  readonly field: Field;
  readonly heading: string;
  /** The heading that spans it and its neighbours, where the header has two rows. */
  readonly upper: string;
}

export type Levels = 'three' | 'first' | 'second' | 'one' | 'list' | 'bands';
export type WeightsAt = 'column' | 'column and label' | 'column and level column' | 'label' | 'second label' | 'name';

/** How a form is laid out; drawn from choices that do not depend on one another as far as they can stand together. */
export interface Layout {
  readonly levels: Levels;
  /** How a label stands over several rows. */
  readonly labels: 'merged' | 'repeated' | 'blank';
  readonly weightsAt: WeightsAt;
  readonly columns: readonly Column[];
  readonly headerRows: 'one' | 'two' | 'three';
  readonly title: string;
  readonly figures: 'number' | 'text' | 'decimals' | 'full width' | 'points' | 'trailing space';
  readonly percentWeights: boolean;
  readonly operators: 'symbols' | 'ascii' | 'words' | 'behind' | 'none' | 'coded' | 'full width';
  readonly targets: 'inline' | 'sign' | 'unit' | 'sign and unit' | 'nature and unit' | 'nature, sign and unit';
  readonly shares: 'text' | 'fraction' | 'displayed';
  readonly units: 'behind' | 'spaced' | 'bare';
  readonly digits: 'plain' | 'thousands' | 'full width';
  readonly evidence: 'both' | 'reason' | 'two' | 'basis' | 'remark' | 'none';
  readonly atFull: '' | '无' | '/';
  readonly subtotals:
    'none' | 'labelled below' | 'bare below' | 'bare above' | 'labelled above' | 'bare over all' | 'labelled under all';
  readonly prefix: 'none' | '指标1：' | '1.' | '★';
  readonly total: 'row' | 'one cell' | 'top' | 'beside' | 'labelled score';
  readonly totalLabel: string;
  readonly grade: boolean;
  readonly fills: 'none' | 'template rows' | 'blank rows';
  readonly note: boolean;
  readonly signed: boolean;
  readonly offset: 'none' | 'one';
}

const WITH_LABELS: readonly Levels[] = ['three', 'first', 'list', 'bands'];

function weightsFor(draw: Draw, levels: Levels): WeightsAt {
  const chosen = draw.pick('weights', {
    column: 6,
    'column and label': 3,
    'column and level column': 2,
    label: 3,
    'second label': 1,
    name: 1,
  });
  const first = WITH_LABELS.includes(levels);
  const second = levels === 'three' || levels === 'second';
  const stands = {
    column: true,
    name: true,
    'column and label': first,
    label: first,
    'column and level column': levels === 'three' || levels === 'first',
    'second label': second,
  };
  return stands[chosen] ? chosen : draw.instead('weights', 'column');
}

interface Words {
  (role: HeadingRole, plain?: boolean): string;
}

/** Usual words in half of the forms, so that what else is unusual can be seen. */
function wordsOf(draw: Draw): Words {
  const usual = draw.pick('words', { usual: 1, any: 1 }) === 'usual';
  return (role) => draw.word(`heading ${role}`, usual ? HEADINGS[role].slice(0, 3) : HEADINGS[role]);
}

const SCORED = { plain: 6, coefficient: 1, converted: 1 } as const;

function columnsOf(
  draw: Draw,
  levels: Levels,
  weightsAt: WeightsAt,
  targets: Layout['targets'],
  evidence: Layout['evidence'],
  eighty: boolean,
): Column[] {
  const word = wordsOf(draw);
  const column = (field: Field, role: HeadingRole, upper = ''): Column => ({ field, heading: word(role), upper });
  const tree = draw.word('upper tree', ['绩效指标', '指标体系', '绩效评价指标']);
  const own = weightsAt === 'column and level column';
  const names: Column[] = [];
  if (levels === 'three' || levels === 'first') names.push(column('level1', 'level1', tree));
  if (own)
    names.push({
      ...column('level1Weight', 'weight', tree),
      heading: draw.word('heading level weight', ['分值', '权重', '自评权重', '项目权重']),
    });
  if (levels === 'three' || levels === 'second' || levels === 'bands') names.push(column('level2', 'level2', tree));
  if (own && levels === 'three' && draw.pick('second weight', { yes: 1, no: 1 }) === 'yes') {
    names.push({ field: 'level2Weight', heading: names[1]?.heading ?? '分值', upper: tree });
  }
  names.push(column('name', 'name', tree));
  const sign = targets.includes('sign') ? [column('sign', 'sign', '年度指标值')] : [];
  const nature = targets.includes('nature') ? [column('nature', 'nature', '年度指标值')] : [];
  const unit = targets.includes('unit') ? [column('unit', 'unit', '年度指标值')] : [];
  const target = column('target', 'target', sign.length + unit.length > 0 ? '年度指标值' : '');
  const unitAt = draw.pick('unit column', { 'behind target': 4, 'behind name': 1, 'behind actual': 1 });
  const T = [
    ...(unitAt === 'behind name' ? unit : []),
    ...nature,
    ...sign,
    target,
    ...(unitAt === 'behind target' ? unit : []),
  ];
  const verdict = column('verdict', 'verdict', '完成情况');
  const actual = column('actual', 'actual', '完成情况');
  const A = { none: [{ ...actual, upper: '' }], behind: [actual, verdict], before: [verdict, actual] }[
    draw.pick('verdict', { none: 6, behind: 1, before: 1 })
  ];
  const behind = unitAt === 'behind actual' ? unit.map((one) => ({ ...one, upper: '' })) : [];
  const hasWeights = weightsAt.startsWith('column');
  const scored = hasWeights ? draw.pick('scored', SCORED) : draw.instead('scored', 'plain');
  const W = hasWeights ? [column('weight', 'weight', '评分情况')] : [];
  const S = [
    ...(scored === 'coefficient' ? [column('coefficient', 'coefficient', '评分情况')] : []),
    ...(scored === 'converted' ? [column('raw', 'raw', '评分情况')] : []),
    column('score', scored === 'converted' ? 'converted' : 'score', '评分情况'),
  ];
  const reviewed = draw.pick('reviewed', { none: 6, blank: 1 }) === 'blank' ? [column('reviewed', 'reviewed')] : [];
  const order = draw.pick('order', { TAWS: 5, WTAS: 3, TWAS: 1, WSTA: 1, random: 1 });
  const parts = new Map([
    ['T', T],
    ['A', [...A, ...behind]],
    ['W', W],
    ['S', [...S, ...reviewed]],
  ]);
  const letters = order === 'random' ? shuffled(draw.stream('random order'), ['T', 'A', 'W', 'S']) : order.split('');
  const middle = letters.flatMap((letter) => parts.get(letter) ?? []);
  const together = letters.join('').includes('WS');
  const standard = draw.pick('standard', { none: 4, 'behind names': 1, last: 1 });
  const rule = standard === 'none' ? [] : [column('standard', 'standard')];
  const definition = draw.pick('definition', { none: 5, yes: 1 }) === 'yes' ? [column('definition', 'definition')] : [];
  const text: Column[] = {
    both: () => [column('reason', 'both')],
    reason: () => [column('reason', 'reason')],
    two: () => [column('reason', 'reason'), column('improvement', 'improvement')],
    basis: () => [column('basis', 'basis')],
    remark: () => [column('reason', 'remark')],
    none: () => [],
  }[evidence]();
  const leads = ['年度绩效指标', '绩效指标完成情况', '绩效指标', ...(eighty ? ['年度绩效目标1（80分）'] : [])];
  const leading = draw.word(
    'heading lead',
    leads.filter((heading) => heading !== names.at(-1)?.heading),
  );
  const lead: readonly Column[] = {
    none: [],
    lead: [{ field: 'lead', heading: leading, upper: '' } as const],
    number: [{ field: 'number', heading: '序号', upper: '' } as const],
  }[draw.pick('first column', { none: 4, lead: 1, number: 1 })];
  const all = [
    ...lead,
    ...names,
    ...definition,
    ...(standard === 'behind names' ? rule : []),
    ...middle,
    ...(standard === 'last' ? rule : []),
    ...text,
  ];
  return all.map((one) =>
    one.upper === '评分情况' && !together && one.field === 'weight' ? { ...one, upper: '' } : one,
  );
}

/** Draws how the form of these facts is printed. */
export function drawLayout(draw: Draw, facts: Facts): Layout {
  const levels = draw.pick('levels', { three: 6, first: 1, second: 1, one: 1, list: 1, bands: 1 });
  const weightsAt = weightsFor(draw, levels);
  const targets = draw.pick('targets', {
    inline: 6,
    sign: 1,
    unit: 1,
    'sign and unit': 2,
    'nature and unit': 1,
    'nature, sign and unit': 1,
  });
  const evidence = draw.pick('evidence', { both: 5, reason: 2, two: 1, basis: 1, remark: 1, none: 1 });
  const eighty = sum(facts.blocks.map(({ weight }) => weight)) === 80;
  const columns = columnsOf(draw, levels, weightsAt, targets, evidence, eighty);
  const subtotals = draw.pick('subtotals', {
    none: 8,
    'labelled below': 1,
    'bare below': 1,
    'bare above': 1,
    'labelled above': 1,
    'bare over all': 1,
    'labelled under all': 1,
  });
  const spare = facts.items.some(({ cause }) => cause !== '') || (facts.money?.cause ?? '') !== '';
  return {
    levels,
    weightsAt,
    targets,
    evidence,
    columns,
    subtotals,
    labels: draw.pick('labels', { merged: 3, repeated: 1, blank: 2 }),
    headerRows: draw.pick('header rows', { one: 4, two: 2, three: 1 }),
    title: draw.word('title', TITLES),
    figures: draw.pick('figures', { number: 6, text: 2, decimals: 2, 'full width': 1, points: 1, 'trailing space': 1 }),
    percentWeights: weightsAt.startsWith('column') && draw.pick('percent weights', { no: 9, yes: 1 }) === 'yes',
    operators: draw.pick('operators', {
      symbols: 4,
      ascii: 2,
      words: 2,
      behind: 1,
      none: 1,
      coded: 1,
      'full width': 1,
    }),
    shares: draw.pick('shares', { text: 5, displayed: 2, fraction: 1 }),
    units: draw.pick('units', { behind: 5, spaced: 1, bare: 1 }),
    digits: draw.pick('digits', { plain: 5, thousands: 1, 'full width': 1 }),
    atFull: { blank: '', none: '无', stroke: '/' }[
      draw.pick('at full marks', { blank: 3, none: 1, stroke: 1 })
    ] as Layout['atFull'],
    prefix: draw.pick('prefix', { none: 6, '指标1：': 1, '1.': 1, '★': 1 }),
    total: draw.pick('total', { row: 6, 'one cell': 1, top: 1, beside: 1, 'labelled score': 1 }),
    totalLabel: draw.word('total label', TOTAL_LABELS),
    grade: draw.pick('grade', { no: 4, yes: 1 }) === 'yes',
    fills: draw.pick('fills', { none: 6, 'template rows': 1, 'blank rows': 1 }),
    // A missed target has to be explained somewhere.
    note: draw.pick('note', { no: 2, yes: 1 }) === 'yes' || (evidence === 'none' && spare) || facts.money?.cause !== '',
    signed: draw.pick('signed', { no: 2, yes: 1 }) === 'yes',
    offset: draw.pick('offset', { none: 5, one: 1 }),
  };
}
