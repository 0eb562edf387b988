import { useObserved, useSession } from '../components/useSession';
import { type Filling, fillingOf, type FillState } from './filling';

/** What the officer is about to fill in; renders again when it changes. */
export function useFilling(): { readonly filling: Filling; readonly state: FillState } {
  const filling = fillingOf(useSession());
  return { filling, state: useObserved(filling) };
}
