/** The languages whose abbreviations are known; `shared` ones occur in all of them. */
type Language = 'nl' | 'ro' | 'es' | 'shared';

/**
 * Abbreviations after which a sentence goes on even before a capital or a digit; in lower case and
 * without the last full stop. Those of single letters ("d.w.z.", "p.o.") are known by their form.
 * Words that often end a sentence ("etc.", "no.", "op.", "min.") are left out on purpose.
 */
const abbreviationsByLanguage = {
  nl: 'afd bijv blz ca dd dhr drs e.a e.d evt fam gebr gem geb gr incl ing ir jl lab mevr mej mn mw mvr nl nrs pag pat plm pnt poli pt resp tgv tbv tel t.g.v vgl vlg vlgs vnl wrsch zgn',
  ro: 'alin aprox apr art aug bd biol cca conf dl dna dra dvs ex febr ian ind intr jud lect mrt obs oct pct str șos tab univ nov dec sept spit int',
  es: 'admón aprox avda cía dcha dña dpto dra dras dres ee.uu ej fdo hosp ilmo izq izqda máx mín n.º núm nro p.ej pág págs profa prov sra sras sres srta sta sto tfno ud uds v.gr',
  shared:
    'cap cf cfr col dr ed eds fig figs inc jr mr mrs ms nr pag prof ref sec sp spp sr st tel temp vol vs',
} as const satisfies Record<Language, string>;

/** All of them: a corpus often holds several languages, and few abbreviations mean two things. */
export const abbreviations: ReadonlySet<string> = new Set(
  Object.values(abbreviationsByLanguage).flatMap((list) => list.split(' ')),
);
