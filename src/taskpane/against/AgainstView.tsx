import { Button, Checkbox, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import Choice from '../components/Choice';
import { useObserved } from '../components/useSession';
import type { SideCell } from '../../compare/difference';
import { formatAddress } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { DropZone } from '../batch/DropZone';
import type { BatchStore } from '../batch/store';
import { useDrop } from '../batch/dropped';
import { SCROLLER } from '../components/scroller';
import { STICKY_BAR } from '../components/stickyBar';
import { SubHead } from '../components/SubHead';
import { namesSent } from '../../advice/batch';
import { baseName } from '../../sheet/fileName';
import { sentenceOf } from '../session/words';
import { Result } from './Result';
import { type Against, againstOf, type AgainstStore, type Candidate, type Group, namesOf, type Pairing } from './store';
import { groupBy } from '../../sheet/lists';

const useStyles = makeStyles({
  pair: { padding: '6px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  choice: {
    display: 'grid',
    gridTemplateColumns: '4em minmax(0, 1fr)',
    alignItems: 'center',
    marginTop: '4px',
    fontSize: tokens.fontSizeBase200,
  },
  project: { display: 'flex' },
  select: { width: '100%', minWidth: 0, maxWidth: '480px', '> select': { width: '100%', textOverflow: 'ellipsis' } },
  actions: {
    ...STICKY_BAR,
    zIndex: 1,
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
  },
});

/** More pairs than this are drawn when they are asked for. */
const SHOWN = 100;

function nameOf({ found, file }: Pairing['now']): string {
  const { organisation, project, year } = found.side;
  const names = [organisation, project].filter((one) => one !== null && one.trim() !== '').join(' · ');
  return `${names === '' ? baseName(file) : names}${year === null ? '' : `（${year}）`}`;
}

function candidateName({ file, found: { side } }: Candidate): string {
  const names = [side.organisation, side.project].flatMap((name) => (name === null || name === '' ? [] : `${name} · `));
  return `${names.join('')}${side.kind}${side.year === null ? '' : `（${side.year}）`} · ${baseName(file)}`;
}

/** What a file is called here. */
type Called = (file: string) => string;

interface GroupsProps {
  readonly groups: readonly Group[];
  readonly store: AgainstStore;
  readonly called: Called;
}

/** Departments with the projects that are counted as theirs. */
function Groups({ groups, store, called }: GroupsProps) {
  const styles = useStyles();
  return (
    <ul>
      {groups.map((group) => (
        <li key={group.key} className={styles.pair} data-group>
          <span className="line strong">{nameOf(group.now)}</span>
          <span className="quiet line">{called(group.now.file)}</span>
          {group.projects.slice(0, SHOWN).map(({ side, taken }) => (
            <Checkbox
              key={side.row}
              className={styles.project}
              label={nameOf(side)}
              checked={taken}
              onChange={(_, { checked }) => store.take(group, side, checked === true)}
            />
          ))}
          {group.projects.length > SHOWN && (
            <span className="quiet line">{`另有 ${group.projects.length - SHOWN} 个项目，一并核对`}</span>
          )}
        </li>
      ))}
    </ul>
  );
}

interface FormPairsProps {
  /** Those of one form: its targets, its year before. */
  readonly pairings: readonly [Pairing, ...Pairing[]];
  readonly store: AgainstStore;
  readonly called: Called;
}

const LABELS = { targets: '申报表', form: '上年' } as const;

/** A form and what it is to be held against; other ones can be chosen, or none. */
function FormPairs({ pairings, store, called }: FormPairsProps) {
  const styles = useStyles();
  const [{ now }] = pairings;
  const name = nameOf(now);
  const lone = pairings.every(({ partner }) => partner === null);
  return (
    <li className={styles.pair} data-pair={lone ? 'none' : 'found'}>
      <span className="line strong">{name}</span>
      <span className="quiet line">{called(now.file)}</span>
      {pairings.map((pairing) => {
        const { kind, partner, key } = pairing;
        const label = LABELS[kind];
        return (
          <div key={key} className={styles.choice}>
            <span className="dim" aria-hidden>
              {label}
            </span>
            <Choice
              className={styles.select}
              aria-label={`${name}与哪一份${label === '上年' ? '上年自评表' : label}核对`}
              value={partner?.key ?? ''}
              onChoose={(value) => store.choose(key, value === '' ? null : value)}
              options={[['', '不核对'], ...store.choices(pairing).map((one) => [one.key, candidateName(one)] as const)]}
            />
            {partner === null && pairing.candidates > 1 && (
              <span className="line all-columns small warns">{`有 ${pairing.candidates} 份都对得上，请选一份`}</span>
            )}
          </div>
        );
      })}
    </li>
  );
}

/** 2 对, 1 个部门 */
function counted(pairs: number, departments: number): string[] {
  return [...(pairs === 0 ? [] : [`${pairs} 对`]), ...(departments === 0 ? [] : [`${departments} 个部门`])];
}

/** The row in which the other side's place stands; `null` where it was not received. */
function rowOf({ with: other }: Against, { file, sheet }: SideCell): string | null {
  if (!(other instanceof Array)) return other.row;
  return other.find((one) => one.file === file && one.found.side.sheet === sheet)?.row ?? null;
}

/** Pairings of one form stand side by side; forms for which nothing was found come last, whatever is chosen for them. */
function byForm(pairings: readonly Pairing[]): (readonly [Pairing, ...Pairing[]])[] {
  const none = (own: readonly Pairing[]) => Number(!own.some(({ found }) => found));
  return [...groupBy(pairings, ({ now }) => now.row).values()].sort((a, b) => none(a) - none(b));
}

interface AgainstViewProps {
  readonly batch: BatchStore;
  /** How far it was scrolled when it was left, in pixels. */
  readonly top: number;
  /** Shows a cell of a received form. */
  readonly onOpen: (row: string, cell: CellRef) => void;
  readonly onClose: () => void;
}

/** 与申报表、上年核对: chooses the files, shows which form goes with which before it is used, and what each pair came to. */
export default function AgainstView({ batch, top, onOpen, onClose }: AgainstViewProps) {
  const styles = useStyles();
  const store = againstOf(batch);
  const { candidates, unread, reading, pairings, groups, results, running } = useObserved(store);
  useLayoutEffect(() => {
    const scroller = document.getElementById(SCROLLER);
    if (scroller !== null && top > 0) scroller.scrollTop = top;
  }, [top]);
  // Below a long list of pairs nobody would see that it is done.
  const heading = useRef<HTMLHeadingElement>(null);
  const wasRunning = useRef(false);
  useEffect(() => {
    if (running === null && wasRunning.current) heading.current?.scrollIntoView({ block: 'start' });
    wasRunning.current = running !== null;
  }, [running]);
  const [said, setSaid] = useState('');
  const [all, setAll] = useState(false);
  const { dropping, handlers } = useDrop(
    (files) => void store.add(files),
    (error) => setSaid(sentenceOf(error)),
  );
  const found = pairings.filter(({ partner }) => partner !== null);
  const called = namesSent([
    ...[...pairings, ...groups].map(({ now }) => now.file),
    ...candidates.map(({ file }) => file),
  ]);
  const forms = byForm(pairings);
  const left = forms.filter((own) => own.every(({ partner }) => partner === null)).length;
  const lone = candidates.filter(({ key }) => !found.some(({ partner }) => partner?.key === key));
  const compared = [...results.values()].flat();
  const loud = compared.filter(({ comparison }) =>
    comparison?.differences.some(({ severity }) => severity === 'warning'),
  );
  const teams = compared.filter(({ comparison }) => comparison?.kind === 'projects').length;
  const pairs = compared.length - teams;
  const asked = counted(found.length, groups.filter(({ projects }) => projects.some(({ taken }) => taken)).length);
  const words =
    running !== null
      ? `正在核对 ${running.done} / ${running.total}`
      : compared.length === 0
        ? ''
        : `核对了 ${counted(pairs, teams).join('、')}，${loud.length === 0 ? '没有' : `${loud.length} 份有`}要紧的不同。`;
  return (
    <section className="page" aria-label="与申报表、上年核对" {...handlers}>
      <SubHead title="与申报表、上年核对" onBack={onClose} />
      <p className="quiet above-s below-s">
        选择绩效目标申报（批复）表，或上年的自评表；收到的文件里已有申报表、上年的表、部门的表和它的项目的，已经在下面，不用再选。
      </p>
      <DropZone what="申报表、上年自评表" dropping={dropping} onFiles={(files) => void store.add(files)} />
      <div role="status">
        {reading > 0 && <p className="quiet above-s below-s">{`正在读取，还有 ${reading} 个文件`}</p>}
        {said !== '' && <p className="line all-columns small warns">{said}</p>}
      </div>
      {unread.map(({ file, reason }) => (
        <span key={file} className="line all-columns small warns">{`${file}：${reason}`}</span>
      ))}
      {groups.length > 0 && (
        <>
          <h2 className="part-heading">{`部门与项目 ${groups.length} 组`}</h2>
          <p className="quiet above-s below-s">
            勾选的项目的预算数、执行数之和与部门的项目支出核对；写明属于这个部门的已经勾选，请看一遍。
          </p>
          <Groups groups={groups} store={store} called={called} />
        </>
      )}
      {pairings.length > 0 && (
        <>
          <h2 className="part-heading">{`配对 ${found.length} 对${left === 0 ? '' : `，${left} 份没有对应的表`}`}</h2>
          {left > 0 && (
            <p className="quiet above-s below-s">
              申报表按单位、项目、年度对应，上年自评表按单位、项目对应；对不上的可以自己选。
            </p>
          )}
          <ul>
            {forms.slice(0, all ? forms.length : SHOWN).map((own) => (
              <FormPairs key={own[0].now.row} pairings={own} store={store} called={called} />
            ))}
          </ul>
          {forms.length > SHOWN && !all && (
            <Button size="small" onClick={() => setAll(true)}>{`显示全部 ${forms.length} 份`}</Button>
          )}
          {lone.length > 0 && (
            <p className="quiet above-s below-s">
              {`没有用到的表 ${lone.length} 份：${lone.slice(0, 20).map(candidateName).join('；')}${lone.length > 20 ? '等' : ''}。`}
            </p>
          )}
        </>
      )}
      {pairings.length + groups.length > 0 && (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={asked.length === 0 || running !== null || reading > 0}
            onClick={() => void store.compare()}
          >
            {asked.length === 0 ? '没有可以核对的' : `核对这 ${asked.join('、')}`}
          </Button>
          <Button onClick={() => store.clear()}>清空</Button>
        </div>
      )}
      {running !== null && <progress aria-label="核对进度" value={running.done} max={Math.max(1, running.total)} />}
      <span role="status" className="spoken">
        {running === null ? words : ''}
      </span>
      {compared.length > 0 && (
        <>
          <h2 ref={heading} className="part-heading">
            {words}
          </h2>
          {compared.map((one) => (
            <Result
              key={one.key}
              title={nameOf(one.now)}
              against={`${called(one.now.file)} 对 ${namesOf(one, called)}`}
              comparison={one.comparison}
              failed={one.failed}
              open={store.unfolded.has(one.key)}
              onToggle={(unfolded) => {
                if (unfolded) store.unfolded.add(one.key);
                else store.unfolded.delete(one.key);
              }}
              link={(cell) => (
                <Link as="button" onClick={() => onOpen(one.now.row, cell)}>
                  {formatAddress(cell)}
                </Link>
              )}
              otherLink={(place, where) => {
                const row = rowOf(one, place);
                return row === null ? null : (
                  <Link as="button" onClick={() => onOpen(row, place.cell)}>
                    {where}
                  </Link>
                );
              }}
            />
          ))}
        </>
      )}
    </section>
  );
}
