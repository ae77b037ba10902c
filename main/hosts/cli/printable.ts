/**
 * Text as a terminal may show it. Names in it can come from files that somebody else made, such as
 * the weights of a checkpoint: what would command the terminal becomes a question mark.
 */
export function printable(text: string): string {
  return text.replaceAll(/[^\P{Cc}\n\t]/gu, '?');
}
