import { Field } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { BUILT_IN, describeRule } from '../../scoring';
import { nameAt } from '../../scoring/places';
import Choice from '../components/Choice';
import { later } from '../components/later';
import { usePaneState, useSession } from '../components/useSession';
import { rulebooksToChoose } from '../session/rulebooks';
import type { TabViewProps } from '../session/state';
import { AppliedRulebook } from './AppliedRulebook';
import { isBegun } from './draft';
import { RuleList } from './RuleList';
import { matchWords, SUMMARIES } from './words';

const PARTS = ['execution', 'rounding', 'qualitative', 'explain', 'grades', 'caps', 'blocks'] as const;

/** The rulebooks to be read where the sheet holds no form to apply one to. */
function RulebookReader() {
  const { rulebooks } = usePaneState();
  const all = rulebooksToChoose(rulebooks);
  const [id, setId] = useState(rulebooks.chosen ?? BUILT_IN[0]?.id ?? '');
  const rulebook = all.find((one) => one.id === id) ?? all[0];
  if (rulebook === undefined) return null;
  return (
    <section className="section" aria-labelledby="rulebook-name">
      <h1 id="rulebook-name" className="subheading">
        {rulebook.name}
      </h1>
      <p className="hint">{`出处：${rulebook.source}`}</p>
      <p className="hint">这张工作表没有自评表，规则只供查看；打开自评表后可以选用、修改。</p>
      <Field label="看哪一份规则" className="above-s" size="small">
        <Choice value={rulebook.id} onChoose={setId} options={all.map((one) => [one.id, one.name])} />
      </Field>
      <ul className="bullets above-s">
        {rulebook.indicators.map(({ match, rule }, at) => (
          <li key={at}>{`${matchWords(match)}：${describeRule(rule, rulebook)}。`}</li>
        ))}
        {PARTS.map((part) => (
          <li key={part}>{`${nameAt([part])}：${SUMMARIES[part](rulebook)}。`}</li>
        ))}
      </ul>
    </section>
  );
}

const Editor = later('修改规则', () => import('./Editor'));

type Shown = 'rules' | { readonly rule: number | 'execution' | null };

/** 规则: which rulebook was applied and why, each indicator's rule in words, and the editor. */
export default function RulesView({ forms, chosen }: TabViewProps) {
  const session = useSession();
  const form = forms[chosen];
  const [shown, setShown] = useState<Shown>(() =>
    form !== undefined && isBegun(session, form.review.scores.rulebook) ? { rule: null } : 'rules',
  );
  const root = useRef<HTMLDivElement>(null);
  const edited = useRef(false);
  useEffect(() => {
    if (shown !== 'rules') edited.current = true;
    else if (edited.current) {
      edited.current = false;
      root.current?.querySelector<HTMLElement>('[data-edit]')?.focus();
    }
  }, [shown]);
  if (form === undefined) return <RulebookReader />;
  const { scores } = form.review;
  if (shown !== 'rules') {
    return <Editor key={chosen} form={form} asked={shown.rule} onClose={() => setShown('rules')} />;
  }
  return (
    <div ref={root}>
      <AppliedRulebook scores={scores} onEdit={() => setShown({ rule: null })} />
      <RuleList scores={scores} onEdit={(rule) => setShown({ rule })} />
    </div>
  );
}
