import { missingBlock } from '../../src/checks/missing-block';
import { TRAINING } from '../fixtures/training';
import { project } from '../fixtures/render';
import { cases } from '../support/checkTester';

const without = (word: string) => project({ rows: TRAINING.filter(({ level1 }) => level1?.includes(word) !== true) });

export default cases(missingBlock, {
  valid: [{ name: '产出、效益、满意度都有', sheet: project({ rows: TRAINING }) }],
  invalid: [
    { name: '没有效益指标', sheet: without('效益'), findings: [{ cell: 'A7', message: 'benefit', severity: 'info' }] },
    { name: '没有满意度指标', sheet: without('满意度'), findings: [{ cell: 'A7', message: 'satisfaction' }] },
  ],
});
