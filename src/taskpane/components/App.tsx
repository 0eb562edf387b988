import { Button, FluentProvider, makeStyles } from '@fluentui/react-components';
import { ErrorCircleRegular } from '@fluentui/react-icons/svg/error-circle';
import { Component, type ReactNode } from 'react';
import { sentenceOf } from '../session/words';
import { Message } from './Message';
import { type AppearanceSource, usePaneTheme } from './theme';

interface BoundaryProps {
  readonly children: ReactNode;
}

/** Says what happened, instead of an empty pane, when a component fails. */
class Boundary extends Component<BoundaryProps, { readonly error: unknown }> {
  override state: { readonly error: unknown } = { error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
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
  return (
    <FluentProvider theme={theme} className={styles.root}>
      <Boundary>{children}</Boundary>
    </FluentProvider>
  );
}
