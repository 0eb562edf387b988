import type { SheetSnapshot } from '../../src/sheet/snapshot';
import type { TestCell } from '../support/sheet';
import { type Draw, round2, sum } from './draw';
import { type Facts, type Item, itemsOf, totalOf } from './facts';
import type { Field, Layout } from './layout';
import { printMoney } from './money';
import { actualCell, cellText, extraCell, figure, operatorText, partCell, targetCell, weightFigure } from './notation';
import { Paper } from './paper';

/** A printed form; `at` gives the address of what a tag such as `item.3.score` or `total.score` names. */
export interface Printed {
  readonly sheet: SheetSnapshot;
  at(tag: string): string | null;
}

const NUMERALS = '一二三四五六七八九十';

class Table {
  private readonly at: ReadonlyMap<Field, number>;
  private leadFrom = 0;

  constructor(
    private readonly paper: Paper,
    private readonly facts: Facts,
    private readonly layout: Layout,
    private readonly draw: Draw,
  ) {
    this.at = new Map(layout.columns.map(({ field }, index) => [field, index]));
  }

  /** Writes a field in a row, where the layout has a column for it. */
  private put(row: number, field: Field, value: TestCell, tag?: string): void {
    const column = this.at.get(field);
    if (column !== undefined) this.paper.put(row, column, value, tag);
  }

  private get width(): number {
    return this.layout.columns.length;
  }

  header(): void {
    const { paper, layout } = this;
    const beside = layout.total === 'beside' ? [{ field: 'total', heading: layout.totalLabel, upper: '' }] : [];
    const columns = [...layout.columns, ...beside].map((column) => {
      const [heading, upper] = [column.heading, column.upper].map((words) => this.asCopied(words));
      return { ...column, heading: heading ?? '', upper: upper ?? '' };
    });
    if (layout.headerRows === 'three') paper.merge(paper.line(['绩效指标完成情况']), 0, 1, this.width);
    this.leadFrom = paper.next;
    if (layout.headerRows === 'one') {
      const row = paper.line(columns.map(({ heading }) => heading || null));
      this.mergeGaps(row);
      this.letters();
      return;
    }
    const top = paper.line(columns.map(({ heading, upper }) => (upper === '' ? heading : null)));
    const below = paper.line(columns.map(({ heading, upper }) => (upper === '' ? null : heading)));
    for (let first = 0; first < columns.length;) {
      const upper = columns[first]?.upper ?? '';
      let end = first + 1;
      while (upper !== '' && columns[end]?.upper === upper) end++;
      if (upper === '' && columns[first]?.field !== 'lead') paper.merge(top, first, 2, 1);
      else if (upper !== '') {
        paper.put(top, first, upper);
        paper.merge(top, first, 1, end - first);
      }
      first = end;
    }
    if (paper.next === below) paper.line([]);
    this.letters();
  }

  /** A heading as it looks when its table was copied from Word. */
  private asCopied(words: string): string {
    const { word } = this.layout;
    const half = Math.ceil(words.length / 2);
    if (word === 'none' || words.length < 2 || /[\s（]/.test(words)) return words;
    if (word === 'spread heads') return words.split('').join(words.length > 4 ? '' : ' ');
    if (word === 'breaks between words') return `${words.slice(0, 2)}\n${words.slice(2)}`.trim();
    return `${words.slice(0, half)}\n${words.slice(half)}`;
  }

  /** The heading again on a second page, in the middle of a block. */
  private nextPage(): void {
    const { page, title } = this.layout;
    if (page !== 'headings')
      this.paper.merge(this.band(page === 'continued' ? '续表' : title, 'continued'), 0, 1, this.width);
    this.header();
  }

  /** （A）, （B） and （分） below the headings. */
  private letters(): void {
    if (!this.layout.letters) return;
    const row = this.paper.line([]);
    const marks = { target: '（A）', actual: '（B）', weight: '（分）', score: '（分）' } as const;
    for (const field of ['target', 'actual', 'weight', 'score'] as const) this.put(row, field, marks[field]);
  }

  private pointsOf(items: readonly Item[]): TestCell {
    return this.points(sum(items.map(({ weight }) => weight)), sum(items.map(({ score }) => score)));
  }

  /** What the column of scores holds: a score, or what is taken off. */
  private points(weight: number, score: number): TestCell {
    return figure(this.layout, this.layout.deducted ? round2(weight - score) : score);
  }

  /** Merges each empty column with the one before it, as where a table stands below a wider one. */
  private mergeGaps(row: number): void {
    for (const [at, { field }] of this.layout.columns.entries())
      if (field === 'gap') this.paper.merge(row, at - 1, 1, 2);
  }

  /** A row that only sums up. */
  private subtotal(items: readonly Item[], label: string | null, tag: string): void {
    const row = this.paper.next;
    this.paper.line([]);
    const labels: readonly Field[] = ['level1', 'level2', 'name'];
    const at = labels.find((field) => this.at.has(field));
    if (label !== null && at !== undefined) this.put(row, at, label, `${tag}.label`);
    this.put(row, 'weight', weightFigure(this.layout, sum(items.map(({ weight }) => weight))), `${tag}.weight`);
    this.put(row, 'score', this.pointsOf(items), `${tag}.score`);
  }

  private subtotals(where: 'above' | 'below', block: number, name: string): void {
    const { subtotals } = this.layout;
    if (!subtotals.endsWith(where)) return;
    const label = subtotals.startsWith('bare') ? null : where === 'above' ? `${name}小计` : '小计';
    this.subtotal(itemsOf(this.facts, block), label, `subtotal.${block}`);
  }

  rows(): void {
    const { facts, layout, paper } = this;
    const first = paper.next;
    if (layout.total === 'first row') this.totalRow();
    if (layout.subtotals === 'bare over all') this.subtotal(facts.items, null, 'subtotal.all');
    for (const [block, { name }] of facts.blocks.entries()) {
      if (layout.middleNote !== '' && block === facts.blocks.length - 1 && block > 0)
        paper.merge(this.band(layout.middleNote, 'middle note'), 0, 1, this.width);
      if (layout.headerAgain && block > 0) this.header();
      this.subtotals('above', block, name);
      this.block(block);
      this.subtotals('below', block, name);
      if (layout.fills === 'blank rows') paper.line([]);
    }
    if (layout.subtotals === 'labelled under all') this.subtotal(facts.items, '小计', 'subtotal.all');
    if (this.at.has('lead')) paper.merge(this.leadFrom, 0, paper.next - this.leadFrom, 1);
    if (layout.total !== 'beside') return;
    paper.put(first, this.width, figure(layout, totalOf(facts)), 'total.score');
    paper.merge(first, this.width, paper.next - first, 1);
  }

  private label(name: string, place: number, weight: number, withWeight: boolean): string {
    const { labelStyle, padded } = this.layout;
    const points = withWeight ? this.layout.points.replace('0', String(weight)) : '';
    if (labelStyle === 'vertical') return `${name.split('').join('\n')}${points}`;
    return `${labelStyle === 'numbered' ? `${place + 1}.` : ''}${padded ? name.replace('指标', '\n指标 ') : name}${points}`;
  }

  private block(block: number): void {
    const { facts, layout, paper } = this;
    const { levels, weightsAt } = layout;
    const items = itemsOf(facts, block);
    const name = facts.blocks[block]?.name ?? '';
    const weight = sum(items.map((item) => item.weight));
    const label = this.label(name, block, weight, weightsAt === 'label' || weightsAt === 'column and label');
    const tag = `block.${block}.label`;
    if (levels === 'bands') paper.merge(this.band(label, tag), 0, 1, this.width);
    if (levels === 'list') this.heading(`${NUMERALS[block] ?? ''}、${label}`, items, tag);
    let first = paper.next;
    const groups = [...new Set(items.map(({ group }) => group))];
    for (const [index, group] of groups.entries()) {
      const below = items.filter((item) => item.group === group);
      const points = sum(below.map((item) => item.weight));
      const text = this.label(group, index, points, weightsAt === 'second label');
      const tags = `group.${block}.${index}`;
      if (levels === 'list') this.heading(`（${NUMERALS[index] ?? ''}）${text}`, below, `${tags}.label`);
      let from = paper.next;
      for (const [place, item] of below.entries()) {
        if (item === this.firstOfPage) {
          this.spreadBoth({ text, tags, points, from });
          this.spreadTop({ label, tag, weight, first, block });
          this.nextPage();
          first = from = paper.next;
        }
        this.item(item, place);
      }
      if (layout.fills === 'template rows' && levels !== 'list' && levels !== 'one')
        this.put(paper.line([]), 'name', '……');
      this.spreadBoth({ text, tags, points, from });
    }
    if (layout.fills === 'slash rows' && levels === 'three') this.notApplicable();
    this.spreadTop({ label, tag, weight, first, block });
  }

  /** The item with which the second page begins. */
  private get firstOfPage(): Item | null {
    const { items } = this.facts;
    const { levels, page } = this.layout;
    const fits = levels === 'three' || levels === 'first' || levels === 'second' || levels === 'one';
    return page === 'none' || !fits || items.length < 4 ? null : (items[Math.ceil(items.length / 2)] ?? null);
  }

  private spreadBoth(group: { text: string; tags: string; points: number; from: number }): void {
    const { text, tags, points, from } = group;
    this.spread('level2', from, this.paper.next, text, `${tags}.label`);
    this.spread('level2Weight', from, this.paper.next, figure(this.layout, points), `${tags}.weight`);
  }

  private spreadTop(group: { label: string; tag: string; weight: number; first: number; block: number }): void {
    const { label, tag, weight, first, block } = group;
    this.spread('level1', first, this.paper.next, label, tag);
    this.spread('level1Weight', first, this.paper.next, figure(this.layout, weight), `block.${block}.weight`);
  }

  /** A row of the printed form for which there is nothing to say. */
  private notApplicable(): void {
    const row = this.paper.line([]);
    this.put(row, 'level2', '其他指标');
    for (const field of ['name', 'target', 'actual', 'weight', 'score'] as const) this.put(row, field, '/');
  }

  private band(label: string, tag: string): number {
    const row = this.paper.line([]);
    this.paper.put(row, 0, label, tag);
    return row;
  }

  /** A heading in the one column of names. */
  private heading(text: string, items: readonly Item[], tag: string): void {
    const row = this.paper.line([]);
    this.put(row, 'name', text, tag);
    if (this.layout.weightsAt !== 'column') return;
    this.put(row, 'weight', weightFigure(this.layout, sum(items.map(({ weight }) => weight))), `${tag}.weight`);
    this.put(row, 'score', this.pointsOf(items), `${tag}.score`);
  }

  /** A label over the rows from `first` up to `end`. */
  private spread(field: Field, first: number, end: number, value: TestCell, tag: string): void {
    const column = this.at.get(field);
    if (column === undefined || end === first) return;
    this.put(first, field, value, tag);
    const { labels } = this.layout;
    const isLabel = field === 'level1' || field === 'level2';
    if (labels === 'repeated' && isLabel) for (let row = first + 1; row < end; row++) this.put(row, field, value);
    if (labels === 'merged') this.paper.merge(first, column, end - first, 1);
  }

  private nameOf(item: Item, place: number): string {
    const { prefix, weightsAt, levels } = this.layout;
    const weight = weightsAt === 'name' ? `（${item.weight}分）` : '';
    const before =
      prefix === '指标1：'
        ? `指标${place + 1}：`
        : prefix === '★'
          ? '★'
          : prefix === '1.' || levels === 'list'
            ? `${place + 1}.`
            : '';
    const unit = this.layout.units === 'in name' && !this.at.has('unit') && item.unit !== '' ? `（${item.unit}）` : '';
    const { targets, padded, word } = this.layout;
    const target = targets === 'in name' && item.operator !== '' ? cellText(targetCell(this.layout, item)) : '';
    const half = Math.ceil(item.name.length / 2);
    const broken = word === 'broken heads and names';
    const name = broken ? `${item.name.slice(0, half)}\n${item.name.slice(half)}` : item.name;
    return `${before}${padded ? `${name} ` : name}${unit}${target}${weight}`;
  }

  private item(item: Item, place: number): void {
    const { facts, layout, paper, draw } = this;
    const index = facts.items.indexOf(item);
    const row = paper.line([]);
    const put = (field: Field, value: TestCell): void => this.put(row, field, value, `item.${index}.${field}`);
    put('number', this.numberOf(index, item));
    put('name', this.nameOf(item, place));
    const named = this.at.get('name');
    if (layout.targets === 'in name' && item.operator !== '' && named !== undefined)
      paper.tag(row, named, `item.${index}.target`);
    put('definition', `反映${item.name}的情况`);
    put('standard', item.standard);
    put('nature', item.operator === '≤' || item.kind === 'none' ? '反向' : '正向');
    put('sign', operatorText(layout, item));
    put('target', targetCell(layout, item));
    put('unit', item.unit === '' ? '/' : item.unit);
    put('actual', actualCell(layout, item));
    put('verdict', isMissed(item) ? '未完成' : '完成');
    const ratio = item.weight === 0 ? 1 : item.score / item.weight;
    const asPercent = hasPercentCoefficient(layout);
    put('coefficient', asPercent ? Math.round(ratio * 10000) / 100 : Math.round(ratio * 10000) / 10000);
    put('raw', Math.round(ratio * 10000) / 100);
    for (const [at, field] of (['firstPart', 'secondPart'] as const).entries()) put(field, partCell(item, at));
    const extra = draw.choices.get('extra column');
    put('extra', extra === 'serial' ? index + 1 : extraCell(extra, item));
    put('weight', weightFigure(layout, item.weight));
    put('score', this.points(item.weight, item.score));
    if (draw.choices.get('reviewed')?.startsWith('scores') === true) {
      put('reviewed', figure(layout, reviewOf(item)));
      put('difference', figure(layout, round2(reviewOf(item) - item.score)));
    }
    this.texts(item, put);
    this.mergeGaps(row);
    for (const [at, part] of item.parts.entries()) {
      const below = paper.line([]);
      const as = { ...item, ...part };
      this.put(below, 'name', `    ${part.name}`, `part.${index}.${at}.name`);
      this.put(below, 'sign', operatorText(layout, as));
      this.put(below, 'target', targetCell(layout, as), `part.${index}.${at}.target`);
      this.put(below, 'unit', item.unit);
      this.put(below, 'actual', actualCell(layout, as), `part.${index}.${at}.actual`);
    }
    const over = ['number', 'weight', 'coefficient', 'raw', 'score', 'reviewed', 'difference', 'reason'] as const;
    if (draw.choices.get('parts') !== 'merged') return;
    for (const column of over.flatMap((field) => this.at.get(field) ?? []))
      paper.merge(row, column, 1 + item.parts.length, 1);
  }

  private numberOf(index: number, { block }: Item): TestCell {
    const { numbering } = this.layout;
    if (numbering === 'padded') return String(index + 1).padStart(2, '0');
    if (numbering === 'letters') return `A${index + 1}`;
    return numbering === 'parted' ? `${block + 1}-${index + 1}` : index + 1;
  }

  private texts(item: Item, put: (field: Field, value: TestCell) => void): void {
    const { evidence, atFull } = this.layout;
    const { cause, measure, basis } = item;
    const missed = cause !== '' || measure !== '';
    if (evidence === 'two') {
      put('reason', missed ? cause : atFull);
      put('improvement', missed ? measure : atFull);
    } else if (evidence === 'basis') {
      put(
        'basis',
        [basis, cause && `未达标原因：${cause}`, measure && `改进措施：${measure}`].filter(Boolean).join('；'),
      );
    } else
      put('reason', !missed ? atFull : evidence === 'reason' ? cause : [cause, measure].filter(Boolean).join('。'));
  }

  total(): void {
    if (['top', 'beside', 'first row'].includes(this.layout.total)) return;
    this.totalRow();
  }

  private totalRow(): void {
    const { facts, layout, paper, draw } = this;
    const stated = totalOf(facts);
    const row = paper.line([]);
    if (layout.total === 'one cell') {
      paper.put(row, 0, `${layout.totalLabel}：${stated}分`, 'total.score');
      paper.merge(row, 0, 1, this.width);
      return;
    }
    // What stands at the edge of the table stands over its first row too.
    paper.put(row, layout.total === 'first row' && this.at.has('lead') ? 1 : 0, layout.totalLabel, 'total.label');
    if (this.at.get('weight') !== 0)
      this.put(
        row,
        'weight',
        weightFigure(layout, sum([...facts.items.map(({ weight }) => weight), facts.money?.weight ?? 0])),
        'total.weight',
      );
    const score = this.at.get('score') ?? 0;
    if (layout.total === 'labelled score' && !layout.deducted && score > 1 && score - 1 !== this.at.get('weight'))
      paper.put(row, score - 1, '自评得分');
    if (draw.choices.get('reviewed')?.startsWith('scores') === true) {
      const reviewed = sum([...facts.items.map(reviewOf), facts.money?.score ?? 0]);
      this.put(row, 'reviewed', figure(layout, reviewed), 'total.reviewed');
      this.put(row, 'difference', figure(layout, round2(reviewed - stated)));
    }
    if (layout.deducted) {
      const weight = sum([...facts.items.map((item) => item.weight), facts.money?.weight ?? 0]);
      this.put(row, 'score', figure(layout, round2(weight - stated)), 'total.lost');
      this.put(paper.line(['自评得分']), 'score', figure(layout, stated), 'total.score');
    } else this.put(row, 'score', figure(layout, stated), 'total.score');
    if (layout.grade) paper.put(row, this.at.get('reason') ?? this.width, gradeOf(stated), 'total.grade');
  }
}

/** What a reviewer gave for an item: less for some. */
const reviewOf = ({ score }: Item): number => (score > 5 && Math.round(score) % 3 === 0 ? round2(score - 0.5) : score);

export const hasPercentCoefficient = ({ columns }: Layout): boolean =>
  columns.some(({ field, heading }) => field === 'coefficient' && heading.includes('%'));

export const gradeOf = (total: number): string => (total >= 90 ? '优' : total >= 80 ? '良' : total >= 60 ? '中' : '差');

export function isMissed({ operator, target, actual }: Pick<Item, 'operator' | 'target' | 'actual'>): boolean {
  if (typeof target !== 'number' || typeof actual !== 'number') return false;
  return operator === '≤' ? actual > target : target === 0 ? actual > 0 : actual < target;
}

/** Prints the facts as the layout has it. */
export function print(draw: Draw, facts: Facts, layout: Layout): Printed {
  const paper = new Paper(layout.offset === 'one' ? 1 : 0, layout.labels === 'merged', facts.printed);
  const width = Math.max(6, layout.columns.length);
  const place = draw.choices.get('money');
  if (layout.annex) paper.line(['附件2']);
  const title = layout.heading === 'plain' ? layout.title : `青川县${facts.year}年度${layout.title}`;
  if (layout.heading !== 'none') paper.merge(paper.line([title]), 0, 1, width);
  if (layout.heading === 'plain') paper.merge(paper.line([`（${facts.year}年度）`]), 0, 1, width);
  paper.line(['项目名称', '乡村振兴综合服务项目']);
  paper.line(['主管部门', '县农业农村局', null, '实施单位', '县农业技术推广中心']);
  if (layout.signed === 'above')
    paper.line([
      '单位负责人（签章）：',
      null,
      '财务负责人：王强',
      null,
      '填表人：李敏',
      `填报时间：${facts.year + 1}年3月15日`,
    ]);
  if (layout.facts) {
    paper.line(['项目类型', '1、常年性项目□ 2、延续性项目☑ 3、一次性项目□']);
    paper.line(['项目起止时间', `${facts.year}年1月至${facts.year}年12月`, null, '项目总投资（万元）', 3860]);
    paper.line(['项目负责人及电话', '李敏 0000-0000000', null, '自评时间', `${facts.year + 1}年3月`]);
  }
  if (layout.total === 'top') {
    const row = paper.line(['自评总分', null]);
    paper.put(row, 1, figure(layout, totalOf(facts)), 'total.score');
  }
  if (facts.money !== null && place !== 'rows below') printMoney(draw, paper, facts.money, layout);
  const goals = paper.line(['年度总体目标', '预期目标', null, null, '实际完成情况']);
  const row = paper.line([]);
  paper.put(row, 1, facts.goal, 'goal');
  paper.put(row, 4, facts.completion, 'completion');
  paper.merge(goals, 0, 2, 1);
  const table = new Table(paper, facts, layout, draw);
  table.header();
  table.rows();
  table.total();
  if (facts.money !== null && place === 'rows below') printMoney(draw, paper, facts.money, layout);
  if (layout.note) {
    const causes = [facts.money?.cause ?? '', ...facts.items.map(({ cause }) => cause)].filter((cause) => cause !== '');
    const at = paper.line(['未完成原因及改进措施']);
    paper.put(
      at,
      1,
      causes.length === 0 ? '无' : `${[...new Set(causes)].join('；')}。改进措施：加强过程管理，按月调度。`,
      'note',
    );
  }
  if (layout.footnote) {
    paper.line(['注：1.得分一档最高不能超过该指标分值上限。2.完成值达到目标值的记满分，低于60%的不得分。']);
  }
  if (layout.signed === 'in several rows') {
    paper.line(['项目负责人（签字）：', null, null, '单位负责人（签字）：']);
    paper.line(['填表人：李敏', null, null, '联系电话：0000-0000000']);
    paper.line([null, null, null, `${facts.year + 1}年3月15日`]);
  }
  if (layout.signed === 'yes')
    paper.line(['填表人：李敏', null, null, '联系电话：0000-0000000', null, `填报日期：${facts.year + 1}年3月15日`]);
  return { sheet: paper.snapshot(), at: (tag) => paper.at(tag) };
}
