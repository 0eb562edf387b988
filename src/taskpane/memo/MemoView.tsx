import { Button, Checkbox, Link, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { goesBack, type ReceivedForm, type UnreadFile } from '../../advice/batch';
import { baseName } from '../../sheet/fileName';
import { cellsOfRow, formName, linesOfText, memoFor, type MemoLine, memoText } from '../../advice/memo';
import { memoSheet } from '../../advice/memoSheet';
import type { ReportSheet } from '../../advice/reportSheet';
import { groupBy } from '../../sheet/lists';
import { FilesNote } from '../components/FilesNote';
import { loadLater } from '../components/later';
import { useDoing } from '../components/useDoing';
import { STICKY_BAR } from '../components/stickyBar';
import { SubHead } from '../components/SubHead';
import { UndoButton } from '../components/UndoButton';
import { OwnNotices } from '../components/NoticeBar';
import { copied } from '../copy';
import { outletsHere, saveFile } from '../download';
import { earlierMemo, editedMemo, keepMemo } from './kept';

const useStyles = makeStyles({
  line: { margin: '0 0 6px', whiteSpace: 'pre-wrap' },
  table: { width: '100%', marginBottom: '12px', borderCollapse: 'collapse' },
  cell: { padding: '3px 6px', border: '1px solid black', textAlign: 'left', verticalAlign: 'top', fontSize: '10.5pt' },
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalS,
    minHeight: '100%',
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
  },
  text: {
    display: 'flex',
    flexGrow: 1,
    '> textarea': {
      height: 'auto',
      minHeight: 'max(320px, 62vh)',
      maxHeight: 'none',
      lineHeight: '1.7',
      fontSize: '13px',
    },
  },
  // Four in a row in a pane of the usual width.
  bottom: { ...STICKY_BAR, display: 'block' },
  actions: {
    padding: `${tokens.spacingVerticalS} 0`,
    '> .snug': { paddingLeft: '8px', paddingRight: '8px' },
  },
  again: { marginLeft: tokens.spacingHorizontalXS },
  print: { display: 'none', '@media print': { display: 'block' } },
});

/** Lines, and runs of table rows, in the order of the memo. */
function runsOf(lines: readonly MemoLine[]): readonly (readonly MemoLine[])[] {
  const runs: MemoLine[][] = [];
  for (const line of lines) {
    const last = runs.at(-1);
    if (line.kind === 'row' && last?.[0]?.kind === 'row') last.push(line);
    else runs.push([line]);
  }
  return runs;
}

/** The memo as it is printed. */
function PrintedMemo({ lines }: { readonly lines: readonly MemoLine[] }) {
  const styles = useStyles();
  return runsOf(lines).map((run, at) =>
    run[0]?.kind === 'row' ? (
      <table key={at} className={styles.table}>
        <tbody>
          {run.map(({ text }, row) => (
            <tr key={row}>
              {cellsOfRow(text).map((cell, column) => (
                <td key={column} className={styles.cell}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    ) : (
      <p key={at} className={styles.line} data-memo={run[0]?.kind}>
        {run[0]?.text}
      </p>
    ),
  );
}

const loadDocx = () => import('./docx');
loadLater(loadDocx);

const NONE: readonly UnreadFile[] = [];

interface MemoViewProps {
  readonly received: readonly ReceivedForm[];
  /** Files that are to be sent again. */
  readonly unread?: readonly UnreadFile[];
  readonly onClose: () => void;
  /** Writes pages into the workbook beside the pane; `null` where there is none. */
  readonly report: ((pages: readonly ReportSheet[]) => Promise<void>) | null;
}

/** The forms that go back, by the department that they go to; by their file where none is named. */
function byOrganisation(returned: readonly ReceivedForm[]) {
  return groupBy(returned, ({ form, file }) => form.organisation || baseName(file).replace(/\.[^.]+$/, ''));
}

/** Each department's memo as a document of its own, in one archive. */
async function saveEach(received: readonly ReceivedForm[], questions: boolean): Promise<string> {
  const [{ zipSync }, { memoDocument }] = await Promise.all([import('fflate'), loadDocx()]);
  const files: Record<string, Uint8Array> = {};
  let number = 0;
  for (const [organisation, forms] of byOrganisation(received.filter(goesBack))) {
    const memo = memoFor(forms, { questions });
    if (memo === null) continue;
    number += 1;
    const name = `${String(number).padStart(3, '0')} ${organisation.replace(/[\\/:*?"<>|\s]+/g, '_').slice(0, 60)}.docx`;
    files[name] = await memoDocument(linesOfText(memoText(memo)));
  }
  return saveFile('退回修改意见.zip', new Uint8Array(zipSync(files)), `${number} 份退回意见`);
}

/** The same for one form, whatever is found in it. */
function identityOf({ file, form }: ReceivedForm): readonly unknown[] {
  const { sheet, index, organisation, project, year } = form;
  return [file, sheet, index, organisation, project, year];
}

/** 退回意见: editable before it is copied, saved or printed. */
export default function MemoView({ received: now, unread: left = NONE, onClose, report }: MemoViewProps) {
  const styles = useStyles();
  const { files, printing } = outletsHere();
  // A cell that changes meanwhile must not exchange the text under the officer's hands.
  const [{ received, unread }] = useState({ received: now, unread: left });
  const [questions, setQuestions] = useState(false);
  const original = useMemo(() => {
    const memo = memoFor(received, { questions, unread });
    return memo === null ? '' : memoText(memo);
  }, [received, questions, unread]);
  const [, setChanges] = useState(0);
  const about = useMemo(() => JSON.stringify([questions, received.map(identityOf)]), [questions, received]);
  const text = editedMemo(original);
  const earlier = text === original ? earlierMemo(about, original) : null;
  const edit = (changed: string) => {
    keepMemo(about, original, changed);
    setChanges((count) => count + 1);
  };
  const { said, attempt } = useDoing();
  const returned = received.filter(goesBack);
  const organisations = byOrganisation(returned).size;
  const [only] = returned;
  const name = returned.length === 1 && only !== undefined ? `${formName(only)}退回修改意见` : '退回修改意见';
  const lines = linesOfText(text);
  const saveWord = async () => {
    const { memoDocument } = await loadDocx();
    return saveFile(`${name}.docx`, await memoDocument(lines), 'Word 文件');
  };
  // The mark makes Notepad and WPS read it as UTF-8.
  const saveText = () => saveFile(`${name}.txt`, `\ufeff${text.replace(/\n/g, '\r\n')}\r\n`, '文本文件');
  return (
    <section className={styles.root} aria-label="退回意见">
      <div className="on-screen">
        <SubHead title="退回意见" onBack={onClose} />
        <p className="quiet above-s">
          {returned.length === 0
            ? '没有要退回的表：没有错误和提醒，或都已标为不处理。'
            : printing
              ? '可以先改再复制、保存；改动不影响核查结果。'
              : '可以先改再复制、保存；这里的 Excel 不能打印窗格，请写入工作表或复制到 Word 里打印。'}
          {text !== original && (
            <Link as="button" className={styles.again} onClick={() => edit(original)}>
              恢复原文
            </Link>
          )}
        </p>
        {earlier !== null && (
          <p className="quiet warns">
            核查结果与上次改这份意见时不同，已重新生成。
            <Link as="button" className={styles.again} onClick={() => edit(earlier)}>
              用回改过的文字
            </Link>
          </p>
        )}
        {returned.length > 0 && (
          <Checkbox
            label="把“提示”类的疑问也写进去"
            checked={questions}
            onChange={(_, { checked }) => setQuestions(checked === true)}
          />
        )}
      </div>
      {returned.length > 0 && (
        <>
          <Textarea
            className={mergeClasses('on-screen', styles.text)}
            aria-label="退回意见全文"
            value={text}
            onChange={(_, { value }) => edit(value)}
          />
          <div className={mergeClasses('on-screen', styles.bottom)}>
            {report !== null && <OwnNotices />}
            <div className={mergeClasses('row gap-snudge', styles.actions)}>
              {files && (
                <Button className="snug" appearance="primary" onClick={() => void attempt(saveWord)}>
                  保存 Word
                </Button>
              )}
              <Button className="snug" onClick={() => void attempt(() => copied(text, '已复制全文。'))}>
                复制
              </Button>
              {files && (
                <Button className="snug" onClick={() => void attempt(saveText)}>
                  保存文本
                </Button>
              )}
              {report !== null && !printing && (
                <Button className="snug" onClick={() => void report([memoSheet(lines)])}>
                  写入工作表
                </Button>
              )}
              {printing && (
                <Button className="snug" onClick={() => window.print()}>
                  打印
                </Button>
              )}
              {files && returned.length > 1 && (
                <Button className="snug" onClick={() => void attempt(() => saveEach(received, questions))}>
                  {`每个单位一份：下载 ${organisations} 个 Word`}
                </Button>
              )}
              {files && returned.length > 1 && (text !== original || organisations < returned.length) && (
                <span className="quiet whole-line">
                  {organisations < returned.length &&
                    `${returned.length} 份表属于 ${organisations} 个单位，同一单位的合在一个 Word 里。`}
                  {text !== original && '“每个单位一份”按原文生成，不含上面改过的文字。'}
                </span>
              )}
              <FilesNote />
              {report !== null && <UndoButton />}
              <div role="status" className="quiet whole-line">
                {said}
              </div>
            </div>
          </div>
        </>
      )}
      <div className={styles.print} data-print>
        <PrintedMemo lines={lines} />
      </div>
    </section>
  );
}
