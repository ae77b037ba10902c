/** Whether a language is among those asked for, a region aside: nl-BE is nl. All are where none is. */
export function isWantedLanguage(
  language: string | null,
  wanted: readonly string[] | undefined,
): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  const plain = (tag: string) => tag.toLowerCase().replaceAll('_', '-');
  const own = plain(language ?? '');
  return wanted.map(plain).some((tag) => own === tag || own.startsWith(`${tag}-`));
}
