import { useEffect, useState } from 'react';
import { useObserved, usePaneState, useSession } from '../components/useSession';
import BatchView from './BatchView';
import { keepNames, namesBefore } from './keptNames';
import { theBatch } from './theBatch';

/** 批量 beside a workbook: its summary can be written into that workbook where the host can. */
export default function BatchTab() {
  const session = useSession();
  const { rulebooks } = usePaneState();
  const { rows } = useObserved(theBatch);
  const [before] = useState(() => namesBefore(session.memory));
  useEffect(() => keepNames(theBatch, session.memory), [session]);
  return (
    <>
      <h1 className="spoken">批量核查</h1>
      {rows.length === 0 && before.length > 0 && (
        <p className="lead small">{`窗格重新载入过，之前的 ${before.length} 个文件要再选一次：${before.join('、')}。`}</p>
      )}
      <BatchView rulebooks={rulebooks} report={session.report} />
    </>
  );
}
