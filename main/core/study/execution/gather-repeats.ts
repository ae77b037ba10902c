/**
 * Tells the same thing once, then at its 10th, 100th, 1,000th time with the number: a disk that stays
 * full for a night is one fault, not one a minute.
 */
export function gatherRepeats(tell: (text: string) => void): (text: string) => void {
  const counts = new Map<string, number>();
  return (text) => {
    const count = (counts.get(text) ?? 0) + 1;
    counts.set(text, count);
    if (count === 1) tell(text);
    else if (Number.isInteger(Math.log10(count))) tell(`${text} (${count} times so far)`);
  };
}
