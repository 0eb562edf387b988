import { Input } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { titleOfAll } from '../../advice/commonProblems';
import { groupBy } from '../../sheet/lists';
import Choice from '../components/Choice';
import { onEscape } from '../components/Panel';
import { usePaneState, useSession } from '../components/useSession';
import type { FormView } from '../session/state';

interface SearchBoxProps {
  readonly form: FormView;
  /** Whether the officer has just asked for it, and types next. */
  readonly asked: boolean;
  readonly onClose: () => void;
}

/** Finds findings by an indicator's name or other words, and by their type. */
export default function SearchBox({ form, asked, onClose }: SearchBoxProps) {
  const session = useSession();
  const { list } = usePaneState();
  const words = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked) words.current?.focus();
  }, [asked]);
  const types = [...groupBy(form.open, ({ finding }) => finding.check)]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([check, all]) => [check, `${titleOfAll(all)}（${all.length}）`] as const);
  return (
    <div className="row gap-xs above-xs" onKeyDown={onEscape(onClose)}>
      <Input
        input={{ ref: words }}
        className="grow"
        size="small"
        type="search"
        aria-label="查找指标或文字"
        placeholder="指标名称或文字"
        value={list.query}
        onChange={(_, { value }) => session.choose({ query: value })}
      />
      <Choice
        className="whole-line"
        aria-label="类型"
        value={list.type ?? ''}
        onChoose={(type) => session.choose({ type: type === '' ? null : type })}
        options={[['', '全部类型'], ...types]}
      />
    </div>
  );
}
