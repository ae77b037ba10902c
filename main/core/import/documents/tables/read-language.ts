/** Names and three letters of the languages we meet most, as exports have them. */
const names: Readonly<Record<string, string>> = {
  nl: 'dutch nederlands nederlandse neerlandes neerlandeza olandeza holandes nld dut',
  es: 'spanish spaans espanol castellano spaniola spa',
  ro: 'romanian roemeens rumano romana ron rum',
  en: 'english engels ingles engleza eng',
  fr: 'french frans frances franceza fra fre',
  de: 'german duits aleman germana deu ger',
};

/** A language as BCP 47 writes it; null where the cell names none. */
export function readLanguage(cell: string): string | null {
  const value = cell.trim().replaceAll('_', '-');
  const folded = value.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const named = Object.entries(names).find(([, words]) => words.split(' ').includes(folded));
  if (named !== undefined) return named[0];
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(value)) return null;
  const [language, ...rest] = value.split('-');
  return [language.toLowerCase(), ...rest].join('-');
}
