import { Input, makeStyles, mergeClasses, Select, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { CHECKS } from '../../checks';
import { onEscape } from '../components/Panel';
import { usePaneState, useSession } from '../components/useSession';
import type { FormView } from '../session/state';

const useStyles = makeStyles({
  root: { gap: tokens.spacingHorizontalXS, paddingTop: tokens.spacingVerticalXS },
  field: { flex: '1 1 120px', minWidth: 0 },
});

interface SearchBoxProps {
  readonly form: FormView;
  /** Whether the officer has just asked for it, and types next. */
  readonly asked: boolean;
  readonly onClose: () => void;
}

/** Finds findings by an indicator's name or other words, and by their type. */
export default function SearchBox({ form, asked, onClose }: SearchBoxProps) {
  const styles = useStyles();
  const session = useSession();
  const { list } = usePaneState();
  const words = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked) words.current?.focus();
  }, [asked]);
  const counts = new Map<string, number>();
  for (const { finding } of form.open) counts.set(finding.check, (counts.get(finding.check) ?? 0) + 1);
  return (
    <div className={mergeClasses('row', styles.root)} onKeyDown={onEscape(onClose)}>
      <Input
        input={{ ref: words }}
        className={styles.field}
        size="small"
        type="search"
        aria-label="查找指标或文字"
        placeholder="指标名称或文字"
        value={list.query}
        onChange={(_, { value }) => session.choose({ query: value })}
      />
      <Select
        className="whole-line"
        size="small"
        aria-label="类型"
        value={list.type ?? ''}
        onChange={(_, { value }) => session.choose({ type: value === '' ? null : value })}
      >
        <option value="">全部类型</option>
        {CHECKS.filter(({ id }) => counts.has(id)).map(({ id, title }) => (
          <option key={id} value={id}>{`${title}（${counts.get(id) ?? 0}）`}</option>
        ))}
      </Select>
    </div>
  );
}
