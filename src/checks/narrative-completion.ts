import { figureOf } from '../form/cells';
import { formKind } from '../form/kind';
import { blankProjectIn, fieldName } from '../form/headFields';
import { compact, short } from '../sheet/text';
import { deniedIn } from '../words/denial';
import { agreement } from './common/say';
import { shortfalls } from './common/rows';
import type { Check, CheckInput } from './finding';

/** Shorter goals are answered in their own words. */
const SHORTEST = 8;

/** What is a shortfall where it is denied: 未能按期完成. */
const DONE = /(?:完成|达到|实现)[^，。；,;]{0,20}/g;

const plain = (text: string): string => compact(text).replace(/[，。、；：,.;:!！]/g, '');

/** The name that a project form lacks; `null` for a department's, which is about no project, and for one not filled in yet. */
function blankProject({ form, snapshot }: CheckInput) {
  const filledIn = form.indicators.some(({ actual, stated }) => (actual?.value ?? figureOf(stated)) !== null);
  if (!filledIn || formKind(form).startsWith('部门')) return null;
  const found = blankProjectIn(snapshot, form.area, form.headers[0]?.row ?? form.area.row);
  return found === null ? null : { cell: found.cell, label: fieldName(found) };
}

export const narrativeCompletion: Check = {
  id: 'narrative-completion',
  title: '实际完成情况写的是完成的情况',
  severity: 'info',
  group: 'words',
  explain:
    '项目名称、年度总体目标空着的、填了年度总体目标而实际完成情况空着的，或者与目标一字不差的，提出来请人补填或核实：完成情况应写实际做到了多少。',
  messages: {
    blank: { title: '实际完成情况没有填写', message: '年度总体目标填了，实际完成情况却空着，请补填实际做到了什么。' },
    goals: { title: '年度总体目标没有填写', message: '年度总体目标一格是空的，请补填。' },
    project: { title: '{label}没有填写', message: '“{label}”一格是空的，请补填。' },
    unmet: {
      title: '完成情况写明没有完成',
      message: '实际完成情况写“{text}”，各项指标却都记满分，请核实完成情况和得分。',
    },
    copied: {
      title: '实际完成情况与年度目标一字不差',
      message: '实际完成情况与年度总体目标一字不差（“{text}”），请核实并写明实际完成的情况。',
    },
  },
  *run(input) {
    const { goals, completion } = input.form.narrative;
    const project = blankProject(input);
    if (project !== null) yield { cell: project.cell, message: 'project', data: { label: project.label } };
    if (goals?.value === '') yield { cell: goals.at, message: 'goals' };
    const unmet = shortfalls(input).length > 0 ? null : deniedIn(compact(completion?.value ?? ''), DONE);
    if (completion !== null && unmet !== null) {
      yield { cell: completion.at, message: 'unmet', data: { text: short(unmet) } };
      return;
    }
    if (goals === null || completion === null || plain(goals.value).length < SHORTEST) return;
    if (completion.value === '') yield { cell: completion.at, message: 'blank', related: [goals.at] };
    else if (plain(completion.value) === plain(goals.value)) {
      yield { cell: completion.at, message: 'copied', data: { text: short(goals.text) }, related: [goals.at] };
    } else yield agreement([goals, completion]);
  },
};
