import { Button, Checkbox, Field, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { CHECKS } from '../../checks';
import { SEVERITIES, SEVERITY_WORDS } from '../../checks/severity';
import { BUILT_IN, describeRule, type EditPath, matches, originalOf, valueAt } from '../../scoring';
import { fieldsAt, nameAt, partAt, pathOf, placeInWords } from '../../scoring/places';
import type { Rule } from '../../scoring/rulebook';
import { quote } from '../../sheet/quote';
import { points } from '../components/figures';
import { usePaneState } from '../components/useSession';
import type { FormView } from '../session/state';
import { countOf } from '../session/words';
import { DraftProvider, useDraft, useNewDraft } from './draft';
import { EditorSection } from './EditorSection';
import { ListEditor } from './ListEditor';
import { Fault, ValueField } from './ValueField';
import { matchWords, SUMMARIES } from './words';

const useStyles = makeStyles({
  tier: {
    gridColumn: '1 / -1',
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  head: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
  part: {
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalXS}`,
  },
  effect: {
    position: 'sticky',
    bottom: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
  },
});

const NOTHING_TO_ENTER: Partial<Readonly<Record<Rule['kind'], string>>> = {
  printed: '规则印在表里，读到的是哪一句，见各项指标。',
  qualitative: '三档的界线见下面的“定性指标”。',
};

/** One band: its bounds, and what it scores. */
function Tier({ path }: { readonly path: EditPath }) {
  const styles = useStyles();
  const draft = useDraft();
  const byShare = valueAt(draft.json, [...path, 'share']) !== undefined;
  const choose = (what: string) => {
    const tier = valueAt(draft.json, path);
    if (typeof tier !== 'object' || tier === null) return;
    const { points: _, share: __, ...bounds } = tier as Readonly<Record<string, unknown>>;
    draft.change(path, what === 'share' ? { ...bounds, share: 1 } : { ...bounds, points: 0 }, true);
  };
  return (
    <div className={styles.tier}>
      <ValueField path={[...path, 'low']} />
      <ValueField path={[...path, 'high']} />
      <ValueField path={[...path, 'lowOpen']} />
      <ValueField path={[...path, 'highClosed']} />
      <ValueField path={[...path, byShare ? 'share' : 'points']} />
      <Field label="得分按" size="small">
        <Select size="small" value={byShare ? 'share' : 'points'} onChange={(_, { value }) => choose(value)}>
          <option value="points">分</option>
          <option value="share">分值的%</option>
        </Select>
      </Field>
    </div>
  );
}

/** What can be changed in one rule, by its kind. */
function RuleFields({ path, rule }: { readonly path: EditPath; readonly rule: Rule }) {
  const nothing = NOTHING_TO_ENTER[rule.kind];
  return (
    <>
      {nothing !== undefined && <p className="hint">{nothing}</p>}
      {fieldsAt(path, rule.kind).map((key) => (
        <ValueField key={key} path={[...path, key]} />
      ))}
      {rule.kind === 'tiers' && (
        <ListEditor path={[...path, 'tiers']} blank={{ low: null, high: null, points: '' }}>
          {(tier) => <Tier path={tier} />}
        </ListEditor>
      )}
      <Fault path={path} />
    </>
  );
}

const QUESTIONS = CHECKS.filter(({ group }) => group === 'words');

/** The questions about words, each of which a place may leave out. */
function UnaskedList() {
  const { rulebook, change } = useDraft();
  const off: readonly string[] = rulebook.unasked ?? [];
  const put = (id: string, asked: boolean) => {
    const left = asked ? off.filter((one) => one !== id) : [...off, id];
    change(['unasked'], left.length === 0 ? undefined : left, true);
  };
  return (
    <>
      {QUESTIONS.map(({ id, title }) => (
        <Checkbox
          key={id}
          className="all-columns top"
          label={title}
          checked={!off.includes(id)}
          onChange={(_, { checked }) => put(id, checked === true)}
        />
      ))}
    </>
  );
}

interface EditorProps {
  readonly form: FormView;
  /** The rule to begin with, by its place in the rulebook. */
  readonly asked: number | 'execution' | null;
  readonly onClose: () => void;
}

/** Edits the rulebook that is applied. What is in order is applied at once; a built-in one becomes an own copy. */
export default function Editor({ form, asked, onClose }: EditorProps) {
  const styles = useStyles();
  const { own } = usePaneState().rulebooks;
  const { scores } = form.review;
  const draft = useNewDraft(scores.rulebook);
  const { rulebook, errors, commit, forget } = draft;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (asked === null) title.current?.focus();
  }, [asked]);
  const isOwn = own.some(({ id }) => id === rulebook.id);
  const original = originalOf(rulebook) ?? BUILT_IN.find(({ id }) => id === rulebook.id) ?? null;
  const { indicators } = scores.form;
  const usedBy = rulebook.indicators.map(() => 0);
  for (const indicator of indicators) {
    const at = rulebook.indicators.findIndex(({ match }) => matches(indicator, match));
    if (at >= 0) usedBy[at] = (usedBy[at] ?? 0) + 1;
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) commit();
  };
  const rulePath = (at: number): EditPath => ['indicators', at, 'rule'];
  const counts = SEVERITIES.map((severity) => `${SEVERITY_WORDS[severity]} ${countOf(form.open, severity)}`).join('，');
  const { recomputed, grade } = scores.total;
  return (
    <DraftProvider value={draft}>
      <div onBlur={commit} onKeyDown={onKeyDown}>
        <div className={mergeClasses('row unbroken middle apart-s edge-below', styles.head)}>
          <Button size="small" icon={<ArrowLeft16Regular />} onClick={onClose}>
            完成
          </Button>
          <h1 ref={title} tabIndex={-1} className="subheading">
            修改规则
          </h1>
        </div>
        <div className="section">
          <p className="hint">
            {isOwn
              ? `正在修改${quote(rulebook.name)}。改好一处，核查结果立即按新规则更新。`
              : `${quote(rulebook.name)}是内置规则，改动后另存为本单位的一份，内置的不变，随时可以恢复。`}
          </p>
        </div>
        <h2 className={mergeClasses('label-above', styles.part)}>各项指标，由上到下取第一条适用的</h2>
        {rulebook.indicators.map(({ match, rule }, at) => (
          <EditorSection
            key={at}
            title={`${at + 1}. ${matchWords(match)}`}
            summary={`${describeRule(rule, rulebook)}。本表 ${usedBy[at] ?? 0} 项`}
            path={rulePath(at)}
            original={original}
            asked={asked === at}
          >
            <RuleFields path={rulePath(at)} rule={rule} />
          </EditorSection>
        ))}
        {rulebook.execution !== null && (
          <EditorSection
            title={nameAt(['execution'])}
            summary={SUMMARIES.execution(rulebook)}
            path={['execution']}
            original={original}
            asked={asked === 'execution'}
          >
            <RuleFields path={['execution']} rule={rulebook.execution} />
          </EditorSection>
        )}
        <h2 className={mergeClasses('label-above', styles.part)}>整张表</h2>
        {(['rounding', 'qualitative', 'explain', 'grades', 'caps', 'blocks'] as const).map((key) => (
          <EditorSection
            key={key}
            title={nameAt([key])}
            summary={SUMMARIES[key](rulebook)}
            path={[key]}
            original={original}
          >
            {partAt([key])?.holds === 'list' ? (
              <ListEditor path={[key]} />
            ) : (
              <>
                {fieldsAt([key]).map((part) => (
                  <ValueField key={part} path={[key, part]} />
                ))}
                <Fault path={[key]} />
              </>
            )}
          </EditorSection>
        ))}
        <EditorSection
          title={nameAt(['unasked'])}
          summary={SUMMARIES.unasked(rulebook)}
          path={['unasked']}
          original={original}
        >
          <UnaskedList />
        </EditorSection>
        {isOwn && (
          <EditorSection title="名称和出处" summary={rulebook.name} path={null} original={null}>
            {fieldsAt([]).map((key) => (
              <ValueField key={key} path={[key]} />
            ))}
          </EditorSection>
        )}
      </div>
      <div className={styles.effect}>
        <div role="status">
          {errors.length > 0 && (
            <p className="fault">
              {`有 ${errors.length} 处填得不对，改正后才生效：${errors
                .slice(0, 3)
                .map(({ path }) => placeInWords(pathOf(path)))
                .join('；')}。`}
            </p>
          )}
        </div>
        {errors.length > 0 && (
          <Button size="small" onClick={forget}>
            放弃没有生效的改动
          </Button>
        )}
        <p>
          {`按现在的规则：${counts}`}
          {recomputed !== null && `；复算 ${points(recomputed)} 分${grade === null ? '' : `，${grade}`}`}
        </p>
      </div>
    </DraftProvider>
  );
}
