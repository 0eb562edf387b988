import { Decimal } from 'decimal.js';
import { added, type Facts, type Item, type Money, type MoneyLine, type Scoring, isMet, rounded } from './facts';
import type { Layout } from './layout';
import { Paper } from './paper';

const NUMERALS = ['一', '二', '三', '四', '五', '六'];
const FRONT = new Set(['number', 'lead', 'first', 'second', 'third', 'name', 'block weight']);

/** Prints facts into a layout, from top to bottom. */
class Printer {
  readonly paper: Paper;
  private readonly width: number;
  private row = 0;

  constructor(
    private readonly facts: Facts,
    private readonly layout: Layout,
    private readonly scoring: Scoring,
  ) {
    const { columns, moneyFields, gap, offset, money } = layout;
    const lines = money === 'columns' ? (facts.money?.lines.length ?? 0) + 1 : moneyFields.length + 4;
    this.width = Math.max(columns.length, facts.money === null ? 6 : lines);
    this.paper = new Paper(gap ? Math.floor(this.width / 2) : 99, offset);
  }

  print(): void {
    const { facts, layout } = this;
    this.wide(facts.title, 'title');
    this.wide(`（${facts.year}年度）`);
    if (layout.moneyUnit === 'corner' && facts.money !== null) this.wide(`金额单位：${this.moneyUnit()}`);
    this.info();
    if (facts.money !== null && layout.money !== 'below') this.money(facts.money);
    this.goals();
    this.table();
    if (facts.money !== null && layout.money === 'below') this.money(facts.money);
    this.tail();
  }

  private moneyUnit(): string {
    return this.facts.money?.yuan === true ? '元' : '万元';
  }

  private wide(text: string, tag = ''): void {
    this.paper.put(this.row++, 0, text, { tag, columns: this.width });
  }

  /** Labels and what they label, as many beside each other as fit; each pair fills its share of the width. */
  private pairs(pairs: readonly (readonly [string, string, string?])[], beside: number): void {
    const each = Math.floor(this.width / beside);
    for (let from = 0; from < pairs.length; from += beside) {
      const row = pairs.slice(from, from + beside);
      for (const [index, [label, text, tag = '']] of row.entries()) {
        const end = index === row.length - 1 ? this.width : (index + 1) * each;
        this.paper.put(this.row, index * each, label, { tag: tag === '' ? '' : `${tag}.label` });
        this.paper.put(this.row, index * each + 1, text, { tag, columns: end - index * each - 1 });
      }
      this.row++;
    }
  }

  private info(): void {
    const { facts, layout } = this;
    const pairs: [string, string, string?][] = [
      ['项目名称', `${facts.year}年${facts.project}项目`],
      ['主管部门', facts.unit],
      ['实施单位', facts.unit],
      ['联系电话', '0871-65320018'],
    ];
    if (layout.total === 'info') pairs.push(['自评总分', this.score(facts.total), 'total.score']);
    if (layout.info === 'sentence') {
      this.wide(
        pairs
          .slice(0, 3)
          .map(([label, text]) => `${label}：${text}`)
          .join('    '),
      );
      if (layout.total === 'info') this.pairs(pairs.slice(4), 1);
    } else this.pairs(pairs, layout.info === 'pairs' ? 2 : 1);
  }

  private goals(): void {
    const {
      facts: { goal, done },
      layout,
    } = this;
    if (layout.goal === 'none') return;
    if (layout.goal === 'stacked') {
      this.pairs(
        [
          ['年度绩效目标', goal, 'goal'],
          ['目标完成情况', done, 'done'],
        ],
        1,
      );
      return;
    }
    const half = Math.ceil(this.width / 2);
    const put = (row: number, texts: readonly [string, string], tags: readonly [string, string]): void => {
      this.paper.put(row, 1, texts[0], { tag: tags[0], columns: half - 1 });
      this.paper.put(row, half, texts[1], { tag: tags[1], columns: this.width - half });
    };
    this.paper.put(this.row, 0, '年度总体目标', { rows: 2 });
    put(this.row++, ['预期目标', '实际完成情况'], ['', '']);
    put(this.row++, [goal, done], ['goal', 'done']);
  }

  private amount(value: number): string {
    const { moneyNumbers, moneyUnit } = this.layout;
    const text = moneyNumbers === 'plain' ? String(value) : value.toFixed(2);
    const shown = moneyNumbers === 'thousands' ? text.replace(/\B(?=(\d{3})+\.)/g, ',') : text;
    return moneyUnit === 'cells' ? `${shown}${this.moneyUnit()}` : shown;
  }

  private field(line: MoneyLine, key: string, first: boolean): string {
    const { money } = this.facts;
    if (key === 'rate') {
      if (line.rate === null) return line.budget === 0 ? this.layout.blank : '';
      return this.layout.rates === '%' && !this.head('rate').includes('%') ? `${line.rate}%` : String(line.rate);
    }
    if (key === 'weight') return first ? String(money?.weight ?? '') : '';
    if (key === 'score') return first ? this.score(money?.score ?? 0) : '';
    const { start, budget, spent } = line;
    const all: Record<string, number> = {
      start,
      budget,
      spent,
      arrived: budget,
      adjusted: rounded(budget - start),
      left: rounded(budget - spent),
    };
    return this.amount(all[key] ?? 0);
  }

  private head(key: string): string {
    const money: Record<string, string> = { rate: 'moneyRate', weight: 'moneyWeight', score: 'moneyScore' };
    return this.layout.heads[money[key] ?? key] ?? '';
  }

  private money(money: Money): void {
    const { layout, paper } = this;
    const { weight, lines, reason } = money;
    const [whole] = lines;
    if (whole === undefined) return;
    const fields = [...layout.moneyFields];
    if (weight !== null) fields.splice(fields.length - 1, 0, 'weight');
    if (weight !== null) fields.push('score');
    const label = layout.moneyUnit === 'label' ? `项目资金\n（${this.moneyUnit()}）` : '项目资金';
    const tag = (index: number, key: string): string =>
      key === 'weight' || key === 'score' ? `money.${key}` : `money.${index}.${key}`;
    if (layout.money === 'sentence') {
      const unit = this.moneyUnit();
      this.wide(
        `项目预算${whole.budget}${unit}，实际支出${whole.spent}${unit}，预算执行率${whole.rate ?? 0}%。`,
        'money.sentence',
      );
    } else if (layout.money === 'pairs') {
      const unit = layout.moneyUnit === 'label' ? `（${this.moneyUnit()}）` : '';
      const amounts = new Set(['rate', 'weight', 'score']);
      this.pairs(
        fields.map(
          (key) =>
            [`${this.head(key)}${amounts.has(key) ? '' : unit}`, this.field(whole, key, true), tag(0, key)] as const,
        ),
        2,
      );
    } else if (layout.money === 'columns') {
      paper.put(this.row, 0, label);
      for (const [index, line] of lines.entries()) paper.put(this.row, index + 1, line.label);
      this.row++;
      for (const key of fields) {
        paper.put(this.row, 0, this.head(key));
        for (const [index, line] of lines.entries()) {
          if (index === 0 || (key !== 'weight' && key !== 'score'))
            paper.put(this.row, index + 1, this.field(line, key, index === 0), { tag: tag(index, key) });
        }
        this.row++;
      }
    } else {
      const from = this.width - fields.length;
      paper.put(this.row, 0, label, { rows: lines.length + 1 });
      paper.put(this.row, 1, layout.heads.source === '数据来源' ? '资金来源' : '', { columns: from - 1 });
      for (const [index, key] of fields.entries()) paper.put(this.row, from + index, this.head(key));
      this.row++;
      for (const [index, line] of lines.entries()) {
        paper.put(this.row, 1, `${'  '.repeat(line.depth)}${line.label}`, { columns: from - 1 });
        for (const [at, key] of fields.entries()) {
          const once = key === 'weight' || key === 'score';
          if (!once || index === 0)
            paper.put(this.row, from + at, this.field(line, key, index === 0), { tag: tag(index, key) });
        }
        this.row++;
      }
    }
    if (reason !== '') this.pairs([['预算执行偏差原因及改进措施', reason, 'money.reason']], 1);
  }

  private score(value: number): string {
    return this.layout.points === '分' ? `${value}分` : String(value);
  }

  private weight(value: number): string {
    return this.layout.weightAs === 'per cent' ? `${value}%` : this.score(value);
  }

  private target(item: Item): string {
    const {
      template: { sign, unit, target: text },
      target,
      high,
    } = item;
    const apart = this.layout.target === 'split' || this.layout.target === 'unit apart';
    if (sign === '文字') return text;
    if (sign === '日期') return `${this.facts.year}年${text}月底前`;
    const of = apart ? '' : unit;
    if (sign === '范围') return apart ? `${target}-${high}` : `${target}%-${high}%`;
    if (this.layout.target === 'split') return String(target);
    if (this.layout.target !== 'words') return `${sign}${target}${of}`;
    return { '≥': `不低于${target}${of}`, '≤': `不超过${target}${of}`, '=': `${target}${of}` }[sign];
  }

  private actual({ template: { sign }, unit, actual, told }: Item): string {
    return sign === '文字' || sign === '日期' ? told : `${actual}${this.layout.actualUnit ? unit : ''}`;
  }

  private rate(item: Item): string {
    const {
      template: { sign },
      target,
      actual,
    } = item;
    const words = sign === '文字' || sign === '日期' || sign === '范围';
    const share = words
      ? isMet(item)
        ? 1
        : 0.7
      : sign === '≤'
        ? isMet(item)
          ? 1
          : new Decimal(target).div(actual)
        : target === 0
          ? 1
          : new Decimal(actual).div(target);
    const percent = rounded(new Decimal(share).times(100).plus(item.slip));
    return (this.layout.heads.rate ?? '').includes('%') ? String(percent) : `${percent}%`;
  }

  private text(item: Item, key: string): string {
    const { blank, shareAs, evidence } = this.layout;
    const both = item.reason === '' ? blank : `${item.reason}；改进措施：${item.measure}。`;
    switch (key) {
      case 'third':
        return `${item.template.name}情况`;
      case 'name':
        return '';
      case 'sign':
        return { 文字: '定性', 日期: '定性', 范围: '区间' }[item.template.sign as string] ?? item.template.sign;
      case 'target':
        return this.target(item);
      case 'unit':
        return item.template.unit;
      case 'actual':
        return this.actual(item);
      case 'weight':
        return this.weight(item.weight);
      case 'weighed':
      case 'score':
        return this.score(item.score);
      case 'coefficient':
        return shareAs === '%' ? `${rounded(item.share * 100)}%` : String(item.share);
      case 'raw':
        return String(rounded(item.share * 100));
      case 'rate':
        return this.rate(item);
      case 'reason':
        return both;
      case 'remark':
        return evidence === 'remark' ? both : '';
      case 'cause':
        return item.reason === '' ? blank : item.reason;
      case 'measure':
        return item.reason === '' ? blank : item.measure;
      case 'standard':
        return item.standard;
      case 'source':
        return '台账、验收资料';
      case 'last':
        return ['文字', '日期'].includes(item.template.sign) ? blank : String(rounded(item.target * 0.9, 1));
      default:
        return '';
    }
  }

  private name({ template: { name }, weight }: Item, index: number): string {
    const { names, weightsAt } = this.layout;
    const before = names === 'numbered' ? `${index + 1}.` : names === 'prefixed' ? `指标${index + 1}：` : '';
    return `${before}${name}${weightsAt === 'name' ? `（${weight}分）` : ''}`;
  }

  private blockLabel(block: number): string {
    const { name = '', weight: own = 0 } = this.facts.blocks[block] ?? {};
    const weight = this.facts.labelWeights.get(block) ?? own;
    const { labels } = this.layout;
    const points = {
      plain: '',
      'points below': `\n${weight}分`,
      'points beside': `（${weight}分）`,
      'per cent': `（${weight}%）`,
    }[labels];
    return `${name}指标${points}`;
  }

  private columnOf(key: string): number {
    return this.layout.columns.indexOf(key);
  }

  /** A row of sums: what it is called, if anything, over the columns before the first figure. */
  private sums(label: string, weight: number, score: number, tag: string): void {
    const { columns } = this.layout;
    const front = Math.max(
      1,
      columns.findIndex((key) => !FRONT.has(key)),
    );
    const from = tag !== 'total' && columns[0] === 'lead' ? 1 : 0;
    if (label !== '') this.paper.put(this.row, from, label, { columns: front - from, tag: `${tag}.label` });
    if (this.columnOf('weight') !== -1)
      this.paper.put(this.row, this.columnOf('weight'), this.weight(weight), { tag: `${tag}.weight` });
    const scored = Math.max(this.columnOf('score'), this.columnOf('weighed'));
    this.paper.put(this.row, scored, this.score(score), { tag: `${tag}.score` });
    this.row++;
  }

  private subtotal(block: number): void {
    const { facts, layout } = this;
    const items = facts.items.filter((item) => item.block === block);
    const score = facts.subtotals.get(block) ?? added(items.map((item) => item.score));
    const label = layout.subtotals.startsWith('bare')
      ? ''
      : layout.subtotals === 'below'
        ? '小计'
        : `${facts.blocks[block]?.name ?? ''}指标小计`;
    this.sums(label, facts.blocks[block]?.weight ?? 0, score, `subtotal.${block}`);
  }

  private total(): void {
    const { facts } = this;
    this.sums(
      '合计',
      added(facts.blocks.map(({ weight }) => weight)) + (facts.money?.weight ?? 0),
      facts.total,
      'total',
    );
  }

  private headings(): void {
    const { columns, grouped, heads } = this.layout;
    const spare = this.width - columns.length;
    const groups: Record<string, string> = grouped
      ? { target: '指标完成情况', actual: '指标完成情况', weight: '评分情况', score: '评分情况' }
      : {};
    let last = '';
    for (const [column, key] of columns.entries()) {
      const head =
        key === 'lead' ? '绩效指标' : key === 'block weight' ? '分值' : key === 'blank' ? '备注' : (heads[key] ?? '');
      const columnsOf = column === columns.length - 1 ? spare + 1 : 1;
      const group = groups[key];
      if (group === undefined)
        this.paper.put(this.row, column, head, { rows: grouped ? 2 : 1, columns: columnsOf, tag: `head.${key}` });
      else {
        const wide = columns.slice(column).findIndex((one) => groups[one] !== group);
        if (group !== last)
          this.paper.put(this.row, column, group, { columns: wide === -1 ? columns.length - column : wide });
        this.paper.put(this.row + 1, column, head, { columns: columnsOf, tag: `head.${key}` });
      }
      last = group ?? '';
    }
    this.row += grouped ? 2 : 1;
  }

  private table(): void {
    const { facts, layout, paper } = this;
    const { columns } = layout;
    this.headings();
    if (layout.total === 'above') this.total();
    const start = this.row;
    const spare = this.width - columns.length;
    for (const block of facts.blocks.keys()) {
      const items = facts.items.flatMap((item, index) => (item.block === block ? [[index, item] as const] : []));
      if (layout.levels === 'band')
        this.wide(`${NUMERALS[block] ?? ''}、${this.blockLabel(block)}`, `block.${block}.label`);
      if (layout.subtotals === 'above') this.subtotal(block);
      const top = this.row;
      for (const [index, item] of items) {
        for (const [column, key] of columns.entries()) {
          const options = {
            tag: `item.${index}.${key === 'weighed' ? 'score' : key}`,
            columns: column === columns.length - 1 ? spare + 1 : 1,
          };
          if (key === 'name') paper.put(this.row, column, this.name(item, index), options);
          else if (key === 'number') paper.put(this.row, column, String(index + 1), options);
          else if (!FRONT.has(key) || key === 'third') paper.put(this.row, column, this.text(item, key), options);
        }
        this.row++;
      }
      if (layout.hidden && block === 0) {
        paper.hide(this.row);
        paper.put(this.row++, this.columnOf('name'), '……');
      }
      const rows = this.row - top;
      const first = this.columnOf('first');
      if (first !== -1) paper.put(top, first, this.blockLabel(block), { rows, tag: `block.${block}.label` });
      if (this.columnOf('block weight') !== -1)
        paper.put(top, this.columnOf('block weight'), this.score(facts.blocks[block]?.weight ?? 0), {
          rows,
          tag: `block.${block}.weight`,
        });
      const second = this.columnOf('second');
      for (const [at, [, { template }]] of items.entries()) {
        if (second === -1 || items[at - 1]?.[1].template.second === template.second) continue;
        const last = items.map(([, one]) => one.template.second).lastIndexOf(template.second);
        paper.put(top + at, second, `${template.second}指标`, { rows: last - at + 1 });
      }
      if (layout.subtotals.includes('below')) this.subtotal(block);
    }
    if (this.columnOf('lead') !== -1) paper.put(start, this.columnOf('lead'), '绩效指标', { rows: this.row - start });
    if (layout.total === 'below') this.total();
    if (layout.total === 'sentence') this.wide(`自评总得分：${facts.total}分`, 'total.score');
    const missed = facts.items.filter(({ reason }) => reason !== '');
    if (layout.evidence === 'below' && missed.length > 0) {
      const text = missed
        .map(
          ({ template: { name }, reason, measure }, index) => `${index + 1}.${name}：${reason}；改进措施：${measure}。`,
        )
        .join('\n');
      this.pairs([['未完成原因及改进措施', text, 'note']], 1);
    }
  }

  private tail(): void {
    const {
      facts,
      layout: { tail },
      scoring,
    } = this;
    if (scoring.rounding === 'one place') this.wide('说明：得分保留一位小数。');
    if (tail === 'note')
      this.wide(
        '注：1.定量指标完成值达到指标值的得满分；2.自评结果分为优（90分及以上）、良（80-90分）、中（60-80分）、差（60分以下）四档。',
      );
    if (tail === 'signatures')
      this.wide('填表人：李明        审核人：王芳        填报日期：' + `${facts.year + 1}年3月15日`);
    const [whole] = facts.money?.lines ?? [];
    if (whole === undefined) return;
    if (tail === 'projects') {
      const part = rounded(whole.budget * 0.4);
      const spent = rounded(whole.spent * 0.4);
      this.cells('序号', '子项目名称', `预算数（${this.moneyUnit()}）`, `支出数（${this.moneyUnit()}）`);
      this.cells('1', '主体工程', part, spent);
      this.cells('2', '配套服务', rounded(whole.budget - part), rounded(whole.spent - spent));
      this.cells('', '合计', whole.budget, whole.spent);
    }
    if (tail === 'years') {
      this.cells('年度', `预算金额（${this.moneyUnit()}）`, `支出金额（${this.moneyUnit()}）`, '执行率');
      for (const back of [2, 1]) {
        const budget = rounded(whole.budget * (1 - back / 10));
        this.cells(`${facts.year - back}年`, budget, budget, '100%');
      }
    }
  }

  private cells(...texts: readonly (string | number)[]): void {
    for (const [column, text] of texts.entries()) this.paper.put(this.row, column, String(text));
    this.row++;
  }
}

export function print(facts: Facts, layout: Layout, scoring: Scoring): Paper {
  const printer = new Printer(facts, layout, scoring);
  printer.print();
  return printer.paper;
}
