import type { EditPath } from '../../scoring';
import { faultAt, useDraft } from './draft';
import { useRulesStyles } from './styles';

/** What is wrong with a part as a whole, such as two of its bounds that are the wrong way round. */
export function Fault({ path }: { readonly path: EditPath }) {
  const styles = useRulesStyles();
  const fault = faultAt(useDraft(), path);
  return fault === null ? null : <p className={styles.fault}>{fault}</p>;
}
