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

interface LaterProps<P extends object> {
  readonly name: string;
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
    const { name, loading, view } = this.props;
    const { View, error } = this.state;
    if (error === null) {
      return <Suspense fallback={<Working text="正在打开…" />}>{createElement(View, view)}</Suspense>;
    }
    const missing = error instanceof Error && error.name === 'ChunkLoadError';
    return (
      <Message
        icon={<PlugDisconnected24Regular />}
        title={`“${name}”没有打开`}
        sentences={[
          missing ? '它的脚本没有载入，可能是网络断开，或服务器上的文件刚刚更新。' : sentenceOf(error),
          '工作簿没有被改动，核查结果还在。',
        ]}
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

/** A component that is loaded when it is first shown; `name` is what the officer calls it. */
export function later<P extends object>(name: string, load: Load<P>): ComponentType<P> {
  loads.push(load);
  const loading = new Loading(load);
  return function Shown(props: P) {
    return <Later name={name} loading={loading} view={props} />;
  };
}

/** Loads all of them while nothing else is done, so that a network that goes away later takes none of them with it. */
export function loadTheRest(): void {
  const load = () => {
    // What does not come now is asked for again when it is shown, and said then.
    for (const one of loads) one().catch(() => undefined);
  };
  if ('requestIdleCallback' in window) window.requestIdleCallback(load, { timeout: 5_000 });
  else setTimeout(load, 2_000);
}
