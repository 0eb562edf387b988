import { wordingsOf } from '../../advice/drafts';
import { draftedOf, type OwedRow, type Progress } from '../../advice/filling';
import { blanksIn } from '../../form/blanks';
import { isNoAnswer } from '../../form/evidence';
import { formatAddress } from '../../sheet/address';
import { usePaneState, useSession } from '../components/useSession';
import { BlankText } from './BlankText';
import { copied } from '../copy';
import { SnugButton } from '../components/SnugButton';
import { useFilling } from './useFilling';

function verb(owed: OwedRow, completing: boolean): string {
  const { evidence, improvementCell } = owed.row;
  if (evidence === null) return '写入';
  const address = formatAddress(evidence.at);
  if (completing) return `补全 ${address}`;
  const apart = improvementCell !== null && draftedOf(owed).includes('improvement');
  if (apart) return `写入 ${address}、${formatAddress(improvementCell)}`;
  if (evidence.text.trim() === '') return `写入 ${address}`;
  return isNoAnswer(evidence.text)
    ? `写入 ${address}（替换“${evidence.text.trim().slice(0, 8)}”）`
    : `写入 ${address} 末尾`;
}

interface ExplainPanelProps {
  readonly owed: OwedRow;
  readonly progress: Progress;
}

/** Drafts of what a row owes in words, and what writes or copies them. */
export function ExplainPanel({ owed, progress }: ExplainPanelProps) {
  const session = useSession();
  const { filling } = useFilling();
  const { abilities, busy } = usePaneState();
  const boxes = filling.boxes(owed, progress);
  if (boxes.length === 0) return null;
  const completing = owed.debts.includes('blank');
  const left = boxes.reduce((sum, { text }) => sum + blanksIn(text).length, 0);
  const scoreFirst = owed.debts.includes('score') || owed.debts.includes('mismatch');
  const waits = busy !== null || (completing && left > 0 && boxes.every(({ line, text }) => line?.text === text));
  const enter = () => {
    if (abilities.canWrite && !waits) void filling.enterTexts(owed, boxes);
  };
  return (
    <section
      aria-label="说明"
      onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && enter()}
    >
      {boxes.map((box, index) => (
        <BlankText
          key={box.id}
          label={box.label}
          value={box.text}
          first={index === 0 && !scoreFirst}
          onChange={(text) => filling.edit(owed, box, text)}
        />
      ))}
      {filling.isConflict(owed.row.key) && (
        <p className="quiet warns above-xs">
          单元格刚刚被改动，没有写入；请看清上面“表内说明”现在的内容，确认后再写一次。
        </p>
      )}
      <div className="row middle gap-snudge above-s">
        {abilities.canWrite && (
          <SnugButton appearance="primary" title="Ctrl+Enter" data-enters disabledFocusable={waits} onClick={enter}>
            {verb(owed, completing)}
          </SnugButton>
        )}
        {!completing && wordingsOf(owed.row, draftedOf(owed)) > 1 && (
          <SnugButton onClick={() => filling.reword(owed)}>换一种写法</SnugButton>
        )}
        <SnugButton
          onClick={() => void session.attempt('', () => copied(boxes.map(({ text }) => text).join('\n'), '已复制。'))}
        >
          复制
        </SnugButton>
      </div>
      <p className="quiet above-xs" role="status">
        {left > 0 && '空白没有填也可以先写入，核查会提醒，直到填好。'}
      </p>
    </section>
  );
}
