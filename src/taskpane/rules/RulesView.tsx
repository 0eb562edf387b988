import { useEffect, useRef, useState } from 'react';
import type { TabViewProps } from '../session/state';
import { AppliedRulebook } from './AppliedRulebook';
import { RuleList } from './RuleList';
import { RulebookReader } from './RulebookReader';
import { later } from '../components/later';

const Editor = later('修改规则', () => import('./Editor'));

type Shown = 'rules' | { readonly rule: number | 'execution' | null };

/** 规则: which rulebook was applied and why, each indicator's rule in words, and the editor. */
export default function RulesView({ forms, chosen }: TabViewProps) {
  const [shown, setShown] = useState<Shown>('rules');
  const root = useRef<HTMLDivElement>(null);
  const edited = useRef(false);
  useEffect(() => {
    if (shown !== 'rules') edited.current = true;
    else if (edited.current) {
      edited.current = false;
      root.current?.querySelector<HTMLElement>('[data-edit]')?.focus();
    }
  }, [shown]);
  const form = forms[chosen];
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
