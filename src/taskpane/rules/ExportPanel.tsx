import { Field, Textarea } from '@fluentui/react-components';
import type { Rulebook } from '../../scoring/rulebook';
import { Panel } from '../components/Panel';
import { useSession } from '../components/useSession';
import { copied } from '../copy';
import { outletsHere, saveFile } from '../download';

interface ExportPanelProps {
  readonly rulebook: Rulebook;
  readonly onClose: () => void;
}

/** Gives the rulebook out: as a file, or as text where Excel lets the pane save none. */
export default function ExportPanel({ rulebook, onClose }: ExportPanelProps) {
  const session = useSession();
  const text = `${JSON.stringify(rulebook, null, 2)}\n`;
  const file = {
    label: '下载文件',
    run: () => void session.attempt('', () => saveFile(`${rulebook.name}.json`, text)),
  };
  const copy = {
    label: '复制内容',
    run: () => void session.attempt('', () => copied(text, '已复制，可以粘贴到记事本或聊天窗口。')),
  };
  return (
    <Panel title="导出规则" actions={[...(outletsHere().files ? [file] : []), copy]} leave="关闭" onClose={onClose}>
      <p className="hint">
        导出的文件可以发给其他单位导入。
        {outletsHere().files !== true && 'Excel 不让窗格下载时，请复制内容，粘贴到记事本里存成 .json 文件。'}
      </p>
      {/* Also for copying by hand, where the pane may not. */}
      <Field className="below-snudge" label="规则的内容" size="small">
        <Textarea textarea={{ className: 'long' }} size="small" readOnly resize="vertical" value={text} />
      </Field>
    </Panel>
  );
}
