import { blank, blanksIn } from '../../src/form/blanks';

describe('the places that a draft leaves open', () => {
  const holes = (text: string) => blanksIn(text).map(({ start, end }) => text.slice(start, end));

  test('are found where they stand', () => {
    const text = `因${blank('由什么引起')}未完成，${blank('下一步做什么')}。`;
    expect(holes(text)).toEqual(['【请填写：由什么引起】', '【请填写：下一步做什么】']);
  });

  test('are none any more when their end was deleted', () => {
    expect(holes('因【请填写：由什么引起，未完成。')).toEqual([]);
    expect(holes(`因【请填写：由什么${'很'.repeat(80)}引起】未完成。`)).toEqual([]);
  });

  test('one whose end was deleted does not hide the next', () => {
    expect(holes(`因【请填写：由什么${'很'.repeat(80)}；${blank('措施')}`)).toEqual([blank('措施')]);
  });
});
