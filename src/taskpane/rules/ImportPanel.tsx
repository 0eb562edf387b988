import { Button, Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { pathOf, placeInWords } from '../../scoring/places';
import { readRulebook } from '../../scoring/readRulebook';
import type { RulebookError } from '../../scoring/readRulebook';
import { quote } from '../../sheet/quote';
import { useFileField } from '../components/fileField';
import { Panel } from '../components/Panel';
import { useSession } from '../components/useSession';
import { include } from './changes';

const SHOWN_AT_MOST = 10;

/** Takes a rulebook in, from a file or from text. A broken one is told place by place, and nothing is changed. */
export default function ImportPanel({ onClose }: { readonly onClose: () => void }) {
  const session = useSession();
  const [text, setText] = useState('');
  const [faults, setFaults] = useState<readonly RulebookError[]>([]);
  const pasted = text.trim() !== '';
  const take = (source: string) => {
    const read = readRulebook(source);
    if ('errors' in read) {
      setFaults(read.errors);
      return;
    }
    const { rulebook } = read;
    setFaults([]);
    session.changeRulebooks((all) => include(all, rulebook), `已导入${quote(rulebook.name)}，并按它核查。`);
    onClose();
  };
  const takeFile = async (file: File | undefined) => {
    if (file === undefined) return;
    try {
      take(await file.text());
    } catch {
      setFaults([{ path: '', message: '文件没有能读出来，请确认它还在原处，再选一次。' }]);
    }
  };
  const [field, choose] = useFileField('规则文件', ([file]) => void takeFile(file), {
    accept: '.json,application/json',
  });
  return (
    <Panel
      title="导入规则"
      actions={[{ label: '导入粘贴的内容', disabled: !pasted, run: () => take(text) }]}
      onClose={onClose}
    >
      {field}
      <Button
        data-first
        className="below-snudge"
        size="small"
        {...(!pasted && { appearance: 'primary' })}
        onClick={choose}
      >
        选择文件…
      </Button>
      <Field className="below-snudge" label="或把规则文件的内容粘贴在这里" size="small">
        <Textarea
          textarea={{ className: 'long' }}
          size="small"
          resize="vertical"
          value={text}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <div role="alert">
        {faults.length > 0 && (
          <div className="small above-s below-s">
            <p className="fails strong">{`没有导入，规则没有改变。文件有 ${faults.length} 处不对：`}</p>
            <ul className="bullets">
              {faults.slice(0, SHOWN_AT_MOST).map(({ path, message }, at) => (
                <li key={`${path}${at}`}>
                  {path !== '' && <span>{`${placeInWords(pathOf(path))}：`}</span>}
                  {message}
                  {path !== '' && <span className="dim">{`（${path}）`}</span>}
                </li>
              ))}
            </ul>
            {faults.length > SHOWN_AT_MOST && <span>{`另有 ${faults.length - SHOWN_AT_MOST} 处。`}</span>}
          </div>
        )}
      </div>
    </Panel>
  );
}
