import { Button } from '@fluentui/react-components';
import { PlugDisconnected24Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { Component, type ComponentType, createElement, lazy, type ReactNode, Suspense } from 'react';
import { sentenceOf } from '../session/words';
import { Message } from './Message';
import { Working } from './Working';

type Load<P> = () => Promise<{ readonly default: ComponentType<P> }>;

/** Loads a part once for all its showings: what was shown before is there at once when it is shown again. */
class Loading<P extends object> {
  View: ComponentType<P>;

  constructor(private readonly load: Load<P>) {
    this.View = lazy(load);
  }

  again(): ComponentType<P> {
    this.View = lazy(this.load);
    return this.View;
  }
}

/** A view fills the pane and says that it is being opened; a part of one shows nothing until it is there. */
type Size = 'view' | 'part';

interface LaterProps<P extends object> {
  readonly name: string;
  readonly size: Size;
  readonly loading: Loading<P>;
  readonly view: P;
}

interface LaterState<P extends object> {
  readonly View: ComponentType<P>;
  readonly error: unknown;
}

/** A part that is loaded when it is asked for. Where it does not come, or fails, the rest of the pane stays as it is. */
class Later<P extends object> extends Component<LaterProps<P>, LaterState<P>> {
  override state: LaterState<P> = { View: this.props.loading.View, error: null };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render(): ReactNode {
    const { name, size, loading, view } = this.props;
    const { View, error } = this.state;
    if (error === null) {
      const waiting = size === 'view' ? <Working text="正在打开…" /> : null;
      return <Suspense fallback={waiting}>{createElement(View, view)}</Suspense>;
    }
    return (
      <Message
        icon={<PlugDisconnected24Regular />}
        title={`“${name}”没有打开`}
        sentences={[sentenceOf(error), '工作簿没有被改动，核查结果还在。']}
        actions={
          <Button appearance="primary" onClick={() => this.setState({ View: loading.again(), error: null })}>
            再试一次
          </Button>
        }
      />
    );
  }
}

const loads: (() => Promise<unknown>)[] = [];

/** Has a script loaded with the rest that is not there to be shown, but is needed for what a button does. */
export function loadLater(load: () => Promise<unknown>): void {
  loads.push(load);
}

/** A component that is loaded when it is first shown; `name` is what the officer calls it. */
export function later<P extends object>(name: string, load: Load<P>, size: Size = 'view'): ComponentType<P> {
  loadLater(load);
  const loading = new Loading(load);
  return function Shown(props: P) {
    return <Later name={name} size={size} loading={loading} view={props} />;
  };
}

/** Loads one after the other; what comes may have more to load. What does not come is asked for again, and said, when it is shown. */
async function loadAll(): Promise<void> {
  for (const load of loads) await load().catch(() => undefined);
}

/** Loads all of them while nothing else is done, so that a network that goes away later takes none of them with it. */
export function loadTheRest(): void {
  const load = () => void loadAll();
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 5_000 });
  else setTimeout(load, 2_000);
}
