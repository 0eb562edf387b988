import { Button, Input, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Decimal } from 'decimal.js';
import { type ReactNode, useId, useState } from 'react';
import { acceptedInWords, blankFigures, objection, type OwedRow, type Proposal, refusal } from '../../advice/filling';
import type { FigureCell } from '../../form/model';
import { formatAddress } from '../../sheet/address';
import { points } from '../components/figures';
import { usePaneState } from '../components/useSession';
import { useFilling } from './useFilling';

const useStyles = makeStyles({
  root: {
    marginTop: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorBrandStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorBrandBackground2,
  },
  value: { fontSize: tokens.fontSizeHero800, lineHeight: tokens.lineHeightHero800, fontWeight: tokens.fontWeightBold },
  actions: { rowGap: tokens.spacingVerticalXS },
  input: { width: '96px' },
});

const ORIGIN_WORDS: Readonly<Record<Proposal['origin'], string>> = {
  computed: '应得分',
  claimed: '说明写明的得分',
  sum: '各项之和',
  judged: '得分由人工判断',
};

/** What stands in the cell now: 单元格现为空, 单元格现为 2.66. */
function standing({ text, formula }: FigureCell): string {
  if (formula !== '') return `单元格现为公式 ${formula.slice(0, 40)}，填入后变成固定数字`;
  return text.trim() === '' ? '单元格现为空' : `单元格现为 ${text.trim().slice(0, 20)}`;
}

function read(text: string): Decimal | null {
  return /^-?\d{1,6}(?:\.\d{1,6})?$/.test(text.trim()) ? new Decimal(text.trim()) : null;
}

interface ScorePanelProps {
  readonly owed: OwedRow;
  readonly proposal: Proposal;
  readonly stated: FigureCell;
}

/** The score by the rule with its arithmetic and what enters it; a field within its bounds where a person decides. */
export function ScorePanel({ owed, proposal, stated }: ScorePanelProps) {
  const styles = useStyles();
  const { filling } = useFilling();
  const { abilities, busy } = usePaneState();
  const id = useId();
  const [text, setText] = useState('');
  const { value, origin, arithmetic, low, high, accepted } = proposal;
  const address = formatAddress(stated.at);
  const missing = blankFigures(owed.row).map((cell) => formatAddress(cell));
  const typed = read(text);
  const refused = typed === null ? null : refusal(typed, proposal);
  const doubted = typed === null || refused !== null ? null : objection(typed, proposal);
  const wanted = owed.debts.includes('score') || owed.debts.includes('mismatch');
  const conflict = filling.isConflict(owed.row.key);
  const stands = value !== null && stated.state === 'figure' && stated.value?.eq(value) === true;
  const enter = (score: Decimal | null) => {
    if (score !== null && abilities.canWrite && busy === null) void filling.enterScore(owed, score);
  };
  const field: ReactNode = abilities.canWrite && (value === null || !stands) && (
    <form
      className={mergeClasses('row middle apart-s above-xs', styles.actions)}
      onSubmit={(event) => {
        event.preventDefault();
        if (refused === null) enter(typed);
      }}
    >
      <label className="softer" htmlFor={id}>
        {value === null ? '得分' : '或填'}
      </label>
      <Input
        id={id}
        className={styles.input}
        size="small"
        inputMode="decimal"
        autoComplete="off"
        aria-invalid={refused !== null}
        aria-describedby={`${id}-bounds`}
        placeholder={`${low.toString()} 到 ${high.toString()}`}
        value={text}
        data-first={wanted && value === null && missing.length === 0 ? true : undefined}
        onChange={(_, { value: changed }) => setText(changed)}
      />
      <Button
        size="small"
        type="submit"
        {...(value === null && { appearance: 'primary' })}
        disabledFocusable={typed === null || refused !== null || busy !== null}
      >
        {`填入 ${address}`}
      </Button>
    </form>
  );
  return (
    <section className={styles.root} aria-label={`得分 ${address}`}>
      <p className="softer">
        {missing.length > 0 && value === null ? `先填 ${missing.join('、')}，再按规则计分` : ORIGIN_WORDS[origin]}
      </p>
      {value !== null && (
        <div className="row baseline apart-s">
          <span className={styles.value}>{points(value)}</span>
          {arithmetic !== null && <span className="softer">{arithmetic}</span>}
        </div>
      )}
      {value === null && arithmetic !== null && <p className="softer">{arithmetic}</p>}
      {conflict && <p className="softer warns">这一格刚刚被改动，没有写入；请看清现在的内容，确认后再填一次。</p>}
      {value !== null && abilities.canWrite && (
        <div className={mergeClasses('row middle apart-s above-xs', styles.actions)}>
          <Button
            data-first={wanted ? true : undefined}
            appearance="primary"
            size="small"
            disabledFocusable={stands || busy !== null}
            onClick={() => enter(value)}
          >
            {stands ? `已填入 ${address}` : `填入 ${address}`}
          </Button>
          {!stands && <span className="softer">{standing(stated)}</span>}
        </div>
      )}
      {origin !== 'sum' && origin !== 'claimed' && (origin === 'judged' || accepted.length > 1) && field}
      <p id={`${id}-bounds`} className="softer" role="status">
        {value === null &&
          `${standing(stated)}；${accepted.length > 0 ? `按规则可得 ${acceptedInWords(accepted)}` : `可填 ${low.toString()} 到 ${high.toString()} 分`}`}
        {refused !== null && <span className="warns">{` ${refused}`}</span>}
        {doubted !== null && <span className="warns">{` ${doubted}`}</span>}
      </p>
    </section>
  );
}
