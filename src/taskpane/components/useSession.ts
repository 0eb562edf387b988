import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Observable } from '../observable';
import type { Session } from '../session/session';
import type { PaneState } from '../session/state';

const SessionContext = createContext<Session | null>(null);

export const SessionProvider = SessionContext.Provider;

/** What is observed at present; renders again when it changes. */
export function useObserved<State extends object>({
  subscribe,
  getSnapshot,
}: Pick<Observable<State>, 'subscribe' | 'getSnapshot'>): State {
  return useSyncExternalStore(subscribe, getSnapshot);
}

/** The session that the pane works on. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (session === null) throw new Error('useSession is used outside SessionProvider');
  return session;
}

/** What the session shows at present; renders again when it changes. */
export function usePaneState(): PaneState {
  const session = useSession();
  return useObserved(session);
}
