import { isClass, isClassForName } from '../../src/form/headingWords';

describe('what a class of indicators is called', () => {
  test.each([
    ['数量指标', true, true],
    ['数量', true, false],
    ['产出指标（50分）', true, true],
    ['社会效益', true, false],
    ['社会效益指标', true, true],
    ['可持续影响指标', true, true],
    ['服务对象满意度指标', true, true],
    ['社会公众或服务对象满意度指标', false, true],
    ['生态环境成本指标', false, true],
    ['管理', true, false],
    ['培训数量', false, false],
    ['人均成本', false, false],
    ['参训人员满意程度', false, false],
    ['制定数量指标办法', false, false],
  ])('%s: a level %s, a class in full %s', (text, level, inFull) => {
    expect([isClass(text), isClassForName(text)]).toEqual([level, inFull]);
  });
});
