import type { Indicator, QuantityCell } from '../../form/model';
import { findMentions, type FigureMention } from '../../words/mentions';
import { relationAround } from '../../words/comparisons';
import { compact } from '../../sheet/text';
import { directionOf } from '../direction';

/**
 * Whether a target that is no single figure was reached, as far as target and actual value can be held against each
 * other: grades of one scale (良好 for 优秀), or several figures under the same words (助餐点5个、康复点1个 for
 * 助餐点5个、康复点2个). `null` where they can't.
 */
export function reachedInWords(indicator: Indicator): boolean | null {
  const [target, actual] = [wordsOf(indicator.target), wordsOf(indicator.actual)];
  if (target === '' || actual === '' || Math.max(target.length, actual.length) > LONGEST) return null;
  return byGrade(target, actual) ?? byFigures(indicator, target, actual);
}

const LONGEST = 80;

const wordsOf = (cell: QuantityCell | null): string => compact(cell?.text ?? '');

/** Scales from the lowest grade up; words of one scale say nothing of another's. */
const SCALES: readonly (readonly (readonly string[])[])[] = [
  [
    ['差', '较差', '不合格', '不及格'],
    ['中', '中等', '一般', '合格', '及格'],
    ['良', '良好'],
    ['优', '优秀', '优良'],
  ],
  [['差'], ['一般'], ['较好'], ['好', '很好']],
  [['低', '较低'], ['一般'], ['较高'], ['高', '很高']],
];

const plainGrade = (text: string): string => text.replace(/^(?:达到|不低于|≥|>=)|(?:及?以上|等次|等级|[。.])$/g, '');

function byGrade(target: string, actual: string): boolean | null {
  for (const scale of SCALES) {
    const rank = (text: string) => scale.findIndex((words) => words.includes(plainGrade(text)));
    if (rank(target) >= 0 && rank(actual) >= 0) return rank(actual) >= rank(target);
  }
  return null;
}

const MOST_FIGURES = 6;

interface NamedFigure {
  readonly mention: FigureMention;
  readonly label: string;
  readonly lead: string;
  readonly rest: string;
}

function figuresIn(text: string): readonly NamedFigure[] {
  const all = findMentions(text).filter(({ kind }) => kind === 'figure');
  return all.map((mention, index) => {
    const lead = text.slice(all[index - 1]?.end ?? 0, mention.start);
    const label = lead.replace(/[^\p{Script=Han}A-Za-z]|不少于|不低于|不超过|达到|完成|以[上下内]|共|约/gu, '');
    return { mention, label, lead, rest: text.slice(mention.end) };
  });
}

function byFigures(indicator: Indicator, target: string, actual: string): boolean | null {
  const [wanted, reached] = [figuresIn(target), figuresIn(actual)];
  if (wanted.length < 2 || wanted.length > MOST_FIGURES || wanted.length !== reached.length) return null;
  const results = wanted.map((one, index) => {
    const other = reached[index];
    return other === undefined ? null : held(indicator, one, other);
  });
  return results.includes(null) ? null : results.every((result) => result === true);
}

function held(indicator: Indicator, wanted: NamedFigure, reached: NamedFigure): boolean | null {
  const [target, actual] = [wanted.mention, reached.mention];
  if (wanted.label === '' || wanted.label !== reached.label || target.unit !== actual.unit) return null;
  if (actual.value.eq(target.value)) return true;
  const relation = relationAround(wanted.lead, wanted.rest);
  if (relation === 'unread') return null;
  const direction = directionOf(indicator, relation);
  if (direction === 'lower') return actual.value.lt(target.value);
  return direction === 'higher' || direction === 'presumed-higher' ? actual.value.gt(target.value) : null;
}
