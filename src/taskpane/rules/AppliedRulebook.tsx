import { Field, Select } from '@fluentui/react-components';
import { useState } from 'react';
import { BUILT_IN, differences, originalOf } from '../../scoring';
import type { Scores } from '../../scoring/scores';
import { useReturn } from '../components/entering';
import { usePaneState, useSession } from '../components/useSession';
import { choose } from './changes';
import { SnugButton } from '../components/SnugButton';
import { later } from '../components/later';

const ExportPanel = later('导出规则', () => import('./ExportPanel'), 'part');
const ImportPanel = later('导入规则', () => import('./ImportPanel'), 'part');
const DiscardPanel = later('恢复内置规则', () => import('./DiscardPanel'), 'part');

type PanelName = 'export' | 'import' | 'discard';

/** What the form itself asks for. */
const AUTOMATIC = '';

interface AppliedRulebookProps {
  readonly scores: Scores;
  readonly onEdit: () => void;
}

/** Which rulebook was applied and why; another one can be chosen, given out, taken in, given up. */
export function AppliedRulebook({ scores: { rulebook, why }, onEdit }: AppliedRulebookProps) {
  const session = useSession();
  const { rulebooks, abilities } = usePaneState();
  const { own, chosen } = rulebooks;
  const [panel, setPanel] = useState<PanelName | null>(null);
  useReturn(panel);
  const isOwn = own.some(({ id }) => id === rulebook.id);
  const original = isOwn ? originalOf(rulebook) : null;
  const changes = original === null ? 0 : differences(original, rulebook).length;
  const groups = (
    [
      ['本单位的', own],
      ['内置的', BUILT_IN],
    ] as const
  ).filter(([, some]) => some.length > 0);
  const close = () => setPanel(null);
  const opener = (name: PanelName, label: string) => (
    <SnugButton data-opens={name} aria-expanded={panel === name} onClick={() => setPanel(panel === name ? null : name)}>
      {label}
    </SnugButton>
  );
  return (
    <section className="section" aria-labelledby="rulebook-name">
      <h1 id="rulebook-name" className="subheading">
        {rulebook.name}
      </h1>
      <p className="hint">{`为什么用这一份：${why}`}</p>
      <p className="hint">{`出处：${rulebook.source}`}</p>
      {original !== null && (
        <p className="hint">{`由内置规则修改而来，${changes === 0 ? '没有改动' : `改动 ${changes} 处`}，${abilities.kind === 'file' ? '记在这台电脑上' : '存在工作簿里'}。`}</p>
      )}
      <Field label="换一份规则" className="above-s" size="small">
        <Select
          size="small"
          value={chosen ?? AUTOMATIC}
          onChange={(_, { value }) => {
            close();
            session.changeRulebooks((all) => choose(all, value === AUTOMATIC ? null : value));
          }}
        >
          <option value={AUTOMATIC}>自动：按表的样式选用</option>
          {groups.map(([label, some]) => (
            <optgroup key={label} label={label}>
              {some.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      <div className="row gap-snudge above-s">
        <SnugButton data-edit onClick={onEdit}>
          修改
        </SnugButton>
        {opener('export', '导出')}
        {opener('import', '导入')}
        {isOwn && opener('discard', original === null ? '删除' : '恢复内置规则')}
      </div>
      {panel === 'export' && <ExportPanel rulebook={rulebook} onClose={close} />}
      {panel === 'import' && <ImportPanel onClose={close} />}
      {panel === 'discard' && isOwn && <DiscardPanel rulebook={rulebook} onClose={close} />}
    </section>
  );
}
