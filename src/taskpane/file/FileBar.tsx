import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import Choice from '../components/Choice';
import { Panel } from '../components/Panel';
import { usePaneState, useSession } from '../components/useSession';
import { annotatedName, saveFile } from '../download';
import { sentenceOf } from '../session/words';
import { FileButton } from './FileButton';
import type { OpenedFile } from './opening';
import { SheetNotes } from './SheetNotes';

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
  name: { flex: '1 1 6em', minWidth: 0 },
});

/** What the name of a copy says that it holds. */
const MARKS = { comments: '（批注）', changes: '（已改）', nothing: '' } as const;

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
    session.attempt('', async () => {
      const name = annotatedName(file.name, MARKS[file.copyHolds()]);
      const said = saveFile(name, new Uint8Array(file.copy()));
      try {
        await file.remember();
      } catch (error) {
        throw new Error(`副本已经下载，但再打开它时要重新选择规则和不处理的事项：${sentenceOf(error)}`, {
          cause: error,
        });
      }
      return said;
    });
  return (
    <header className={styles.root}>
      <div className="row middle apart-snudge">
        <span className={mergeClasses('one-line', styles.name)} title={file.name}>
          {file.name}
        </span>
        <FileButton label="换文件" appearance="subtle" size="small" busy={opening !== null} onFile={onFile} />
        {abilities.canWrite && (
          <Button
            className="snug kept-size"
            size="small"
            appearance={file.unsaved() ? 'primary' : 'secondary'}
            title="下载带改正和批注的副本"
            onClick={() => void download()}
          >
            下载副本
          </Button>
        )}
      </div>
      {sheets.length > 1 && (
        <Choice
          className="grow"
          aria-label="工作表"
          value={sheet?.id ?? ''}
          onChoose={(id) => void session.chooseSheet(id)}
          options={sheets.map(({ id, name }) => [id, name])}
        />
      )}
      <SheetNotes file={file} sheet={sheet?.name ?? ''} />
      {waiting !== null && (
        <Panel
          title="还没有下载副本"
          asks={`“${file.name}”的改动或批注还没有下载，打开“${waiting.name}”后就没有了。`}
          actions={[
            { label: '下载副本后打开', run: () => void download().then(() => !file.unsaved() && onAnswer(true)) },
            { label: '不下载，直接打开', run: () => onAnswer(true) },
          ]}
          onClose={() => onAnswer(false)}
        />
      )}
      <div role="status">{opening !== null && `正在读取“${opening}”…`}</div>
      <div role="alert">{failure !== null && <p className="fails">{failure}</p>}</div>
    </header>
  );
}
