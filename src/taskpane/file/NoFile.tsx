import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DocumentArrowUpRegular } from '@fluentui/react-icons/svg/document-arrow-up';
import { HelpLink } from '../components/HelpLink';
import { FileButton } from './FileButton';
import { KeptNote } from './KeptNote';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    overflowY: 'auto',
    '> *': { flexShrink: 0 },
    '> :empty': { display: 'contents' },
    rowGap: tokens.spacingVerticalM,
    width: '100%',
    padding: tokens.spacingHorizontalXXL,
    textAlign: 'center',
    overflowWrap: 'anywhere',
  },
  icon: { color: tokens.colorBrandForeground1, lineHeight: 0 },
  title: { margin: 0, fontSize: tokens.fontSizeBase500, lineHeight: tokens.lineHeightBase500 },
  text: { margin: 0, maxWidth: '32em', color: tokens.colorNeutralForeground2, lineHeight: '22px' },
  failure: { margin: 0, maxWidth: '32em', color: tokens.colorStatusDangerForeground3, lineHeight: '22px' },
});

interface NoFileProps {
  readonly opening: string | null;
  readonly failure: string | null;
  readonly onFile: (file: File | undefined) => void;
  /** Goes to the page for many files. */
  readonly onBatch: () => void;
}

/** Before a file is open: where to drop it. */
export function NoFile({ opening, failure, onFile, onBatch }: NoFileProps) {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <span className={styles.icon} aria-hidden>
        <DocumentArrowUpRegular fontSize={48} />
      </span>
      <h1 className={styles.title}>自评表助手</h1>
      <p className={styles.text}>把自评表文件拖到这里，或选择文件（.xlsx、.xls、.ods、.csv）。</p>
      <FileButton label="选择文件" appearance="primary" size="medium" busy={opening !== null} onFile={onFile} />
      <Button onClick={onBatch}>批量核查收到的文件</Button>
      <div role="status">{opening !== null && <p className={styles.text}>{`正在读取“${opening}”…`}</p>}</div>
      <div role="alert">{failure !== null && <p className={styles.failure}>{failure}</p>}</div>
      <p className={styles.text}>文件只在本机读取，不上传；原文件不会被改动，改正和批注写进下载的副本。</p>
      <HelpLink />
      <KeptNote />
    </main>
  );
}
