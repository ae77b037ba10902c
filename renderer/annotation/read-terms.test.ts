import { expect, it } from 'vitest';
import { readTerms } from './read-terms.ts';

it('takes a type after a tab or the last semicolon, whatever its case', () => {
  expect(
    readTerms('fever; drug\r\nacute; chronic;DISEASE\nkoorts\tDisease\n\n', ['Disease', 'Drug']),
  ).toEqual({
    terms: [
      { text: 'fever', type: 'Drug' },
      { text: 'acute; chronic', type: 'Disease' },
      { text: 'koorts', type: 'Disease' },
    ],
    unread: [],
  });
});

it('needs no type where there is one alone, and tells lines that name none', () => {
  expect(readTerms('fever', ['Disease']).terms).toEqual([{ text: 'fever', type: 'Disease' }]);
  expect(readTerms('fever\ncough;Sign\n;Drug', ['Disease', 'Drug'])).toEqual({
    terms: [],
    unread: [1, 2, 3],
  });
});
