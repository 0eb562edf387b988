import { Link } from '@fluentui/react-components';
import { useState } from 'react';
import { againstTitle } from '../../advice/against';
import { findingText } from '../../advice/annotations';
import { isSettled } from '../../advice/stakes';
import { CHECKS } from '../../checks';
import type { Finding } from '../../checks/finding';
import { copied } from '../copy';
import { formatAddress } from '../../sheet/address';
import type { CellRef } from '../../sheet/snapshot';
import { useReturn } from '../components/entering';
import { CellLink } from '../components/CellLink';
import { type ListedFact, FactList } from '../components/FactList';
import { Folded } from '../components/Folded';
import { usePaneState, useSession } from '../components/useSession';
import type { PlacedFinding } from '../session/state';
import { FixPanel } from './FixPanel';
import { later } from '../components/later';
import { SnugButton } from '../components/SnugButton';
import { cut } from '../../sheet/text';

/** A total may be the sum of hundreds of cells. */
const FEW_CELLS = 8;

const SetAsidePanel = later('不处理', () => import('./SetAsidePanel'), 'part');

/** What stands in a cell may be a page long; it can be read there. */
const LONGEST_QUOTE = 160;

/** What arithmetic comes to where that is no number of its own: 100 = 100，得满分10分. */
const POINTS = /(?<=，)(?:按比例最多|不)?得[^，]*/;

/** The arithmetic with its result set off, without what the form says instead, which has a line of its own. */
function Arithmetic({ text }: { readonly text: string }) {
  const result = POINTS.exec(text) ?? /(?<== ?)[^=， ][^=，]*(?=，[^=]*$|$)/.exec(text);
  if (result === null) return text;
  return (
    <>
      {text.slice(0, result.index)}
      <strong>{result[0]}</strong>
    </>
  );
}

/** The arithmetic, the rule, what the cell says and why it is looked at. */
function factsOf(finding: Finding, words: string): ListedFact[] {
  const { arithmetic, expected, found, rule, check } = finding;
  const explain = CHECKS.find(({ id }) => id === check)?.explain;
  const prose = words.trim() !== '' && words.trim() !== found && /\p{Script=Han}/u.test(words);
  return [
    ...(arithmetic === undefined ? [] : [{ name: '算式', fact: <Arithmetic text={arithmetic} /> }]),
    ...(arithmetic === undefined && expected !== undefined && found === undefined
      ? [{ name: isSettled(finding) ? '应为' : '参照', fact: expected }]
      : []),
    ...(prose ? [{ name: '原文', fact: `“${cut(words.trim(), LONGEST_QUOTE)}”` }] : []),
    ...(rule === undefined ? [] : [{ name: againstTitle(check) === undefined ? '规则' : '对照', fact: rule }]),
    ...(explain === undefined ? [] : [{ name: '为什么查', fact: <Folded text={explain} lines="two-lines" /> }]),
  ];
}

/** Checks whose findings ask for words that 填报 has a draft of, and what they say where it has none. */
const LACKING: ReadonlySet<string> = new Set(['missing-reason', 'over-completion', 'low-execution']);
const WITHOUT_DRAFT: ReadonlySet<string> = new Set(['far', 'nowhere']);

/** One finding as a text to send to somebody: where it is and what it says. */
function textOf({ place, item, finding }: PlacedFinding): string {
  const where = [formatAddress(finding.cell), place, item].filter((part) => part !== '').join(' ');
  return `${where}\n${findingText(finding)}`;
}

/** Links to cells; many fold. */
function Cells({ cells }: { readonly cells: readonly CellRef[] }) {
  const [all, setAll] = useState(false);
  return (
    <div className="row baseline apart-m">
      {cells.slice(0, all ? cells.length : FEW_CELLS).map((cell) => (
        <CellLink key={`${cell.row},${cell.column}`} cells={[cell]} />
      ))}
      {!all && cells.length > FEW_CELLS && (
        <Link as="button" onClick={() => setAll(true)}>{`共 ${cells.length} 格`}</Link>
      )}
    </div>
  );
}

/** The open part of a finding: its arithmetic, its cells and what can be done about it. */
export default function FindingDetails({ placed }: { readonly placed: PlacedFinding }) {
  const session = useSession();
  const { abilities, busy } = usePaneState();
  const [panel, setPanel] = useState<'fix' | 'aside' | null>(null);
  const { finding } = placed;
  const fix = abilities.canWrite ? finding.fix : undefined;
  useReturn(panel);
  const close = () => setPanel(null);
  const facts = factsOf(finding, session.wordsAt(finding.cell));
  if (finding.related.length > 0) facts.push({ name: '有关的格', fact: <Cells cells={finding.related} /> });
  const waits = busy !== null;
  return (
    <>
      <FactList facts={facts} className="above-xs below-xs" />
      {(finding.follows ?? []).length > 0 && (
        <>
          <p className="quiet">改正后随之消失：</p>
          <ul className="bullets small">
            {finding.follows?.map((one) => (
              <li key={`${one.check}${formatAddress(one.cell)}${one.messageId}`}>
                <CellLink cells={[one.cell]} /> {one.title}
              </li>
            ))}
          </ul>
        </>
      )}
      {panel === 'fix' && fix !== undefined && (
        <FixPanel fix={fix} onCancel={close} onConfirm={() => void session.marking.fix(finding)} />
      )}
      {panel === 'aside' && (
        <SetAsidePanel
          about={placed.key}
          onCancel={close}
          onConfirm={(reason) => void session.setAside(placed.key, reason)}
        />
      )}
      {panel === null && (
        <div className="row gap-snudge above-snudge below-xs">
          {fix !== undefined && (
            <SnugButton data-opens="fix" appearance="primary" disabledFocusable={waits} onClick={() => setPanel('fix')}>
              {`${fix.label}…`}
            </SnugButton>
          )}
          {abilities.canWrite && (
            <SnugButton disabledFocusable={waits} onClick={() => void session.marking.annotate(placed)}>
              批注
            </SnugButton>
          )}
          {LACKING.has(finding.check) && !WITHOUT_DRAFT.has(finding.messageId) && abilities.canWrite && (
            <SnugButton disabledFocusable={waits} onClick={() => void session.draftFor(finding.cell)}>
              写说明草稿
            </SnugButton>
          )}
          <SnugButton data-opens="aside" disabledFocusable={waits} onClick={() => setPanel('aside')}>
            不处理…
          </SnugButton>
          <SnugButton
            appearance="subtle"
            onClick={() => void session.attempt('', () => copied(textOf(placed), '已复制这一条。'))}
          >
            复制
          </SnugButton>
        </div>
      )}
    </>
  );
}
