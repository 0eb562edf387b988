import { Checkbox, makeStyles } from '@fluentui/react-components';
import { CHECKS } from '../../checks';
import { useDraft } from './draft';

const useStyles = makeStyles({ line: { gridColumn: '1 / -1', alignItems: 'flex-start' } });

const QUESTIONS = CHECKS.filter(({ group }) => group === 'words');

/** The questions about words, each of which a place may leave out. */
export function UnaskedList() {
  const styles = useStyles();
  const { rulebook, change } = useDraft();
  const off: readonly string[] = rulebook.unasked ?? [];
  const put = (id: string, asked: boolean) => {
    const left = asked ? off.filter((one) => one !== id) : [...off, id];
    change(['unasked'], left.length === 0 ? undefined : left, true);
  };
  return (
    <>
      {QUESTIONS.map(({ id, title }) => (
        <Checkbox
          key={id}
          className={styles.line}
          label={title}
          checked={!off.includes(id)}
          onChange={(_, { checked }) => put(id, checked === true)}
        />
      ))}
    </>
  );
}
