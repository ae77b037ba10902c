/** The name of a file that is saved, without its ending: what a disk may not like becomes a hyphen. */
export function nameFile(...parts: readonly string[]): string {
  return parts
    .join('-')
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 120);
}
