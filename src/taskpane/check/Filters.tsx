import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronUp16Regular } from '@fluentui/react-icons/svg/chevron-up';
import { Search16Regular } from '@fluentui/react-icons/svg/search';
import { useState } from 'react';
import { SEVERITIES, SEVERITY_WORDS } from '../../checks/severity';
import { useReturn } from '../components/entering';
import { FilterChips } from '../components/FilterChips';
import { usePaneState, useSession } from '../components/useSession';
import { type FormView, type PlacedFinding, type SeverityFilter, WHOLE_LIST } from '../session/state';
import { countOf } from '../session/words';
import { searched } from './shown';
import type { Step } from './stepping';
import { later } from '../components/later';

const loadSearch = () => import('./SearchBox');
const SearchBox = later('查找', loadSearch, 'part');
/** On the way to the button, so that the box is there for what is typed next; what does not come is told when it is shown. */
const prepareSearch = () => void loadSearch().catch(() => undefined);

const useStyles = makeStyles({
  root: {
    position: 'sticky',
    // Below what its view keeps at the top.
    top: 'var(--above, 0px)',
    // On a low page it would cover what it stands over.
    '@media (max-height: 480px)': { position: 'static' },
    // Above the links of the cards that scroll beneath it.
    zIndex: 2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  progress: { paddingTop: tokens.spacingVerticalXS, lineHeight: tokens.lineHeightBase200 },
});

/** They stand there before a card is open too: a line that came with the first would move it from under the pointer. */
const STEPS = [
  { by: -1, label: '上一条（Shift+F8）', Icon: ChevronUp16Regular },
  { by: 1, label: '下一条（F8）', Icon: ChevronDown16Regular },
] as const;

interface FiltersProps {
  readonly form: FormView;
  /** Those that are listed, in their order. */
  readonly findings: readonly PlacedFinding[];
  readonly onStep: Step;
}

/** Chooses which findings are listed and in which order, and says how far the officer has come. */
export function Filters({ form, findings, onStep }: FiltersProps) {
  const styles = useStyles();
  const session = useSession();
  const { list, mended, opened } = usePaneState();
  const [asked, setAsked] = useState(false);
  const searching = asked || list.query !== '' || list.type !== null;
  const at = findings.findIndex(({ key }) => key === opened);
  const worst = list.order === 'severity';
  const found = searched(form, list);
  const chips: readonly { readonly value: SeverityFilter; readonly label: string }[] = [
    { value: 'all', label: `全部 ${found.length}` },
    ...SEVERITIES.filter((severity) => severity === list.filter || countOf(form.open, severity) > 0).map(
      (severity) => ({
        value: severity,
        label: `${SEVERITY_WORDS[severity]} ${countOf(found, severity)}`,
      }),
    ),
  ];
  // One finding needs no choosing.
  const several = form.open.length > 1 || list !== WHOLE_LIST;
  // 全部 says how many are left, where it stands and nothing is looked for.
  const left = several && found.length === form.open.length ? 0 : form.open.length;
  const progress = [
    ['已消除', mended],
    ['不处理', form.aside.length],
    ['待处理', left],
  ] as const;
  useReturn(searching ? 'search' : null);
  const search = () => {
    setAsked(!searching);
    if (searching) session.choose({ query: '', type: null });
  };
  return (
    <div className={mergeClasses('on-screen', styles.root)}>
      {several && (
        <div className="row middle gap-xs" role="group" aria-label="筛选">
          <FilterChips chips={chips} chosen={list.filter} onChoose={(filter) => session.choose({ filter })} />
          <Button
            className="unbroken to-end"
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
        </div>
      )}
      {searching && <SearchBox form={form} asked={asked} onClose={search} />}
      <div className={mergeClasses('row middle gap-xs quiet', styles.progress)}>
        <span>
          {progress
            .filter(([, count]) => count > 0)
            .map(([words, count]) => `${words} ${count}`)
            .join(' · ')}
        </span>
        {several && (
          <span className="row middle gap-xs unbroken to-end">
            <Button
              className="chip"
              size="small"
              appearance="subtle"
              aria-pressed={worst}
              title={worst ? '现在重的在前，再点一次按表内位置排列' : '现在按表内位置排列，点一下重的在前'}
              onClick={() => session.choose({ order: worst ? 'place' : 'severity' })}
            >
              按轻重
            </Button>
            {at >= 0 && `${at + 1} / ${findings.length}`}
            {STEPS.map(({ by, label, Icon }) => (
              <Button
                key={by}
                size="small"
                appearance="subtle"
                icon={<Icon />}
                aria-label={label}
                title={label}
                onClick={() => onStep(by)}
              />
            ))}
          </span>
        )}
      </div>
    </div>
  );
}
