/** The languages whose abbreviations are known. */
type Language = 'nl' | 'ro' | 'es' | 'general';

/**
 * Abbreviations, in lower case and without their last full stop, after which a sentence goes on.
 * Words that as often end a sentence ("no.", "etc.") are left out: a cut too many costs less than
 * two sentences in one only where the next word begins with a capital, which is asked for anyway.
 */
const abbreviationsByLanguage = {
  nl: 'a.h.w b.d b.i.d b.v bijv blz ca d.d d.m.v d.w.z dd dhr dhr diam dr drs e.a e.e.a e.o fam fig gem gr h.l i.c.m i.m i.o i.p.v i.v i.v.m incl ing ir jl jr lab lic lit m.a.w m.b.t m.b.v m.i m.i.v m.n m.u.v max mej mevr min mr mw mv n.a.v nl nr nrs o.a o.b.v o.i.d o.l.v o.v.v p.o pag pat plm pnt poli prof q.d resp s.c sr st t.a.v t.b.v t.g.v t.h.v t.o.v tel t.i.d v.d vgl vlgs vnl vs z.o.z zgn zn',
  ro: 'al alin apr art aug bd biol bl cap cca cf conf dl dna dl-ui dr dvs d-na d-ra ex f.c fam febr fig gh gr ian incl ing intr iul iun jud lect loc max med min mr mrt mun nov nr obs oct op pag pct pr prof resp sc sec sf sept str șos tab tel univ vol vs î.hr d.hr p.m a.m p.o i.v i.m s.c n.n',
  es: 'aprox art av avda cap cf cía col d da dcha dña dpto dr dra dras dres ej etc.a fdo fig gral gta hosp i.v i.m ilmo iv izq izqda máx mg.kg mín n.º núm op p.ej p.e p.o pág págs pl prof profa prov ref s.c sr sra sres srta sta sto tel tfno ud uds v.o v.i.h vol vs ee.uu a.p h.c',
  general:
    'approx e.g i.e fig figs dr mr mrs ms prof st vs nr no.nr vol ed eds et.al sp spp cfr ca',
} as const satisfies Record<Language, string>;

/** All of them: a corpus often holds several languages, and few abbreviations mean two things. */
export const abbreviations: ReadonlySet<string> = new Set(
  Object.values(abbreviationsByLanguage).flatMap((list) => list.split(' ')),
);
