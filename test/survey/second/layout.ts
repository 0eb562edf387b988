import type { Choices, Scoring } from './facts';
import { HEADINGS } from './content';

/** How a form is laid out, chosen once, so that it can be printed again with other facts. */
export interface Layout {
  readonly heads: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
  readonly levels: 'three' | 'two' | 'one' | 'band' | 'lead' | 'four';
  readonly weightsAt: 'column' | 'column and block column' | 'name' | 'block label';
  readonly labels: 'plain' | 'points below' | 'points beside' | 'per cent';
  readonly target: 'one' | 'split' | 'unit apart' | 'words';
  readonly actualUnit: boolean;
  readonly points: 'plain' | '分';
  readonly weightAs: 'points' | 'per cent';
  readonly rates: '%' | 'plain';
  readonly shareAs: '%' | 'fraction';
  readonly names: 'plain' | 'numbered' | 'prefixed';
  readonly subtotals: 'none' | 'below' | 'above' | 'bare below';
  readonly total: 'below' | 'above' | 'info' | 'sentence' | 'none';
  readonly money: 'rows' | 'columns' | 'pairs' | 'sentence' | 'below';
  readonly moneyFields: readonly string[];
  readonly moneyUnit: 'label' | 'corner' | 'cells';
  readonly moneyNumbers: 'plain' | 'thousands' | 'two places';
  readonly info: 'pairs' | 'lines' | 'sentence';
  readonly evidence: 'one' | 'two' | 'remark' | 'below';
  readonly grouped: boolean;
  readonly goal: 'side by side' | 'stacked' | 'none';
  readonly tail: 'none' | 'note' | 'signatures' | 'projects' | 'years';
  readonly merges: 'merged' | 'unmerged' | 'repeated';
  readonly typed: boolean;
  readonly gap: boolean;
  readonly hidden: boolean;
  readonly offset: number;
  readonly blank: '' | '无' | '/' | '—';
}

const FIELDS: readonly (readonly string[])[] = [
  ['start', 'budget', 'spent', 'rate'],
  ['budget', 'spent', 'rate'],
  ['start', 'adjusted', 'budget', 'spent', 'left', 'rate'],
  ['budget', 'arrived', 'spent', 'rate'],
];

const ORDERS: readonly (readonly string[])[] = [
  ['target', 'actual', 'weight', 'score'],
  ['weight', 'target', 'actual', 'score'],
  ['target', 'weight', 'actual', 'score'],
  ['weight', 'score', 'target', 'actual'],
  ['target', 'actual', 'score', 'weight'],
];

const LEVELS: Readonly<Record<Layout['levels'], readonly string[]>> = {
  three: ['first', 'second', 'name'],
  two: ['first', 'name'],
  one: ['name'],
  band: ['number', 'second', 'name'],
  lead: ['lead', 'first', 'second', 'name'],
  four: ['first', 'second', 'third', 'name'],
};

export function drawScoring(choices: Choices): Scoring {
  return {
    rounding: choices.pick('rounding', ['half up', 'truncated', 'one place'], 0.6),
    rule: choices.pick('rule', ['proportion', 'printed'], 0.65),
    scored: choices.pick('scored', ['points', 'coefficient', 'weighed', 'none'], 0.6),
  };
}

export function drawLayout(choices: Choices, { rule, scored }: Scoring, moneyScored: boolean): Layout {
  const levels = choices.pick('levels', ['three', 'two', 'one', 'band', 'lead', 'four'], 0.4);
  const heads: Record<string, string> = {};
  for (const [key, [usual = '', ...others]] of Object.entries(HEADINGS))
    heads[key] = choices.pick(`heading ${key}`, [usual, ...others], 0.4);
  if (levels !== 'three')
    heads.name = choices.pick('heading name', ['指标名称', '绩效指标', '指标内容', '具体指标', '明细指标']);
  if (levels === 'four') heads.name = '四级指标';
  const plainWeights = scored === 'none' || scored === 'weighed' || scored === 'coefficient';
  const weightsAt = plainWeights
    ? 'column'
    : choices.pick(
        'weights at',
        levels === 'one' ? ['column', 'name'] : ['column', 'column and block column', 'name', 'block label'],
        0.6,
      );
  const target = choices.pick('target', ['one', 'split', 'unit apart', 'words'], 0.5);
  const evidence = choices.pick('evidence', ['one', 'two', 'remark', 'below'], 0.5);
  const moneyFields = FIELDS[Number(choices.pick('money fields', ['0', '1', '2', '3'], 0.4))] ?? [];
  let order = [...(ORDERS[Number(choices.pick('order', ['0', '1', '2', '3', '4'], 0.4))] ?? [])];
  if (scored === 'none') order = order.filter((key) => key === 'target' || key === 'actual');
  if (weightsAt === 'name' || weightsAt === 'block label') order = order.filter((key) => key !== 'weight');
  const columns = order.flatMap((key) => {
    if (key === 'target')
      return target === 'split'
        ? ['sign', 'target', 'unit']
        : target === 'unit apart'
          ? ['target', 'unit']
          : ['target'];
    if (key !== 'score') return [key];
    return scored === 'coefficient' ? ['coefficient', 'score'] : scored === 'weighed' ? ['raw', 'weighed'] : ['score'];
  });
  const insert = (before: string, key: string): void => {
    const place = columns.indexOf(before);
    columns.splice(place === -1 ? columns.length : place, 0, key);
  };
  const extra = choices.pick('extra column', ['none', 'rate', 'source', 'reviewed', 'last', 'remark'], 0.5);
  if (extra === 'rate') columns.splice(columns.indexOf('actual') + 1, 0, 'rate');
  if (extra === 'source') columns.push('source');
  if (extra === 'last') insert('target', 'last');
  if (extra === 'reviewed' && scored !== 'none') columns.push('reviewed');
  if (rule === 'printed' && scored !== 'none')
    insert(choices.pick('standard before', ['weight', 'target', 'end'], 0.4), 'standard');
  if (weightsAt === 'column and block column' && ['three', 'two', 'lead', 'four'].includes(levels))
    choices.choices.set('block column', 'yes');
  if (evidence === 'two') columns.push('cause', 'measure');
  if (evidence === 'one') columns.push('reason');
  if (evidence === 'remark') columns.push('remark');
  else if (extra === 'remark') columns.push('blank');
  const front = LEVELS[levels].flatMap((key) =>
    key === 'first' && choices.choices.get('block column') === 'yes' ? [key, 'block weight'] : [key],
  );
  if (levels !== 'band' && choices.rarely('numbers', 0.15)) front.unshift('number');
  const canMerge = levels !== 'one';
  return {
    heads,
    levels,
    target,
    evidence,
    moneyFields,
    weightsAt:
      weightsAt === 'column and block column' && choices.choices.get('block column') !== 'yes' ? 'column' : weightsAt,
    columns: [...front, ...columns],
    labels:
      weightsAt === 'block label'
        ? 'points beside'
        : scored === 'none'
          ? 'plain'
          : choices.pick('labels', ['plain', 'points below', 'points beside', 'per cent'], 0.5),
    actualUnit:
      target === 'one' || target === 'words'
        ? choices.pick('actual', ['with unit', 'bare'], 0.6) === 'with unit'
        : false,
    points: choices.pick('points as', ['plain', '分'], 0.85),
    weightAs:
      weightsAt === 'column' && scored === 'weighed'
        ? choices.pick('weight as', ['points', 'per cent'], 0.5)
        : 'points',
    rates: choices.pick('money rate as', ['%', 'plain'], 0.75),
    shareAs: choices.pick('share as', ['%', 'fraction'], 0.6),
    names: choices.pick('names', ['plain', 'numbered', 'prefixed'], 0.6),
    subtotals:
      scored === 'none' || weightsAt === 'name'
        ? 'none'
        : choices.pick('subtotals', ['none', 'below', 'above', 'bare below'], 0.6),
    total: scored === 'none' ? 'none' : choices.pick('total', ['below', 'above', 'info', 'sentence', 'none'], 0.5),
    money: choices.pick(
      'money as',
      moneyScored ? ['rows', 'below', 'columns', 'pairs'] : ['rows', 'columns', 'pairs', 'sentence', 'below'],
      0.45,
    ),
    moneyUnit: choices.pick('money unit at', ['label', 'corner', 'cells'], 0.6),
    moneyNumbers: choices.pick('money numbers', ['plain', 'thousands', 'two places'], 0.5),
    info: choices.pick('info', ['pairs', 'lines', 'sentence'], 0.5),
    grouped: choices.rarely('two rows of headings', 0.2),
    goal: choices.pick('goal', ['side by side', 'stacked', 'none'], 0.5),
    tail: choices.pick('tail', ['none', 'note', 'signatures', 'projects', 'years'], 0.4),
    merges: canMerge ? choices.pick('merges', ['merged', 'unmerged', 'repeated'], 0.55) : 'merged',
    typed: choices.pick('cells', ['typed', 'texts'], 0.6) === 'typed',
    gap: choices.rarely('empty column', 0.1),
    hidden: choices.rarely('hidden row', 0.1),
    offset: choices.rarely('away from the corner', 0.15) ? 1 : 0,
    blank: choices.pick('nothing to say', ['', '无', '/', '—'], 0.5),
  };
}
