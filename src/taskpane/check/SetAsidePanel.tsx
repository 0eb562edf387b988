import { Button, Field, Textarea } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { usePaneState, useSession } from '../components/useSession';
import { Panel } from '../components/Panel';

/** Reasons that officers give most often; one click fills them in, to be completed. */
const USUAL = ['已核实，数据无误', '按本地评分办法执行', '已与填报单位沟通'];

interface SetAsidePanelProps {
  /** The finding's key. */
  readonly about: string;
  readonly onConfirm: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Asks why a finding is not dealt with. */
export default function SetAsidePanel({ about, onConfirm, onCancel }: SetAsidePanelProps) {
  const { abilities, busy } = usePaneState();
  const kept = abilities.kind === 'file' ? '记在这台电脑上' : '随工作簿保存';
  const { reasons } = useSession();
  const [reason, setReason] = useState(reasons.get(about) ?? '');
  const text = useRef<HTMLTextAreaElement>(null);
  // What was begun is there again when the panel is.
  const write = (words: string) => {
    reasons.set(about, words);
    setReason(words);
  };
  const choose = (usual: string) => {
    write(usual);
    text.current?.focus();
  };
  return (
    <Panel
      title="不处理的理由"
      actions={[{ label: '标为不处理', disabled: busy !== null || reason.trim() === '', run: () => onConfirm(reason) }]}
      onClose={onCancel}
    >
      <Field label="不处理的理由" size="small" required hint={`${kept}，可以随时恢复。`}>
        <Textarea
          textarea={{ ref: text }}
          data-first
          size="small"
          resize="vertical"
          maxLength={500}
          value={reason}
          onChange={(_, { value }) => write(value)}
        />
      </Field>
      <div className="row gap-xs above-xs below-xs">
        {USUAL.map((usual) => (
          <Button key={usual} className="snug" size="small" shape="circular" onClick={() => choose(usual)}>
            {usual}
          </Button>
        ))}
      </div>
    </Panel>
  );
}
