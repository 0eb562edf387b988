import { isOwnSheet } from './advice/ownSheets';
import { CHECKS, runChecks } from './checks';
import { coverageOf, mapFigures, type Coverage as Compared, type MappedFigure } from './checks/coverage';
import type { Comparison, Finding } from './checks/finding';
import type { ColumnAnswer, EvaluationForm, NotRecognised } from './form/model';
import { questionText } from './form/questions';
import { recognise } from './form/recognise';
import { chooseRulebook, rescore } from './scoring';
import type { Rulebook } from './scoring/rulebook';
import type { Rescored, Scores } from './scoring/scores';
import { quote } from './sheet/quote';
import type { SheetSnapshot } from './sheet/snapshot';

/** What an officer chose; everything has a default. */
export interface ReviewSettings {
  /** Applied to every form instead of the one that fits it best. */
  readonly rulebook?: Rulebook;
  /** Rulebooks to choose from besides the built-in ones. */
  readonly rulebooks?: readonly Rulebook[];
  /** What a person said of columns that words and figures leave open; for every form of the sheet. */
  readonly columns?: readonly ColumnAnswer[];
}

/** What was held against what, and what could not be. */
export interface Coverage extends Compared {
  /** Sentences that name what has a rule and could not be checked, and why: 3 个指标没有公开的评分规则，请人工判断. */
  readonly unchecked: readonly string[];
}

export interface FormReview {
  readonly form: EvaluationForm;
  readonly scores: Scores;
  /** In the order of the sheet; at one cell the louder first. */
  readonly findings: readonly Finding[];
  /** Every comparison that was made: the findings and what agrees. */
  readonly comparisons: readonly Comparison[];
  readonly coverage: Coverage;
  /** The sheet as it was reviewed. */
  readonly snapshot: SheetSnapshot;
}

/** The review of one sheet: each form found in it, or why there is none. */
export interface SheetReview {
  readonly sheet: string;
  readonly forms: readonly FormReview[];
  readonly none: NotRecognised | null;
}

const NAMED_AT_MOST = 5;

function namesOf(names: readonly string[]): string {
  const quoted = names.slice(0, NAMED_AT_MOST).map((name) => quote(name.slice(0, 30)));
  return `${quoted.join('、')}${names.length > NAMED_AT_MOST ? '等' : ''}`;
}

interface ScoredRow {
  readonly name: string;
  readonly score: Rescored;
}

function rowsOf({ indicators, budget }: Scores): ScoredRow[] {
  const rows = indicators.map((score) => ({ name: score.indicator.name.value.trim(), score }));
  return budget === null ? rows : [{ name: budget.line.label.value.trim(), score: budget }, ...rows];
}

/** What could not be held against anything, in words for the officer. */
function uncheckedIn(scores: Scores): string[] {
  const { form } = scores;
  const rows = rowsOf(scores);
  const unread = rows.flatMap(({ name, score }) => (score.unread === null ? [] : [{ name, why: score.unread }]));
  const off = CHECKS.filter(({ id }) => scores.rulebook.unasked?.some((one) => one === id));
  const judged = rows.filter(({ score }) => score.unread === null && ['judged', 'missing'].includes(score.origin));
  const sentences: string[] = [];
  for (const question of form.questions)
    sentences.push(`分不清${questionText(question)}凡与它有关的都没有核对，请指明。`);
  const asked = form.questions.some(({ role }) => role === 'stated' || role === 'convertedScore');
  if (!form.scored && !asked) sentences.push('表内没有得分栏，没有核对得分。');
  if (form.scored && form.total === null) sentences.push('表内没有总分行，没有核对总分。');
  else if (form.scored && form.total?.stated?.state !== 'figure') sentences.push('总分一格没有数字，没有核对总分。');
  if (judged.length > 0 && form.scored) {
    const names = namesOf(judged.map(({ name }) => name));
    sentences.push(`${judged.length} 项没有可以套用的评分规则，得分请人工判断：${names}。`);
  }
  if (off.length > 0) sentences.push(`按所用规则不问：${off.map(({ title }) => title).join('、')}。`);
  for (const { name, why } of unread.slice(0, NAMED_AT_MOST)) {
    sentences.push(`${quote(name.slice(0, 30))}没有按规则核对得分：${why.replace(/。$/, '')}。`);
  }
  if (unread.length > NAMED_AT_MOST) {
    const names = namesOf(unread.slice(NAMED_AT_MOST).map(({ name }) => name));
    sentences.push(`另有 ${unread.length - NAMED_AT_MOST} 项读不懂，没有按规则核对得分：${names}。`);
  }
  return sentences;
}

function reviewForm(form: EvaluationForm, snapshot: SheetSnapshot, settings: ReviewSettings): FormReview {
  const { rulebook, why } =
    settings.rulebook === undefined
      ? chooseRulebook(form, settings.rulebooks)
      : { rulebook: settings.rulebook, why: '由您选定。' };
  const scores = rescore(form, rulebook, why);
  const input = { form, scores, snapshot };
  const { findings, comparisons } = runChecks(input);
  const coverage = { ...coverageOf(CHECKS, input, comparisons), unchecked: uncheckedIn(scores) };
  return { form, scores, findings, comparisons, coverage, snapshot };
}

/** The map of a reviewed form: every figure with its verdict and what it was held against, in the order of the sheet. */
export function figureMap(review: FormReview): MappedFigure[] {
  return mapFigures(review, review.comparisons);
}

const OWN_SHEET = '这是自评表助手写的核查结果，不是自评表';

/**
 * The whole line for one sheet: recognise each form in it, score it by the rulebook that was chosen or fits best, and
 * check it. Pure and deterministic: the same sheet and settings always give the same findings in the same order.
 */
export function review(snapshot: SheetSnapshot, settings: ReviewSettings = {}): SheetReview {
  if (isOwnSheet(snapshot)) return { sheet: snapshot.name, forms: [], none: { reason: OWN_SHEET, nearest: null } };
  const { forms, none } = recognise(snapshot, settings.columns);
  return { sheet: snapshot.name, forms: forms.map((form) => reviewForm(form, snapshot, settings)), none };
}
