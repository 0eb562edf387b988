import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import type { TabId } from '../session/state';
import { SCROLLER } from './scroller';
import { TABS } from './views';
import { useSession } from './useSession';

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    padding: `0 ${tokens.spacingHorizontalS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** Chooses the view of the form. */
export function Tabs({ chosen }: { readonly chosen: TabId }) {
  const styles = useStyles();
  const session = useSession();
  return (
    <TabList
      className={styles.root}
      size="small"
      aria-label="视图"
      selectedValue={chosen}
      onTabSelect={(_, { value }) => {
        const tab = TABS.find(({ id }) => id === value);
        if (tab !== undefined) session.showTab(tab.id);
      }}
    >
      {TABS.map(({ id, label }) => (
        <Tab key={id} value={id} aria-controls={SCROLLER}>
          {label}
        </Tab>
      ))}
    </TabList>
  );
}
