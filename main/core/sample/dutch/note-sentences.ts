/** The parts of a Dutch note that say nothing about an indicator condition, by section. */
export const noteSentences = {
  history: [
    'Voorgeschiedenis: {ordinary}, {ordinary}.',
    'Voorgeschiedenis blanco.',
    'VG: appendectomie in {1995-2016}.',
    'Bekend met {ordinary}, goed ingesteld op {drug} {dose}.',
    'Rookt {5-20} sigaretten per dag, alcohol {1-12} E per week.',
    'Rookt niet, drinkt zelden.',
    'Werkt als {work}, {origin}.',
    'Allergie: [geen bekend|penicilline (rash)|pleisters].',
    'Medicatie: {drug} {dose}, {drug} {dose}.',
    'Gebruikt {drug} {dose}.',
    'Vaccinaties [volgens schema|onbekend].',
    'Intoxicaties: [geen|roken gestopt in {2005-2020}|af en toe cannabis].',
  ],
  examination: [
    'RR {105-165}/{60-98}, pols {58-104} [regulair|ra].',
    'Temp {36.2-37.9}.',
    'Niet acuut ziek, [alert|helder], [normale kleur|iets bleek].',
    'Cor: [normale tonen, geen souffles|S1S2, geen bijgeruisen].',
    'Pulm: [vesiculair ademgeruis|VAG beiderzijds, geen bijgeluiden].',
    'Abdomen: [soepel, niet drukpijnlijk|normale peristaltiek, soepel].',
    'Extremiteiten: [geen oedeem|slank, warm].',
    'Sat {95-99} % bij kamerlucht.',
    'Gewicht {52-104} kg, lengte {1.55-1.95} m.',
    'Keel: [rustig|licht rood], oren: [trommelvliezen gaaf|cerumen {side}].',
    'Huid: [geen bijzonderheden|gaaf|droog].',
    'Neurologisch: [geen uitval|grove kracht normaal, reflexen symmetrisch].',
    'Lab: Hb {7.2-9.6}, CRP {2-38}, kreat {55-112}, glucose {4.6-8.9}.',
    'Lab: ALAT {18-64}, gGT {15-80}, TSH {0.6-4.4}.',
    'Echo abdomen: [geen afwijkingen|steatose].',
    'X-thorax: [geen infiltraat|normaal hart-longbeeld].',
    'ECG: sinusritme {58-98}/min[, geen ischemie|].',
  ],
  plan: [
    'Uitleg gegeven[, folder mee|].',
    'Controle over {1-6} [weken|maanden].',
    'Start {drug} {dose}.',
    'Continueer {drug}.',
    'Verwijzing [fysiotherapie|dermatoloog|internist|longarts|neuroloog].',
    'Lab herhalen over {2-8} weken.',
    'Retour bij [koorts|toename van klachten|benauwdheid].',
    'Besproken in [MDO|overleg met de internist], beleid afwachtend.',
    'Recept {drug} {dose}, zo nodig herhalen.',
    'Belafspraak voor uitslag [volgende week|over {2-5} dagen].',
    'Leefstijladvies: [meer bewegen|stoppen met roken|minder zout].',
  ],
  uncertain: [
    'Beeld nog niet duidelijk.',
    'Klachten e.c.i., nadere diagnostiek.',
    'DD wordt besproken met de internist.',
    'Nog geen diagnose te stellen.',
    'Oorzaak vooralsnog onbekend.',
  ],
  ordinaryConclusion: [
    'Beeld past bij {ordinary}.',
    'Komt overeen met {ordinary}.',
    'Diagnose {ordinary} [gesteld op {date}|bevestigd].',
    'Werkdiagnose: {ordinary}.',
    'Bekende {ordinary}, stabiel.',
    'Sinds {duration} {ordinary}.',
    'Behandeling gestart voor {ordinary}.',
  ],
} as const satisfies Record<string, readonly string[]>;

/**
 * How a note speaks of an indicator condition; `{condition}` is replaced by one of its names.
 * Only `affirmed` makes it the patient's own, present condition.
 */
export const conditionSentences = {
  affirmed: [
    'Beeld past bij {condition}.',
    'Komt overeen met {condition}.',
    'Diagnose {condition} [gesteld op {date}|bevestigd].',
    'Werkdiagnose: {condition}.',
    'Nu [opnieuw|sinds {duration}|voor het eerst] {condition}.',
    'Aanvullend onderzoek bevestigt {condition}.',
    'Behandeling gestart voor {condition}.',
    'Opname wegens {condition}.',
    'Brief specialist: {condition}, onder behandeling.',
    'Mogelijk {condition}, sterk verdacht beeld.',
  ],
  /** The patient's own, but over. */
  past: [
    'VG: {condition} in {2019-2023}.',
    'Eerder dit jaar ook {condition} doorgemaakt.',
    'Vorig jaar {condition}, toen volledig hersteld.',
  ],
  negated: [
    'Geen aanwijzingen voor {condition}.',
    'Beeld past niet bij {condition}.',
    'Gedacht aan {condition}, niet bevestigd.',
    'Onderzoek naar {condition} was negatief.',
    'DD {condition}, verworpen na aanvullend onderzoek.',
    'Nooit {condition} gehad.',
    'Aanvullend onderzoek sluit {condition} uit.',
    'Patiënt vreesde {condition}, gerustgesteld.',
  ],
  family: [
    'Familieanamnese: {condition} bij {relative}.',
    'Ook {relative} kreeg in {2009-2022} de diagnose {condition}.',
    'Zorgen omdat {relative} nu behandeld wordt voor {condition}.',
    'FA: {relative} had {condition}, zelf geen klachten hiervan.',
    'Mantelzorger voor {relative} met {condition}.',
  ],
} as const satisfies Record<string, readonly string[]>;

/** Why a test need not be offered although an indicator condition is present. */
export const testedSentences = [
  'Hiv-combotest [vorige week|op {date}] reeds afgenomen: negatief.',
  'Is bekend met hiv, viral load ondetecteerbaar onder behandeling.',
  'Hiv-serologie is deze week al door de internist afgenomen, uitslag negatief.',
  'Volgt cart bij de hiv-behandelaar, CD4 {420-880}.',
  'Recente hiv-test ({date}) negatief, geen risico sindsdien.',
] as const;

/** Mentions of the test that leave it to be offered. */
export const untestedSentences = [
  'Nog nooit op hiv getest.',
  'Een eerdere hiv-test is niet bekend in het dossier.',
  'Hiv-test in {2004-2014} negatief, daarna wisselende contacten.',
  'Weet niet of ooit een hiv-test is gedaan.',
] as const;

/** Ordinary reasons for what would otherwise be a sign. */
export const explainedSentences = [
  'Bewust {5-9} kg afgevallen met [een dieet|hardlopen] en daar tevreden over.',
  'Trombocyten {70-98} tijdens chemotherapie, volgens verwachting.',
  'Leukocyten {2.1-2.9} door [methotrexaat|azathioprine], dosis aangepast.',
  'Spruw na een kuur prednison en inhalatiesteroïd zonder mondspoelen.',
  'Koorts {38.2-39.0} na griepvaccinatie, na een dag verdwenen.',
  'Waterdunne ontlasting {1-3} dagen na een barbecue, huisgenoten ook, inmiddels over.',
  'Komt voor vaccinatie tegen [gordelroos|hepatitis B|pneumokokken], geen klachten.',
  'Doof gevoel in de voeten bij langbestaande diabetes, passend bij polyneuropathie daardoor.',
] as const;
