/** How one HIV indicator condition shows in a Dutch note. */
export interface IndicatorEvidence {
  /** The id in `resources/indicator-conditions`. */
  readonly id: string;
  /** Noun phrases that name it. */
  readonly named: readonly string[];
  /** Sentences that describe it without naming it; empty where only a test or biopsy shows it. */
  readonly described: readonly string[];
}

export const indicatorEvidence: readonly IndicatorEvidence[] = [
  {
    id: 'herpes-zoster',
    named: ['herpes zoster', 'gordelroos [op de romp|thoracaal|lumbaal]', 'HZ dermatoom T{4-12}'],
    described: [
      '[Branderige|Pijnlijke] blaasjes in een band over de [linker|rechter] flank, sinds {2-6} dagen.',
      'Gegroepeerde vesikels op rode bodem, strikt halfzijdig, volgt een dermatoom.',
    ],
  },
  {
    id: 'oesophageal-candidiasis',
    named: ['candida-oesofagitis', 'oesofageale candidiasis'],
    described: [
      'Slikken doet pijn achter het borstbeen; bij scopie wit beslag in de slokdarm dat niet afspoelt.',
    ],
  },
  {
    id: 'oral-candidiasis',
    named: ['orale candidiasis', 'spruw [in de mond|orofaryngeaal]'],
    described: [
      'Wit afschraapbaar beslag op tong en gehemelte, gebruikt geen inhalator of antibiotica.',
    ],
  },
  {
    id: 'weight-loss',
    named: ['onverklaard gewichtsverlies', 'onbegrepen vermagering'],
    described: [
      'In {3-6} maanden {7-14} kg lichter geworden zonder minder te eten.',
      'Broeken zakken af, {6-12} kg kwijt, geen dieet en geen reden gevonden.',
    ],
  },
  {
    id: 'seborrhoeic-dermatitis',
    named: ['seborroïsch eczeem', 'uitgebreide seborroïsche dermatitis'],
    described: [
      'Vettige gele schilfers [rond neusvleugels en wenkbrauwen|op hoofdhuid en borst], steeds terugkerend.',
    ],
  },
  {
    id: 'mononucleosis-like-illness',
    named: ['mononucleosis-achtig beeld', 'pfeifferachtig ziektebeeld'],
    described: [
      'Keelpijn, koorts, opgezette klieren in de hals en een vlekkige uitslag; EBV en CMV negatief.',
    ],
  },
  {
    id: 'lymphoma',
    named: ['[non-hodgkinlymfoom|hodgkinlymfoom]', 'maligne lymfoom', 'grootcellig B-cellymfoom'],
    described: [],
  },
  {
    id: 'tuberculosis',
    named: ['[long|lymfeklier]tuberculose', 'open tbc', 'actieve tuberculose'],
    described: [
      'Hoest al {6-12} weken, soms wat bloed, zweet het bed nat; op X-thorax een holte in de bovenkwab.',
    ],
  },
  {
    id: 'syphilis',
    named: ['vroege syfilis', 'lues [I|II]'],
    described: [
      'Pijnloos zweertje op de [penis|vulva] en daarna rode vlekjes op handpalmen en voetzolen.',
    ],
  },
  {
    id: 'gonorrhoea',
    named: ['gonorroe', '[urethrale|rectale] gonokokkeninfectie'],
    described: [
      'Gelige afscheiding uit de plasbuis en branderige mictie {3-6} dagen na los contact.',
    ],
  },
  {
    id: 'chlamydia',
    named: ['chlamydia-infectie', 'proctitis door chlamydia (LGV)'],
    described: [],
  },
  {
    id: 'genital-herpes',
    named: ['herpes genitalis', 'chronisch HSV-ulcus perianaal'],
    described: ['Pijnlijke zweertjes rond de anus die al {5-9} weken niet dichtgaan.'],
  },
  {
    id: 'anogenital-warts',
    named: ['condylomata acuminata', 'anogenitale wratten'],
    described: ['Bloemkoolachtige bultjes [rond de anus|op de schaamlippen], nemen toe.'],
  },
  {
    id: 'hepatitis-b',
    named: ['[acute|chronische] hepatitis B', 'HBsAg-positieve hepatitis'],
    described: [],
  },
  {
    id: 'hepatitis-c',
    named: ['[acute|chronische] hepatitis C', 'HCV-infectie'],
    described: [],
  },
  {
    id: 'hepatitis-a',
    named: ['acute hepatitis A'],
    described: [
      'Geel oogwit, donkere urine en koorts, {2-5} weken na een feest met wisselende partners.',
    ],
  },
  {
    id: 'pneumocystis-pneumonia',
    named: ['pneumocystispneumonie', 'PJP', 'Pneumocystis jirovecii-pneumonie'],
    described: [
      'Sinds weken droge hoest en toenemend benauwd bij traplopen; matglasbeeld beiderzijds, daalt in saturatie bij inspanning.',
    ],
  },
  {
    id: 'recurrent-pneumonia',
    named: ['recidiverende pneumonie', 'tweede pneumonie binnen een jaar'],
    described: ['Voor de {2-3}e keer dit jaar koorts met een infiltraat, geen longziekte bekend.'],
  },
  {
    id: 'invasive-pneumococcal-disease',
    named: ['invasieve pneumokokkeninfectie', 'pneumokokkensepsis'],
    described: [],
  },
  {
    id: 'thrombocytopenia',
    named: ['onverklaarde trombocytopenie', 'trombopenie e.c.i.'],
    described: ['Bloedplaatjes al {6-10} weken rond de {48-95}, geen medicatie die dit verklaart.'],
  },
  {
    id: 'leukopenia',
    named: ['onverklaarde leukopenie', 'lymfopenie e.c.i.'],
    described: ['Witte bloedcellen herhaaldelijk {1.8-2.9}, lymfocyten laag, zonder oorzaak.'],
  },
  {
    id: 'lymphadenopathy',
    named: ['onbegrepen lymfadenopathie', 'persisterende gegeneraliseerde lymfeklierzwelling'],
    described: [
      'Rubberachtige klieren in hals, oksels en liezen, al {2-5} maanden, niet pijnlijk.',
    ],
  },
  {
    id: 'fever',
    named: ['koorts zonder focus', 'onbegrepen koorts'],
    described: ['Iedere avond {38.3-39.4}, al {3-6} weken, kweken en echo leverden niets op.'],
  },
  {
    id: 'chronic-diarrhoea',
    named: ['onverklaarde chronische diarree'],
    described: [
      'Al {5-12} weken {5-9} keer per dag waterdunne ontlasting; feceskweek en scopie zonder afwijkingen.',
    ],
  },
  {
    id: 'cryptosporidiosis',
    named: ['cryptosporidiose', 'isosporiasis'],
    described: [],
  },
  {
    id: 'kaposi-sarcoma',
    named: ['kaposisarcoom', 'sarcoom van Kaposi'],
    described: [
      'Paarsbruine niet-wegdrukbare vlekken op [benen|romp] en een paarse plek op het gehemelte.',
    ],
  },
  {
    id: 'cervical-cancer',
    named: ['invasief cervixcarcinoom'],
    described: [],
  },
  {
    id: 'cervical-dysplasia',
    named: ['cervixdysplasie', 'CIN [II|III]'],
    described: [],
  },
  {
    id: 'anal-cancer',
    named: ['anuscarcinoom', 'anale dysplasie (AIN III)'],
    described: [],
  },
  {
    id: 'lung-cancer',
    named: ['primair longcarcinoom'],
    described: [],
  },
  {
    id: 'cerebral-toxoplasmosis',
    named: ['cerebrale toxoplasmose'],
    described: ['Insult en zwakte links; op MRI meerdere ringvormig aankleurende haarden.'],
  },
  {
    id: 'cryptococcal-meningitis',
    named: ['cryptokokkenmeningitis'],
    described: [],
  },
  {
    id: 'cmv-retinitis',
    named: ['CMV-retinitis', 'cytomegalovirusretinitis'],
    described: [
      'Ziet vlekken en verliest gezichtsveld; fundus met bloedingen en witte infiltraten.',
    ],
  },
  {
    id: 'pml',
    named: ['progressieve multifocale leuko-encefalopathie', 'PML'],
    described: [],
  },
  {
    id: 'lymphocytic-meningitis',
    named: ['lymfocytaire meningitis'],
    described: [],
  },
  {
    id: 'oral-hairy-leukoplakia',
    named: ['harige leukoplakie[ van de tong|]'],
    described: ['Witte geribbelde strepen op de tongrand die niet af te schrapen zijn.'],
  },
  {
    id: 'severe-psoriasis',
    named: ['ernstige of atypische psoriasis'],
    described: [],
  },
  {
    id: 'guillain-barre',
    named: ['syndroom van Guillain-Barré', 'Guillain-Barré'],
    described: ['Opstijgende zwakte van beide benen in {3-8} dagen, reflexen afwezig.'],
  },
  {
    id: 'mononeuritis',
    named: ['mononeuritis multiplex'],
    described: [],
  },
  {
    id: 'peripheral-neuropathy',
    named: ['onverklaarde perifere neuropathie'],
    described: ['Doof gevoel en prikken in beide voeten, glucose en B12 normaal, drinkt niet.'],
  },
  {
    id: 'dementia',
    named: ['subcorticale dementie'],
    described: [
      'Op {38-49}-jarige leeftijd traag, vergeetachtig en apathisch geworden, MRI onopvallend.',
    ],
  },
  {
    id: 'renal-impairment',
    named: ['onverklaarde chronische nierinsufficiëntie'],
    described: [],
  },
  {
    id: 'candidaemia',
    named: ['candidemie'],
    described: [],
  },
  {
    id: 'visceral-leishmaniasis',
    named: ['viscerale leishmaniasis', 'kala-azar'],
    described: [],
  },
  {
    id: 'atypical-mycobacteria',
    named: ['atypische mycobacteriële infectie', 'gedissemineerde Mycobacterium avium-infectie'],
    described: [],
  },
  {
    id: 'community-acquired-pneumonia',
    named: ['community-acquired pneumonie', 'buiten het ziekenhuis opgelopen pneumonie'],
    described: ['Koude rilling, koorts en pijn bij zuchten; demping en crepitaties rechts onder.'],
  },
  {
    id: 'recurrent-salmonella-sepsis',
    named: ['recidiverende salmonellasepsis'],
    described: [],
  },
  {
    id: 'histoplasmosis',
    named: ['gedissemineerde histoplasmose'],
    described: [],
  },
  {
    id: 'multiple-sclerosis-like-disease',
    named: ['MS-achtig beeld', 'demyeliniserend ziektebeeld'],
    described: [
      'Dubbelzien en tintelingen; op MRI verspreide wittestofhaarden, liquor zonder banden.',
    ],
  },
];
