import { FluentProvider, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { Boundary } from './Boundary';
import { type AppearanceSource, usePaneTheme } from './theme';

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
