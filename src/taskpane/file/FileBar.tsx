import { Button, makeStyles, Select, tokens } from '@fluentui/react-components';
import { usePaneState, useSession } from '../components/useSession';
import { FileButton } from './FileButton';
import type { OpenedFile } from './opening';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalSNudge,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  row: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalSNudge },
  name: { flexGrow: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  button: { flexShrink: 0, minWidth: 'auto', whiteSpace: 'nowrap' },
  sheet: { flexGrow: 1, minWidth: 0 },
  failure: { margin: 0, color: tokens.colorStatusDangerForeground3, overflowWrap: 'anywhere' },
});

/** `自评表.xlsx` becomes `自评表（批注）.xlsx`. */
function copyName(name: string): string {
  const dot = name.lastIndexOf('.');
  return dot < 0 ? `${name}（批注）.xlsx` : `${name.slice(0, dot)}（批注）${name.slice(dot)}`;
}

function save({ name, copy }: OpenedFile): void {
  const url = URL.createObjectURL(new Blob([new Uint8Array(copy())], { type: XLSX }));
  const link = document.createElement('a');
  link.href = url;
  link.download = copyName(name);
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

interface FileBarProps {
  readonly file: OpenedFile;
  readonly opening: string | null;
  readonly failure: string | null;
  readonly onFile: (file: File | undefined) => void;
}

/** Which file is open and which of its sheets is looked at; the copy to download. */
export function FileBar({ file, opening, failure, onFile }: FileBarProps) {
  const styles = useStyles();
  const session = useSession();
  const { sheet, sheets, abilities } = usePaneState();
  return (
    <header className={styles.root}>
      <div className={styles.row}>
        <span className={styles.name} title={file.name}>
          {file.name}
        </span>
        <FileButton label="换文件" appearance="subtle" size="small" busy={opening !== null} onFile={onFile} />
        {abilities.canComment && (
          <Button
            className={styles.button}
            size="small"
            title="下载带改正和批注的副本"
            onClick={() => void session.attempt(() => save(file))}
          >
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
      <div role="alert">{failure !== null && <p className={styles.failure}>{failure}</p>}</div>
    </header>
  );
}
