import { Field, Textarea } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Rulebook } from '../../scoring/rulebook';
import { Panel } from '../components/Panel';
import { outletsHere, saveFile } from '../download';
import { useSession } from '../components/useSession';
import { useRulesStyles } from './styles';

/** The rulebook as a file holds it. */
function fileText(rulebook: Rulebook): string {
  return `${JSON.stringify(rulebook, null, 2)}\n`;
}

/** Gives a rulebook to the officer as a file. Some Excel versions let the pane save none. */
export function download(rulebook: Rulebook): void {
  saveFile(`${rulebook.name}.json`, fileText(rulebook));
}

interface ExportPanelProps {
  readonly rulebook: Rulebook;
  readonly onClose: () => void;
}

/** Gives the rulebook out: as a file, or as text where Excel lets the pane save none. */
export default function ExportPanel({ rulebook, onClose }: ExportPanelProps) {
  const shared = useRulesStyles();
  const session = useSession();
  const text = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<'no' | 'yes' | 'by hand'>('no');
  useEffect(() => {
    if (copied === 'by hand') text.current?.select();
  }, [copied]);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(fileText(rulebook));
      setCopied('yes');
    } catch {
      // Excel's webview may refuse the clipboard to the pane; the officer can still copy the text.
      setCopied('by hand');
    }
  };
  const file = { label: '下载文件', run: () => void session.attempt(() => download(rulebook)) };
  const outcome = (
    <>
      <div role="status">{copied === 'yes' && <p className="hint">已复制，可以粘贴到记事本或聊天窗口。</p>}</div>
      {copied === 'by hand' && (
        <Field label="没有能直接复制。内容已选中，请按 Ctrl+C" size="small">
          <Textarea
            textarea={{ ref: text, className: shared.long }}
            size="small"
            readOnly
            resize="vertical"
            value={fileText(rulebook)}
          />
        </Field>
      )}
    </>
  );
  return (
    <Panel
      title="导出规则"
      actions={[...(outletsHere().files ? [file] : []), { label: '复制内容', run: () => void copy() }]}
      leave="关闭"
      onClose={onClose}
      outcome={outcome}
    >
      <p className="hint">
        导出的文件可以发给其他单位导入。Excel 不让窗格下载时，请复制内容，粘贴到记事本里存成 .json 文件。
      </p>
    </Panel>
  );
}
