import { type Draw, shuffled, sum } from './draw';
import type { Facts } from './facts';
import { HEADINGS, type HeadingRole, TITLES, TOTAL_LABELS } from './words';

/** What stands in one column of the table of indicators. */
export type Field =
  | 'lead'
  | 'number'
  | 'gap'
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
  | 'firstPart'
  | 'secondPart'
  | 'actual'
  | 'verdict'
  | 'coefficient'
  | 'weight'
  | 'extra'
  | 'raw'
  | 'score'
  | 'reviewed'
  | 'difference'
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
  readonly figures: 'number' | 'text' | 'decimals' | 'full width' | 'points' | 'trailing space' | 'mixed';
  readonly percentWeights: boolean;
  /** The form says what is taken off each item instead of its score. */
  readonly deducted: boolean;
  /** （A） and （分） stand in a row of their own below the headings. */
  readonly letters: boolean;
  readonly operators: 'symbols' | 'ascii' | 'words' | 'behind' | 'none' | 'coded' | 'full width';
  readonly targets:
    'inline' | 'in name' | 'sign' | 'unit' | 'sign and unit' | 'nature and unit' | 'nature, sign and unit';
  readonly shares: 'text' | 'fraction' | 'displayed' | 'mixed';
  readonly units: 'behind' | 'spaced' | 'bare' | 'in name';
  readonly actuals: 'plain' | 'worded' | 'with operator';
  /** How a level's label is written. */
  readonly labelStyle: 'plain' | 'numbered' | 'vertical';
  /** Words for ≥ and ≤ in a target. */
  readonly spoken: readonly [least: string, most: string];
  /** How points stand in a label; 0 is replaced by them. */
  readonly points: string;
  readonly headerAgain: boolean;
  /** Rows of facts about the project before the table. */
  readonly facts: boolean;
  readonly heading: 'plain' | 'with place and year' | 'none';
  /** 附件2 over the title. */
  readonly annex: boolean;
  readonly footnote: boolean;
  readonly padded: boolean;
  readonly digits: 'plain' | 'thousands' | 'full width' | 'mixed';
  readonly evidence: 'both' | 'reason' | 'two' | 'basis' | 'remark' | 'none';
  readonly atFull: '' | '无' | '/';
  readonly subtotals:
    'none' | 'labelled below' | 'bare below' | 'bare above' | 'labelled above' | 'bare over all' | 'labelled under all';
  readonly prefix: 'none' | '指标1：' | '1.' | '★';
  readonly total: 'row' | 'one cell' | 'top' | 'beside' | 'labelled score' | 'first row';
  readonly totalLabel: string;
  readonly grade: boolean;
  readonly fills: 'none' | 'template rows' | 'blank rows' | 'slash rows';
  readonly note: boolean;
  readonly signed: 'no' | 'yes' | 'in several rows' | 'above';
  /** What it looks like after it was copied from Word, set in narrow cells. */
  readonly word: 'none' | 'broken heads' | 'spread heads' | 'broken heads and names' | 'breaks between words';
  /** How the table goes on on a second page. */
  readonly page: 'none' | 'headings' | 'title and headings' | 'continued';
  /** A row with words on what follows, between two blocks. */
  readonly middleNote: '' | '注：以下指标按年度总结填列' | '说明：效益类指标由业务科室填报' | '（以下由业务科室填写）';
  readonly numbering: 'plain' | 'padded' | 'letters' | 'parted';
  readonly offset: 'none' | 'one';
}

const SPOKEN = {
  不低于: ['不低于', '不高于'],
  不少于: ['不少于', '不超过'],
  达到: ['达到', '控制在'],
  至少: ['至少', '最多'],
  大于等于: ['大于等于', '小于等于'],
  不能低于: ['不能低于', '不能超过'],
} as const;

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

/** A column of figures beside the others; each may be taken for one of them. */
export type Extra =
  | 'none'
  | 'last year'
  | 'remark'
  | 'serial'
  | 'attainment'
  | 'deviation'
  | 'lost points'
  | 'score rate'
  | 'quality'
  | 'source';

const EXTRA_HEADINGS: Readonly<Record<Exclude<Extra, 'none'>, readonly string[]>> = {
  remark: ['备注', '附件编号', '佐证材料页码', '备注（凭证号）', '页码'],
  serial: ['行次', '项次', '指标编码', '指标序号', '栏次'],
  'last year': ['上年完成值', '上年实际值', '历史值', '上年度指标值', '前三年平均值', '基期值'],
  attainment: ['完成率', '完成率（%）', '指标完成率', '完成比例', '完成程度', '实现率（%）'],
  deviation: ['偏差率', '偏差率（%）', '偏离度', '偏差值', '偏差幅度（%）'],
  'lost points': ['扣分', '扣分值', '失分', '扣减分值', '应扣分'],
  quality: ['指标类型', '定量/定性', '指标属性', '定性/定量指标'],
  source: ['数据来源', '佐证材料', '责任科室', '完成时间', '自评人', '取数依据'],
  'score rate': ['得分率', '得分率（%）', '得分比率', '指标得分率'],
};

interface ColumnChoices extends Pick<Layout, 'levels' | 'weightsAt' | 'targets' | 'evidence'> {
  /** The header has one row. */
  readonly one: boolean;
  /** The table's points are 80 of 100. */
  readonly eighty: boolean;
}

function columnsOf(draw: Draw, { levels, weightsAt, targets, evidence, eighty, one }: ColumnChoices): Column[] {
  const column = (field: Field, role: HeadingRole, upper = ''): Column => {
    return { field, heading: draw.word(`heading ${role}`, HEADINGS[role]), upper };
  };
  const when = (stands: boolean, ...columns: readonly (() => Column)[]): Column[] => {
    return stands ? columns.map((one) => one()) : [];
  };
  const tree = '绩效指标';
  const own = weightsAt === 'column and level column';
  const levelWeight = (field: Field) => (): Column => {
    return { field, heading: draw.word('heading level weight', ['分值', '权重', '自评权重', '项目权重']), upper: tree };
  };
  const names = [
    ...when(levels === 'three' || levels === 'first', () => column('level1', 'level1', tree)),
    ...when(own, levelWeight('level1Weight')),
    ...when(levels === 'three' || levels === 'second' || levels === 'bands', () => column('level2', 'level2', tree)),
    ...when(
      own && levels === 'three' && draw.pick('second weight', { no: 1, yes: 1 }) === 'yes',
      levelWeight('level2Weight'),
    ),
    column('name', 'name', tree),
    ...when(draw.pick('definition', { none: 5, yes: 1 }) === 'yes', () => column('definition', 'definition')),
  ];

  const hasWeights = weightsAt.startsWith('column');
  const kinds: Readonly<Record<Extra, number>> = {
    none: 8,
    'last year': 1,
    remark: 1,
    serial: 1,
    attainment: 1,
    deviation: 1,
    'lost points': 1,
    'score rate': 1,
    quality: 1,
    source: 1,
  };
  const extra = draw.pick('extra column', kinds);
  const extraIn = (...here: readonly Extra[]): Column[] => {
    if (extra === 'none' || !here.includes(extra)) return [];
    return [{ field: 'extra', heading: draw.word(`heading ${extra}`, EXTRA_HEADINGS[extra]), upper: '' }];
  };

  const target = '年度指标值';
  const unit = when(targets.includes('unit'), () => column('unit', 'unit', target));
  const unitAt =
    unit.length === 0 ? 'none' : draw.pick('unit column', { 'behind target': 4, 'behind name': 1, 'behind actual': 1 });
  const T = [
    ...(unitAt === 'behind name' ? unit : []),
    ...extraIn('serial'),
    ...extraIn('quality', 'last year'),
    ...when(targets.includes('nature'), () => column('nature', 'nature', target)),
    ...when(targets.includes('sign'), () => column('sign', 'sign', target)),
    ...when(targets !== 'in name', () => column('target', 'target', targets === 'inline' ? '' : target)),
    ...(unitAt === 'behind target' ? unit : []),
  ];
  const judged = draw.pick('verdict', { none: 6, behind: 1, before: 1 });
  const verdict = (): Column => column('verdict', 'verdict', '完成情况');
  // What was reached in each half of the year, or in each place below one heading.
  const parted = draw.pick('parts of actual', { none: 8, halves: 1, places: one || judged !== 'none' ? 0 : 1 });
  const partsOf = { none: [], halves: ['上半年完成值', '下半年完成值'], places: ['城区', '乡镇'] }[parted];
  const spanning = parted === 'places' ? '全年完成值' : judged === 'none' ? '' : '完成情况';
  const actual = (): Column =>
    parted === 'places'
      ? { field: 'actual', heading: draw.word('heading whole', ['合计', '小计', '全县合计']), upper: spanning }
      : column('actual', 'actual', spanning);
  const A = [
    ...when(judged === 'before', verdict),
    ...partsOf.map((heading, at): Column => ({
      field: at === 0 ? 'firstPart' : 'secondPart',
      heading,
      upper: spanning,
    })),
    actual(),
    ...when(judged === 'behind', verdict),
    ...(unitAt === 'behind actual' ? unit.map((one) => ({ ...one, upper: '' })) : []),
    ...extraIn('attainment', 'deviation', 'source'),
  ];

  const order = draw.pick('order', { TAWS: 5, WTAS: 3, TWAS: 1, WSTA: 1, random: 1 });
  const letters = order === 'random' ? shuffled(draw.stream('random order'), ['T', 'A', 'W', 'S']) : order.split('');
  const rating = letters.join('').includes('WS') && hasWeights ? '评分情况' : '';
  const scored = hasWeights
    ? draw.pick('scored', { plain: 6, coefficient: 1, converted: 1, deducted: extra === 'lost points' ? 0 : 1 })
    : draw.instead('scored', 'plain');
  const deducted = (): Column => {
    return {
      field: 'score',
      heading: draw.word('heading deducted', EXTRA_HEADINGS['lost points'].slice(0, -1)),
      upper: '',
    };
  };
  const difference = (): Column => {
    return {
      field: 'difference',
      heading: draw.word('heading difference', ['差异', '差值', '得分差异', '分数差额']),
      upper: '',
    };
  };
  const reviewed =
    scored === 'deducted'
      ? draw.instead('reviewed', 'none')
      : draw.pick('reviewed', { none: 6, blank: 1, scores: 1, 'scores and difference': 1 });
  const W = when(hasWeights, () => column('weight', 'weight', rating));
  const S = [
    ...when(scored === 'coefficient', () => column('coefficient', 'coefficient', rating)),
    ...when(scored === 'converted', () => column('raw', 'raw', rating)),
    ...extraIn('lost points'),
    scored === 'deducted'
      ? deducted()
      : column('score', scored === 'converted' ? 'converted' : 'score', extra === 'lost points' ? '' : rating),
    ...extraIn('score rate'),
    ...when(reviewed !== 'none', () => column('reviewed', 'reviewed')),
    ...when(reviewed === 'scores and difference', difference),
  ];

  const standard = draw.pick('standard', { none: 4, 'behind names': 1, last: 1 });
  const rule = (): Column => column('standard', 'standard');
  const text: Readonly<Record<Layout['evidence'], readonly (() => Column)[]>> = {
    both: [() => column('reason', 'both')],
    reason: [() => column('reason', 'reason')],
    two: [() => column('reason', 'reason'), () => column('improvement', 'improvement')],
    basis: [() => column('basis', 'basis')],
    remark: [() => column('reason', 'remark')],
    none: [],
  };
  const first = draw.pick('first column', { none: 4, lead: 1, number: 1 });
  const leads = ['年度绩效指标', '绩效指标完成情况', '绩效指标', ...(eighty ? ['年度绩效目标1（80分）'] : [])];
  const free = leads.filter((heading) => names.every((one) => one.heading !== heading));
  const middle = new Map([
    ['T', T],
    ['A', A],
    ['W', W],
    ['S', S],
  ]);
  const all = [
    ...when(first === 'number', () => ({
      field: 'number',
      heading: draw.word('heading number', ['序号', '序 号', '编号', 'No.', 'NO', '#', '序列', '项目序号']),
      upper: '',
    })),
    ...when(first === 'lead', () => ({ field: 'lead', heading: draw.word('heading lead', free), upper: '' })),
    ...names,
    ...when(standard === 'behind names', rule),
    ...letters.flatMap((letter) => middle.get(letter) ?? []),
    ...when(standard === 'last', rule),
    ...text[evidence].map((one) => one()),
    ...extraIn('remark'),
  ];
  const gap = one ? draw.pick('empty column', { none: 8, name: 1, target: 1, reason: 1, each: 1 }) : 'none';
  const gaps: readonly Field[] = gap === 'each' ? ['name', 'target', 'actual', 'score'] : gap === 'none' ? [] : [gap];
  const withGaps = all.flatMap((column): Column[] =>
    gaps.includes(column.field) ? [column, { field: 'gap', heading: '', upper: '' }] : [column],
  );
  return paired(draw, withGaps, one);
}

/** 目标 and 实际 below one 指标值, where the heading has two rows and they stand beside each other. */
function paired(draw: Draw, columns: readonly Column[], one: boolean): Column[] {
  const at = columns.findIndex(({ field }) => field === 'target');
  const beside = columns[at + 1]?.field === 'actual' && columns[at]?.upper === '' && columns[at + 1]?.upper === '';
  const free = !one && beside;
  const pair = draw.pick('target and actual', { apart: 8, 'below one': free ? 1 : 0, 'bare below one': free ? 1 : 0 });
  if (pair === 'apart' || !free) return [...columns];
  const upper = draw.word('heading pair', ['指标值', '年度指标值', '指标值完成情况', '绩效指标值', '指标完成情况']);
  const [own, other] =
    pair === 'below one'
      ? draw
          .word('headings of pair', ['年初目标值|实际完成值', '目标值|完成值', '预期值|实现值', '计划|完成'])
          .split('|')
      : draw.word('bare headings of pair', ['目标|实际', '年初|年末', '计划数|实际数', '应完成|已完成']).split('|');
  return columns.map((column, index): Column => {
    if (index === at) return { ...column, heading: own ?? '', upper };
    return index === at + 1 ? { ...column, heading: other ?? '', upper } : column;
  });
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
    'in name': 1,
  });
  const evidence = draw.pick('evidence', { both: 5, reason: 2, two: 1, basis: 1, remark: 1, none: 1 });
  const eighty = sum(facts.blocks.map(({ weight }) => weight)) === 80;
  const headerRows = draw.pick('header rows', { one: 4, two: 2, three: 1 });
  const one = headerRows === 'one';
  const columns = columnsOf(draw, { levels, weightsAt, targets, evidence, eighty, one });
  const subtotals = draw.pick('subtotals', {
    none: 8,
    'labelled below': 1,
    'bare below': 1,
    'bare above': 1,
    'labelled above': 1,
    'bare over all': 1,
    'labelled under all': 1,
  });
  const operators = draw.pick('operators', {
    symbols: 4,
    ascii: 2,
    words: 2,
    behind: 1,
    none: 1,
    coded: 1,
    'full width': 1,
  });
  const spoken = operators === 'words' || operators === 'coded';
  const spare = facts.items.some(({ cause }) => cause !== '') || (facts.money?.cause ?? '') !== '';
  return {
    levels,
    weightsAt,
    targets,
    evidence,
    columns,
    subtotals,
    labels: draw.pick('labels', { merged: 3, repeated: 1, blank: 2 }),
    headerRows,
    title: draw.word('title', TITLES),
    figures: draw.pick('figures', {
      number: 6,
      text: 2,
      decimals: 2,
      'full width': 1,
      points: 1,
      'trailing space': 1,
      mixed: 1,
    }),
    percentWeights: weightsAt.startsWith('column') && draw.pick('percent weights', { no: 9, yes: 1 }) === 'yes',
    deducted: draw.choices.get('scored') === 'deducted',
    letters: draw.pick('heading letters', { no: 8, yes: 1 }) === 'yes',
    operators,
    shares: draw.pick('shares', { text: 5, displayed: 2, fraction: 1, mixed: 1 }),
    units: draw.pick('units', { behind: 5, spaced: 1, bare: 1, 'in name': 1 }),
    actuals: draw.pick('actuals', { plain: 6, worded: 1, 'with operator': 1 }),
    labelStyle: draw.pick('label style', { plain: 5, numbered: 1, vertical: 1 }),
    spoken:
      SPOKEN[
        !spoken ? '不低于' : draw.pick('spoken', { 不低于: 2, 不少于: 1, 达到: 1, 至少: 1, 大于等于: 1, 不能低于: 1 })
      ],
    points: weightsAt.endsWith('label')
      ? draw.word('points in label', ['（0分）', '(0分)', '\n（0分）', '（0）', '0分', '【0分】', '（权重0%）', '[0]'])
      : '（0分）',
    facts: draw.pick('project rows', { few: 3, many: 1 }) === 'many',
    headerAgain: draw.pick('header again', { no: 8, 'in each block': 1 }) !== 'no',
    heading: draw.pick('title style', { plain: 4, 'with place and year': 2, none: 1 }),
    annex: draw.pick('annex', { no: 5, yes: 1 }) === 'yes',
    footnote: draw.pick('footnote', { no: 4, yes: 1 }) === 'yes',
    padded: draw.pick('padding', { no: 5, yes: 1 }) === 'yes',
    digits: draw.pick('digits', { plain: 5, thousands: 1, 'full width': 1, mixed: 1 }),
    atFull: { blank: '', none: '无', stroke: '/' }[
      draw.pick('at full marks', { blank: 3, none: 1, stroke: 1 })
    ] as Layout['atFull'],
    prefix: draw.pick('prefix', { none: 6, '指标1：': 1, '1.': 1, '★': 1 }),
    total: draw.pick('total', { row: 6, 'one cell': 1, top: 1, beside: 1, 'labelled score': 1, 'first row': 1 }),
    totalLabel: draw.word('total label', TOTAL_LABELS),
    grade: draw.pick('grade', { no: 4, yes: 1 }) === 'yes',
    fills: draw.pick('fills', { none: 6, 'template rows': 1, 'blank rows': 1, 'slash rows': 1 }),
    // A missed target has to be explained somewhere.
    note: draw.pick('note', { no: 2, yes: 1 }) === 'yes' || (evidence === 'none' && spare) || facts.money?.cause !== '',
    signed: draw.pick('signed', { no: 4, yes: 2, 'in several rows': 1, above: 1 }),
    word: draw.pick('copied from Word', {
      none: 8,
      'broken heads': 1,
      'spread heads': 1,
      'broken heads and names': 1,
      'breaks between words': 1,
    }),
    page: draw.pick('second page', { none: 9, headings: 1, 'title and headings': 1, continued: 1 }),
    middleNote: {
      none: '' as const,
      note: '注：以下指标按年度总结填列' as const,
      explained: '说明：效益类指标由业务科室填报' as const,
      bracketed: '（以下由业务科室填写）' as const,
    }[draw.pick('note between blocks', { none: 9, note: 1, explained: 1, bracketed: 1 })],
    numbering: draw.pick('numbering', { plain: 3, padded: 1, letters: 1, parted: 1 }),
    offset: draw.pick('offset', { none: 5, one: 1 }),
  };
}
