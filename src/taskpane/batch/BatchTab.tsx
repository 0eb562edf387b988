import { makeStyles } from '@fluentui/react-components';
import { SPOKEN } from '../components/spoken';
import { usePaneState, useSession } from '../components/useSession';
import BatchView from './BatchView';

const useStyles = makeStyles({ title: SPOKEN });

/** 批量 beside a workbook: its summary can be written into that workbook where the host can. */
export default function BatchTab() {
  const styles = useStyles();
  const session = useSession();
  const { abilities, rulebooks } = usePaneState();
  return (
    <>
      <h1 className={styles.title}>批量核查</h1>
      <BatchView
        rulebooks={rulebooks}
        report={abilities.canReport === true ? (pages) => session.pages.write(pages) : null}
      />
    </>
  );
}
