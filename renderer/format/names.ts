/** A name in the room of `most` characters: its middle is left out, for names differ at their ends. */
export function shortenName(name: string, most: number): string {
  const characters = Array.from(name);
  if (characters.length <= most) return name;
  const atEnd = Math.floor((most - 1) / 2);
  return `${characters.slice(0, most - 1 - atEnd).join('')}…${characters.slice(-atEnd).join('')}`;
}
