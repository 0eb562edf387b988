import { Button } from '@fluentui/react-components';
import { PlugDisconnected24Regular } from '@fluentui/react-icons/svg/plug-disconnected';
import { type ComponentType, createElement, lazy, Suspense, useState } from 'react';
import { sentenceOf } from '../session/words';
import { Boundary } from './Boundary';
import { Message } from './Message';
import { Working } from './Working';

type Load<P> = () => Promise<{ readonly default: ComponentType<P> }>;

/** A view fills the pane and says that it is being opened; a part of one shows nothing until it is there. */
type Size = 'view' | 'part';

const loads: (() => Promise<unknown>)[] = [];

/** Has a script loaded with the rest that is not there to be shown, but is needed for what a button does. */
export function loadLater(load: () => Promise<unknown>): void {
  loads.push(load);
}

/**
 * A component that is loaded when it is first shown; `name` is what the officer calls it. Where it does not come, or
 * fails, the rest of the pane stays as it is.
 */
export function later<P extends object>(name: string, load: Load<P>, size: Size = 'view'): ComponentType<P> {
  // One for all showings: what has come by itself or was shown before is there at once when it is shown.
  let loaded: ComponentType<P> = lazy(load);
  loadLater(async () => {
    loaded = (await load()).default;
  });
  return function Shown(props: P) {
    const [View, setView] = useState(() => loaded);
    const retry = (again: () => void) => {
      loaded = lazy(load);
      setView(() => loaded);
      again();
    };
    return (
      <Boundary
        instead={(error, again) => (
          <Message
            icon={<PlugDisconnected24Regular />}
            title={`“${name}”没有打开`}
            sentences={[sentenceOf(error), '工作簿没有被改动，核查结果还在。']}
            actions={
              <Button appearance="primary" onClick={() => retry(again)}>
                再试一次
              </Button>
            }
          />
        )}
      >
        <Suspense fallback={size === 'view' && <Working text="正在打开…" />}>{createElement(View, props)}</Suspense>
      </Boundary>
    );
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
