import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { AskPanel } from '../check/AskPanel';
import { usePaneState, useSession } from '../components/useSession';
import { annotatedName, saveFile } from '../download';
import { sentenceOf } from '../session/words';
import { FileButton } from './FileButton';
import type { OpenedFile } from './opening';
import { SheetNotes } from './SheetNotes';

interface LeavePanelProps {
  readonly name: string;
  /** The file that is to be opened. */
  readonly next: string;
  readonly onDownload: () => void;
  readonly onLeave: () => void;
  readonly onStay: () => void;
}

/** Asks before work that is in no copy is given up for another file. */
function LeavePanel({ name, next, onDownload, onLeave, onStay }: LeavePanelProps) {
  return (
    <AskPanel
      id="leave-reason"
      title="还没有下载副本"
      text={`“${name}”的改动或批注还没有下载，打开“${next}”后就没有了。`}
      onStay={onStay}
    >
      <Button data-first size="small" appearance="primary" onClick={onDownload}>
        下载副本后打开
      </Button>
      <Button size="small" onClick={onLeave}>
        不下载，直接打开
      </Button>
      <Button size="small" onClick={onStay}>
        取消
      </Button>
    </AskPanel>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalSNudge,
    '> :empty': { display: 'contents' },
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalSNudge },
  name: { flex: '1 1 6em', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  button: { flexShrink: 0, minWidth: 'auto', whiteSpace: 'nowrap' },
  sheet: { flexGrow: 1, minWidth: 0 },
  failure: { margin: 0, color: tokens.colorStatusDangerForeground3, overflowWrap: 'anywhere' },
});

export interface FileBarProps {
  readonly file: OpenedFile;
  readonly opening: string | null;
  readonly failure: string | null;
  /** The file that waits for an answer, as there is work here of which there is no copy. */
  readonly waiting: File | null;
  readonly onFile: (file: File | undefined) => void;
  /** Opens the file that waits, or no other file. */
  readonly onAnswer: (leave: boolean) => void;
}

/** Which file is open and which of its sheets is looked at; the copy to download. */
export function FileBar({ file, opening, failure, waiting, onFile, onAnswer }: FileBarProps) {
  const styles = useStyles();
  const session = useSession();
  const { sheet, sheets, abilities } = usePaneState();
  const download = () =>
    session.attempt(async () => {
      saveFile(annotatedName(file.name), new Uint8Array(file.copy()));
      try {
        await file.remember();
      } catch (error) {
        throw new Error(`副本已经下载，但再打开它时要重新选择规则和不处理的事项：${sentenceOf(error)}`, {
          cause: error,
        });
      }
    });
  return (
    <header className={styles.root}>
      <div className={styles.row}>
        <span className={styles.name} title={file.name}>
          {file.name}
        </span>
        <FileButton label="换文件" appearance="subtle" size="small" busy={opening !== null} onFile={onFile} />
        {abilities.canComment && (
          <Button className={styles.button} size="small" title="下载带改正和批注的副本" onClick={() => void download()}>
            下载副本
          </Button>
        )}
      </div>
      {sheets.length > 1 && (
        <Select
          className={styles.sheet}
          size="small"
          aria-label="工作表"
          value={sheet?.id ?? ''}
          onChange={(_, { value }) => void session.chooseSheet(value)}
        >
          {sheets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <SheetNotes file={file} sheet={sheet?.name ?? ''} />
      {waiting !== null && (
        <LeavePanel
          name={file.name}
          next={waiting.name}
          onDownload={() => void download().then(() => !file.unsaved() && onAnswer(true))}
          onLeave={() => onAnswer(true)}
          onStay={() => onAnswer(false)}
        />
      )}
      <div role="alert">{failure !== null && <p className={styles.failure}>{failure}</p>}</div>
    </header>
  );
}
