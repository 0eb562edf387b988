/** Comparisons with another form, whose differences stand among the findings as those of checks do. */
export type AgainstCheck = 'against-approved' | 'against-last-year' | 'against-version' | 'against-projects';

/** What is right, as the titles of checks say it. */
export const AGAINST_TITLES: Readonly<Record<AgainstCheck, string>> = {
  'against-approved': '与申报（批复）的目标一致',
  'against-last-year': '与上年的表不照抄、不矛盾',
  'against-version': '与原表一致',
  'against-projects': '部门的表与各项目的表一致',
};

/** The title of such a comparison; `undefined` for a check of one form. */
export function againstTitle(id: string): string | undefined {
  return Object.entries(AGAINST_TITLES).find(([check]) => check === id)?.[1];
}
