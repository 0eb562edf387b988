import { Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { type EditPath, valueAt } from '../../scoring';
import { fieldsAt } from '../../scoring/places';
import type { Rule } from '../../scoring/rulebook';
import { useDraft } from './draft';
import { Fault } from './Fault';
import { ListEditor } from './ListEditor';
import { useRulesStyles } from './styles';
import { ValueField } from './ValueField';

const NOTHING_TO_ENTER: Partial<Readonly<Record<Rule['kind'], string>>> = {
  printed: '规则印在表里，读到的是哪一句，见各项指标。',
  qualitative: '三档的界线见下面的“定性指标”。',
};

const useStyles = makeStyles({
  tier: {
    gridColumn: '1 / -1',
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
});

/** One band: its bounds, and what it scores. */
function Tier({ path }: { readonly path: EditPath }) {
  const styles = useStyles();
  const draft = useDraft();
  const byShare = valueAt(draft.json, [...path, 'share']) !== undefined;
  const choose = (what: string) => {
    const tier = valueAt(draft.json, path);
    if (typeof tier !== 'object' || tier === null) return;
    const { points: _, share: __, ...bounds } = tier as Readonly<Record<string, unknown>>;
    draft.change(path, what === 'share' ? { ...bounds, share: 1 } : { ...bounds, points: 0 }, true);
  };
  return (
    <div className={styles.tier}>
      <ValueField path={[...path, 'low']} />
      <ValueField path={[...path, 'high']} />
      <ValueField path={[...path, 'lowOpen']} />
      <ValueField path={[...path, 'highClosed']} />
      <ValueField path={[...path, byShare ? 'share' : 'points']} />
      <Field label="得分按" size="small">
        <Select size="small" value={byShare ? 'share' : 'points'} onChange={(_, { value }) => choose(value)}>
          <option value="points">分</option>
          <option value="share">分值的%</option>
        </Select>
      </Field>
    </div>
  );
}

/** What can be changed in one rule, by its kind. */
export function RuleFields({ path, rule }: { readonly path: EditPath; readonly rule: Rule }) {
  const styles = useRulesStyles();
  const nothing = NOTHING_TO_ENTER[rule.kind];
  return (
    <>
      {nothing !== undefined && <p className={styles.small}>{nothing}</p>}
      {fieldsAt(path, rule.kind).map((key) => (
        <ValueField key={key} path={[...path, key]} />
      ))}
      {rule.kind === 'tiers' && (
        <ListEditor path={[...path, 'tiers']} blank={{ low: null, high: null, points: '' }}>
          {(tier) => <Tier path={tier} />}
        </ListEditor>
      )}
      <Fault path={path} />
    </>
  );
}
