import { Button, Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Person16Regular } from '@fluentui/react-icons/svg/person';
import { useState } from 'react';
import { matches } from '../../scoring';
import type { IndicatorScore, Rescored, Scores } from '../../scoring/scores';
import type { CellRef } from '../../sheet/snapshot';
import { formatFigure } from '../../sheet/format';
import { CellLink } from '../components/CellLink';
import { ORIGIN_WORDS } from './words';
import { groupBy } from '../../sheet/lists';
import { toldApart } from '../../sheet/text';

/** As many as are shown at first, and each time more are asked for. */
const AT_ONCE = 200;

/** As many characters of a name are seen in its four lines. */
const SEEN = 50;

const ORIGINS = ['computed', 'claimed', 'judged', 'missing'] as const;

const useStyles = makeStyles({
  group: {
    padding: `${tokens.spacingVerticalM} 0 ${tokens.spacingVerticalXS}`,
  },
  item: {
    padding: `${tokens.spacingVerticalXS} 0 ${tokens.spacingVerticalS} ${tokens.spacingHorizontalMNudge}`,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
    marginBottom: tokens.spacingVerticalXS,
  },
  computed: { borderLeftColor: tokens.colorBrandStroke1 },
  words: { marginTop: '1px' },
  origin: { marginRight: tokens.spacingHorizontalS, '> svg': { verticalAlign: 'text-bottom', marginRight: '3px' } },
});

/** What a rule scores. */
interface Scored {
  readonly name: string;
  readonly cell: CellRef;
  readonly weight: string;
}

interface RuleItemProps {
  /** All that are scored alike. */
  readonly scored: readonly Scored[];
  readonly score: Rescored;
  /** What is shown of a name. */
  readonly told: (name: string) => string;
  /** The rule of the rulebook that is for it, in words; `null` where the rulebook has none. */
  readonly place: string | null;
  /** Opens that rule in the editor. */
  readonly onEdit: () => void;
}

/** A sentence without 由人工判断 behind it, which the mark below it says. */
function sentence(words: string): string {
  return `${words.replace(/，[由请]人工判断/, '').replace(/。$/, '')}。`;
}

function RuleItem({ scored, score, told, place, onEdit }: RuleItemProps) {
  const styles = useStyles();
  const { origin, rule, unread } = score;
  const byPerson = origin === 'judged' || origin === 'missing';
  return (
    <li className={mergeClasses(styles.item, origin === 'computed' && styles.computed)}>
      {scored.map(({ name, cell, weight }) => (
        <div key={cell.row} className="row unbroken baseline apart-s">
          <span className="grow strong four-lines" title={name}>
            {told(name)}
          </span>
          {weight !== '' && <span className="quiet kept-size">{weight}</span>}
          <CellLink cells={[cell]} />
        </div>
      ))}
      <p className={styles.words}>{sentence(rule.words)}</p>
      {unread !== null && <p className="hint">{sentence(unread)}</p>}
      <p className="quiet row unbroken baseline apart-s">
        <span className="grow">
          <span className={mergeClasses(styles.origin, byPerson && 'strong', byPerson && 'warns')}>
            {byPerson && <Person16Regular aria-hidden />}
            {ORIGIN_WORDS[origin]}
          </span>
          {(rule.cell !== null || place !== null) && (
            <span>{`来源：${rule.cell === null ? `这份规则的${place ?? ''}` : rule.source}`}</span>
          )}
          {rule.cell && (
            <>
              {' '}
              <CellLink cells={[rule.cell]} />
            </>
          )}
        </span>
        {place !== null && (
          <Link
            as="button"
            className="kept-size"
            aria-label={`修改${scored[0]?.name ?? ''}${scored.length > 1 ? `等 ${scored.length} 项` : ''}的规则`}
            onClick={onEdit}
          >
            修改
          </Link>
        )}
      </p>
    </li>
  );
}

/** The same for those of which all that is said below their names is the same. */
function alikeKey({ rule, origin, unread }: Rescored, place: number): string {
  return [origin, place, rule.words, rule.source, rule.cell?.row ?? '', rule.cell?.column ?? '', unread ?? ''].join(
    '\u001f',
  );
}

interface RuleListProps {
  readonly scores: Scores;
  /** Opens a rule of the rulebook by its place in it; the scored budget row has `execution`. */
  readonly onEdit: (rule: number | 'execution') => void;
}

/** Each indicator's rule in words, with its source; what a person judges is marked. */
export function RuleList({ scores, onEdit }: RuleListProps) {
  const styles = useStyles();
  const [most, setMost] = useState(AT_ONCE);
  const { indicators, budget, rulebook } = scores;
  const counts = ORIGINS.flatMap((origin) => {
    const count = indicators.filter((score) => score.origin === origin).length;
    return count === 0 ? [] : [`${ORIGIN_WORDS[origin]} ${count} 项`];
  });
  const told = toldApart(
    indicators.map(({ indicator }) => indicator.name.value.trim()),
    SEEN,
  );
  const weightOf = (cell: { readonly value: Parameters<typeof formatFigure>[0] | null } | null) =>
    cell?.value ? `${formatFigure(cell.value)} 分` : '';
  const ruleOf = ({ indicator }: IndicatorScore) =>
    rulebook.indicators.findIndex(({ match }) => matches(indicator, match));
  return (
    <section className="section" aria-labelledby="rule-list">
      <h2 id="rule-list" className="subheading">
        各项指标怎样计分
      </h2>
      <p className="hint">
        {`共 ${indicators.length} 项：${counts.join('，')}。没有写明规则的，只核对得分不超过分值、与依据一致、低于满分有原因。`}
      </p>
      {budget !== null && (
        <ul className="above-s">
          <RuleItem
            scored={[
              {
                name: budget.line.label.value.trim(),
                cell: budget.line.label.at,
                weight: weightOf(budget.line.weight),
              },
            ]}
            score={budget}
            told={told}
            place={rulebook.execution === null ? null : '预算执行率'}
            onEdit={() => onEdit('execution')}
          />
        </ul>
      )}
      {[...groupBy(indicators.slice(0, most), ({ indicator }) => indicator.path[0] ?? '指标')].map(
        ([group, members]) => (
          <div key={group}>
            <h3 className={mergeClasses('label-above', styles.group)}>{group}</h3>
            <ul>
              {[...groupBy(members, (score) => alikeKey(score, ruleOf(score)))].map(([key, alike]) => {
                const [score] = alike;
                const rule = ruleOf(score);
                return (
                  <RuleItem
                    key={key}
                    scored={alike.map(({ indicator }) => ({
                      name: indicator.name.value.trim(),
                      cell: indicator.name.at,
                      weight: weightOf(indicator.weight),
                    }))}
                    score={score}
                    told={told}
                    place={rule < 0 ? null : `第${rule + 1}条`}
                    onEdit={() => onEdit(rule)}
                  />
                );
              })}
            </ul>
          </div>
        ),
      )}
      {indicators.length > most && (
        <Button size="small" onClick={() => setMost(most + AT_ONCE)}>
          {`再显示 ${Math.min(AT_ONCE, indicators.length - most)} 项`}
        </Button>
      )}
    </section>
  );
}
