import type { TabViewProps } from '../components/views';

/** 规则: which rulebook was applied and why, and each indicator's rule in words. */
export default function RulesView({ forms, chosen }: TabViewProps) {
  const form = forms[chosen];
  if (form === undefined) return null;
  return <p>{form.review.scores.why}</p>;
}
