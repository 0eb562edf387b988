import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useState } from 'react';
import { SEVERITIES, SEVERITY_WORDS } from '../../checks/severity';
import { useReturn } from '../components/entering';
import { FilterChips } from '../components/FilterChips';
import { usePaneState, useSession } from '../components/useSession';
import type { FormView, PlacedFinding, SeverityFilter } from '../session/state';
import { countOf } from '../session/words';
import { byLoudness } from './shown';
import { step } from './stepping';
import { later } from '../components/later';

const loadSearch = () => import('./SearchBox');
const SearchBox = later('查找', loadSearch, 'part');
/** On the way to the button, so that the box is there for what is typed next; what does not come is told when it is shown. */
const prepareSearch = () => void loadSearch().catch(() => undefined);

const useStyles = makeStyles({
  root: {
    '@media print': { display: 'none' },
    position: 'sticky',
    top: 0,
    // Above the links of the cards that scroll beneath it.
    zIndex: 2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  row: { alignItems: 'center', gap: tokens.spacingHorizontalXS },
  // Together, wherever there is room for them.
  order: { flexWrap: 'nowrap', marginLeft: 'auto' },
  by: { minWidth: 'auto', paddingLeft: '5px', paddingRight: '5px' },
  progress: { paddingTop: tokens.spacingVerticalXS, lineHeight: tokens.lineHeightBase200 },
});

interface FiltersProps {
  readonly form: FormView;
  /** Those that are listed, in their order. */
  readonly findings: readonly PlacedFinding[];
}

/** Chooses which findings are listed and in which order, and says how far the officer has come. */
export function Filters({ form, findings }: FiltersProps) {
  const styles = useStyles();
  const session = useSession();
  const { list, mended, opened } = usePaneState();
  const [asked, setAsked] = useState(false);
  const searching = asked || list.query !== '' || list.type !== null;
  const at = findings.findIndex(({ key }) => key === opened);
  const worst = byLoudness(list, form);
  const chips: readonly { readonly value: SeverityFilter; readonly label: string }[] = [
    { value: 'all', label: `全部 ${form.open.length}` },
    ...SEVERITIES.map((severity) => ({
      value: severity,
      label: `${SEVERITY_WORDS[severity]} ${countOf(form, severity)}`,
    })),
  ];
  useReturn(searching ? 'search' : null);
  const search = () => {
    setAsked(!searching);
    if (searching) session.choose({ query: '', type: null });
  };
  return (
    <div className={styles.root}>
      <div className={mergeClasses('row', styles.row)} role="group" aria-label="筛选和排序">
        <FilterChips chips={chips} chosen={list.filter} onChoose={(filter) => session.choose({ filter })} />
        <span className={mergeClasses('row', styles.row, styles.order)}>
          <Button
            className={styles.by}
            size="small"
            appearance="subtle"
            aria-pressed={worst}
            title={worst ? '现在按轻重排列，点这里按位置排列' : '现在按位置排列，点这里按轻重排列'}
            onClick={() => session.choose({ order: worst ? 'place' : 'severity' })}
          >
            {worst ? '按轻重' : '按位置'}
          </Button>
          <Button
            data-opens="search"
            size="small"
            appearance="subtle"
            icon={<Search16Regular />}
            aria-label="查找"
            title="按指标或类型查找"
            aria-pressed={searching}
            onPointerEnter={prepareSearch}
            onFocus={prepareSearch}
            onClick={search}
          />
        </span>
      </div>
      {searching && <SearchBox form={form} asked={asked} onClose={search} />}
      {(mended > 0 || form.aside.length > 0 || at >= 0) && (
        <div className={mergeClasses('row', styles.row, 'quiet', styles.progress)}>
          <span>{`已改 ${mended} · 不处理 ${form.aside.length} · 待处理 ${form.open.length}`}</span>
          {at >= 0 && (
            <span className={mergeClasses('row', styles.row, styles.order)}>
              {`${at + 1} / ${findings.length}`}
              <Button
                size="small"
                appearance="subtle"
                icon={<ChevronUp16Regular />}
                aria-label="上一条（Shift+F8）"
                title="上一条（Shift+F8）"
                onClick={() => step(session, findings, -1)}
              />
              <Button
                size="small"
                appearance="subtle"
                icon={<ChevronDown16Regular />}
                aria-label="下一条（F8）"
                title="下一条（F8）"
                onClick={() => step(session, findings, 1)}
              />
            </span>
          )}
        </div>
      )}
    </div>
  );
}
