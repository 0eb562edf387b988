import { Button, FluentProvider, makeStyles } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { type ReactNode, useEffect } from 'react';
import { sentenceOf } from '../session/words';
import { Boundary } from './Boundary';
import { keepFocus } from './keptFocus';
import { Message } from './Message';
import { type AppearanceSource, usePaneTheme } from './theme';

/** Says what happened, instead of an empty pane, when a component fails. */
function failed(error: unknown): ReactNode {
  return (
    <Message
      icon={<ErrorCircleRegular fontSize={32} />}
      title="窗格出了错"
      sentences={['工作簿没有被改动。', sentenceOf(error)]}
      actions={
        <Button appearance="primary" onClick={() => window.location.reload()}>
          重新载入窗格
        </Button>
      }
    />
  );
}

const useStyles = makeStyles({ root: { height: '100%' } });

interface AppProps {
  readonly appearance: AppearanceSource;
  readonly children: ReactNode;
}

/** Theme and last resort around everything that the pane shows. */
export function App({ appearance, children }: AppProps) {
  const styles = useStyles();
  const theme = usePaneTheme(appearance);
  useEffect(keepFocus, []);
  return (
    <FluentProvider theme={theme} className={styles.root}>
      <Boundary instead={failed}>{children}</Boundary>
    </FluentProvider>
  );
}
