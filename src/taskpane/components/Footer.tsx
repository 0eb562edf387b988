import { Button } from '@fluentui/react-components';
import { figureMap } from '../../review';
import { loadLater } from './later';
import { chosenOf, receivedOf } from './received';
import { UndoButton } from './UndoButton';
import { usePaneState, useSession } from './useSession';

const loadReport = () =>
  Promise.all([import('../../advice/report'), import('../../advice/ledger'), import('../today')]);
loadLater(loadReport);

/** What can be done to the sheet as a whole, and taking back what was written. */
export function Footer({ open, onMemo }: { readonly open: number; readonly onMemo: () => void }) {
  const session = useSession();
  const { abilities, busy, view, sheet } = usePaneState();
  const waits = busy !== null;
  const report = () => {
    void session.attempt('正在写报告…', async () => {
      const [{ reportSheet }, { ledgerOf }, { today }] = await loadReport();
      const review = chosenOf(view)?.review;
      const ledger = review === undefined ? [] : ledgerOf(figureMap(review), review.snapshot);
      const pages = receivedOf(view, sheet?.name ?? '').map((received) => reportSheet(received, ledger, today()));
      if (session.report !== null) return `${await session.writing.writePages(pages)}报送前请撤回或删去这张表。`;
      const [{ theBatch }, { saveFile }] = await Promise.all([import('../batch/theBatch'), import('../download')]);
      return saveFile('核查报告.xlsx', await theBatch.workbook(pages), '核查报告');
    });
  };
  return (
    <footer className="bottom-bar">
      {abilities.canWrite && (
        <>
          <Button
            appearance="primary"
            disabledFocusable={waits || open === 0}
            onClick={() => void session.marking.annotateAll()}
          >
            全部批注
          </Button>
          <Button disabledFocusable={waits} onClick={() => void session.marking.clearAnnotations()}>
            清除批注
          </Button>
        </>
      )}
      <Button
        disabledFocusable={waits}
        title={session.report === null ? '下载成一个文件' : '在这个工作簿里加一张“核查报告”工作表，可以撤回'}
        onClick={report}
      >
        {session.report === null ? '核查报告' : '加报告表'}
      </Button>
      <Button data-opens="memo" disabledFocusable={waits} onClick={onMemo}>
        退回意见
      </Button>
      <UndoButton />
    </footer>
  );
}
