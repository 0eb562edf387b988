import { usePaneState, useSession } from '../components/useSession';
import BatchView from './BatchView';

/** 批量 beside a workbook: its summary can be written into that workbook where the host can. */
export default function BatchTab() {
  const session = useSession();
  const { abilities, rulebooks } = usePaneState();
  return (
    <BatchView
      rulebooks={rulebooks}
      report={abilities.canReport === true ? (pages) => session.pages.write(pages) : null}
    />
  );
}
