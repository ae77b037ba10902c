import { describe, expect, it } from 'vitest';
import { MarkupCensus } from './markup-census.ts';

function take(text: string, pieceLength: number): MarkupCensus {
  const census = new MarkupCensus();
  for (let at = 0; at < text.length; at += pieceLength)
    census.push(text.slice(at, at + pieceLength));
  census.endFile();
  return census;
}

describe('the markup of a corpus', () => {
  it.each([1, 3, 1000])('is found wherever the text is cut: pieces of %d', (length) => {
    const census = take('<noot>\nDhr Jan\n</noot>\n<br>', length);
    expect([...census.closed]).toEqual(['noot']);
    expect(census.isCleanedOtherwise).toBe(false);
    expect(take('Dhr <PATIENT> kwam', length).isCleanedOtherwise).toBe(true);
    expect(take('proteinurie ++++\nrustig', length).isCleanedOtherwise).toBe(true);
    expect(take('++++\n--------\nrustig', length).isCleanedOtherwise).toBe(false);
  });
});
