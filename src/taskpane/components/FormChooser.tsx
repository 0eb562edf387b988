import { makeStyles, Select, tokens } from '@fluentui/react-components';
import { useSession } from './useSession';

const useStyles = makeStyles({ root: { marginBottom: tokens.spacingVerticalS } });

interface FormChooserProps {
  readonly titles: readonly string[];
  readonly chosen: number;
}

/** Chooses which of a sheet's forms is looked at. */
export default function FormChooser({ titles, chosen }: FormChooserProps) {
  const styles = useStyles();
  const session = useSession();
  return (
    <Select
      className={styles.root}
      size="small"
      aria-label={`本工作表有 ${titles.length} 张自评表，选择要看的一张`}
      value={String(chosen)}
      onChange={(_, { value }) => session.chooseForm(Number(value))}
    >
      {titles.map((title, index) => (
        <option key={index} value={index}>
          {`${index + 1}/${titles.length} ${title}`}
        </option>
      ))}
    </Select>
  );
}
