import { createPlural } from '#contract/language.ts';
import type { LibraryMessages } from './messages.ts';

const plural = createPlural('nl');

export const library: LibraryMessages = {
  title: 'Modellen',
  lead: 'Wat is binnengehaald, en wat studies ervan hebben gemaakt. Alles staat versleuteld in de werkruimte.',
  allModels: 'Alle modellen',
  freeSpace: 'Ruimte vrijmaken…',
  importModel: 'Een model importeren…',
  verify: 'Controleren',
  export: 'Exporteren',
  exportForm: 'Exporteren…',
  keep: 'Bewaren',
  keepHint: 'Gemarkeerde modellen blijven wanneer vervangen modellen worden verwijderd',
  doNotKeep: 'Niet bewaren',
  remove: 'Verwijderen…',
  inPlans: 'In plannen en opdrachten:',
  origins: {
    imported: 'Geïmporteerd',
    extended: 'Vocabulaire uitgebreid',
    'pre-trained': 'Voorgetraind',
    'fine-tuned': 'Gefinetuned',
    superseded: 'Vervangen',
  },
  originIn: (origin, study) => `${origin} in ${study}`,
  inStudy: (study) => `in ${study}`,
  fromModel: (model) => `van ${model}`,
  heads: {
    'masked-language-model': 'vult gemaskeerde woorden in',
    'sequence-classification': 'deelt teksten in klassen in',
    'token-classification': 'markeert entiteiten in tekst',
  },
  bareEncoder: 'kale encoder',
  standings: {
    imported: 'Het is in de bibliotheek geïmporteerd en hoort bij geen studie.',
    chosen: 'Een gebruiker heeft ervoor gekozen het te bewaren.',
    exported: 'Het is geëxporteerd.',
    start: 'Het plan van een studie gaat ervan uit.',
    newest: 'Het is het nieuwste van zijn soort in zijn studie.',
    ancestor: 'Een model dat wordt bewaard, is ervan gemaakt.',
    repeated: 'De run ervan is herhaald met andere instellingen of gegevens.',
    replaced: 'Dezelfde run heeft het na een onderbreking opnieuw gemaakt.',
  },
  superseded: 'vervangen',
  kept: 'bewaard',
  exported: 'geëxporteerd',
  columns: {
    name: 'Model',
    origin: 'Herkomst',
    family: 'Architectuur',
    parameters: 'Parameters',
    size: 'Grootte',
    vocabulary: 'Vocabulaire',
    languages: 'Talen',
    stored: 'Opgeslagen',
  },
  sortedAscending: (column) =>
    `De modellen van deze werkruimte, oplopend gesorteerd op ‘${column}’. Kies een kolom om daarop te sorteren.`,
  sortedDescending: (column) =>
    `De modellen van deze werkruimte, aflopend gesorteerd op ‘${column}’. Kies een kolom om daarop te sorteren.`,
  findModel: 'Een model zoeken',
  findExample: 'Naam, studie, taal…',
  whatItDoes: 'Wat het doet',
  any: 'Alle',
  whereFrom: 'Waar het vandaan komt',
  everywhere: 'Overal',
  study: 'Studie',
  quoted: (words) => `‘${words}’`,
  noneMatches: (filter) => `Geen model past bij ${filter}`,
  stillThere: (count) =>
    plural(count, { one: 'Het # model is er nog.', other: 'Alle # modellen zijn er nog.' }),
  clearFilter: 'Filter wissen',
  shownModels: 'Getoonde modellen',
  allShown: (count, bytes) =>
    `${plural(count, { one: '# model', other: '# modellen' })}, ${bytes} aan gewichten.`,
  someShown: (shown, count, bytes) =>
    `${shown} van ${plural(count, { one: '# model', other: '# modellen' })}, ${bytes} aan gewichten.`,
  noneShown: (count) => plural(count, { one: '0 van # model.', other: '0 van # modellen.' }),
  facts: 'Feiten',
  shape: 'Lagen × verborgen grootte',
  shapeOf: (layers, hiddenSize, heads) =>
    `${layers} × ${hiddenSize}, ${plural(heads, { one: '# kop', other: '# koppen' })}`,
  longestText: 'Langste tekst',
  tokens: (count) => plural(count, { one: '# token', other: '# tokens' }),
  pieces: (count) => plural(count, { one: '# stuk', other: '# stukken' }),
  classes: 'Klassen',
  weightsHash: 'SHA-256 van de gewichten',
  lineage: 'Waar het vandaan komt',
  lineageNote: 'Het eerste van de lijn bovenaan. Gegevens worden met hun SHA-256 aangeduid',
  lineageTable: 'Waar het model vandaan komt',
  step: 'Stap',
  data: 'Op',
  run: 'Run',
  when: 'Wanneer',
  vocabularyOfStudy: (study) => `in de studie ${study}`,
  measured: 'Gemeten',
  measuredNote: 'Gemiddelden over folds, van de runs die ervan uitgingen of die het hebben gemaakt',
  notMeasured: 'Nog niet gemeten',
  notMeasuredHint:
    'Gebruik het in het plan van een studie: op uw gelabelde notities wordt het fold voor fold getoetst.',
  measuredTable: 'Wat van het model is gemeten',
  task: 'Taak',
  folds: 'Folds',
  metrics: 'Maten',
  dependents: 'Wat ervan afhangt',
  isStage: 'De studie die het heeft voorgetraind, bouwt erop voort.',
  noDependents: 'Er is geen model van gemaakt en geen plan van een studie gaat ervan uit.',
  madeFromIt: 'Modellen die ervan zijn gemaakt:',
  startFromIt: 'Studies waarvan het plan ervan uitgaat:',
  importNotes: 'Bij de import',
  notesUnknown:
    'Niet vastgelegd: dit model is door een eerdere versie geïmporteerd. Importeer de map opnieuw in een nieuwe werkruimte om te zien wat ontbrak.',
  notesNone: 'Geen enkel gewicht ontbrak en geen enkel is weggelaten.',
  weights: (count) => plural(count, { one: '# gewicht', other: '# gewichten' }),
  importTitle: 'Een model importeren',
  importFolder: 'Map van het model',
  importFolderHint: (folder) =>
    `Op de machine waarop Anamnesis draait; met config.json, de gewichten en het vocabulaire. Een relatief pad begint bij ${folder}`,
  importName: 'Naam, als die anders is dan van de map',
  importNameRule: 'Kleine letters, cijfers, punt, onderstrepingsteken en koppelteken',
  import: 'Importeren',
  workUnderWay: 'Wacht op het lopende werk',
  exportWrites:
    'Schrijft een map die transformers, transformers.js en onnxruntime openen, met een modelkaart en controlesommen.',
  exportIsPlain:
    'De map is niet versleuteld, en gewichten kunnen stukken herhalen van de tekst waarop ze zijn getraind: bescherm de map zoals u die tekst beschermt.',
  exportCare: 'Het auditlogboek legt vast dat zij is geschreven.',
  exportFolder: 'Nieuwe of lege map',
  exportFolderHint: (folder) =>
    `Op de machine waarop Anamnesis draait. Een relatief pad begint bij ${folder}`,
  smallerCopy: 'Ook een kleinere kopie exporteren',
  smallerCopyHint:
    'Ongeveer een kwart van de grootte (int8), naast het model op volle grootte (float32), voor machines met minder geheugen. Kleinere kopieën kunnen anders antwoorden. Daarom worden beide bevraagd over voorbeeldteksten van u, en wordt de kopie geweigerd, met het cijfer erbij, tenzij ze in ten minste 99 van de 100 gevallen hetzelfde antwoorden.',
  sampleFile: 'Bestand met voorbeeldteksten',
  sampleFileHint:
    'Platte tekst, één tekst per regel: ten minste honderd zoals het model ze zal lezen, en geen waarop het is getraind. Ze blijven hier; de modelkaart noemt alleen de SHA-256 van het bestand. Een groot model heeft even nodig om ze allemaal te beantwoorden',
  tasks: {
    import: (subject) => `Importeren van ${subject}`,
    verify: (subject) => `Controleren van ${subject}`,
    export: (subject) => `Exporteren van ${subject}`,
  },
  underWay: 'bezig',
  workOnModel: 'Werk aan een model',
  showIt: 'Tonen',
  copyDisagrees: (model) => `De kleinere kopie van ${model} antwoordt niet zoals het model.`,
  onYourTexts: 'Op uw voorbeeldteksten',
  neededAtLeast: 'Ten minste nodig',
  copyDisagreesHint:
    'Wat u van het model hebt gemeten, geldt misschien niet voor zo’n kopie; daarom is er niets geschreven. Het model zelf is onveranderd: gebruik het op volle grootte. (De gemiddelde cosinus zegt hoe sterk de ruwe antwoorden op elkaar lijken; 1 is gelijk.)',
  copyUnproven: (model) =>
    `De voorbeeldteksten kunnen niet laten zien of een kleinere kopie van ${model} antwoordt zoals het model.`,
  neededButFound: (needed, found) => `Nodig: ${needed}. Gevonden: ${found}.`,
  nothingWritten: 'Er is nog niets geschreven; het formulier bewaart wat u hebt ingevuld.',
  exportWithoutCopy: 'Zonder de kleinere kopie exporteren',
  intoFolder: (folder) => `naar ${folder}`,
  removeQuestion: (model) => `${model} verwijderen?`,
  removeConfirm: 'Het model verwijderen',
  removeStage: (study) =>
    `Het kan niet worden verwijderd: de studie ${study} heeft het voorgetraind en bouwt erop voort.`,
  removeStageWithModels: 'Deze modellen zijn ervan gemaakt, en hun lijn blijft volledig:',
  removeParent:
    'Het kan niet worden verwijderd: deze modellen zijn ervan gemaakt, en hun lijn blijft volledig. Verwijder die eerst:',
  removeLoses: (bytes) =>
    `De gewichten ervan, ${bytes}, worden gewist. Niemand kan ze terughalen, behalve uit een back-up van de werkruimte. Wat ermee is gemeten, blijft.`,
  removeStopsPlans:
    'De plannen van deze studies gaan ervan uit; ze zouden niet opnieuw kunnen worden uitgevoerd:',
  removeIsFree: 'Geen model en geen plan van een studie hangt ervan af.',
  pruneQuestion: 'Vervangen modellen verwijderen?',
  pruneConfirm: (bytes) => `Verwijderen en ${bytes} vrijmaken`,
  looking: 'Zoeken…',
  nothingSuperseded: (count) =>
    plural(count, {
      one: 'Niets is vervangen: het # model is nog nodig.',
      other: 'Niets is vervangen: alle # modellen zijn nog nodig.',
    }),
  pruneExplained: (kept) =>
    `Een studie die opnieuw wordt uitgevoerd met andere instellingen, laat de modellen van haar eerdere run achter. Van een resultaat gaat niets verloren. Wat is geïmporteerd, geëxporteerd of gemarkeerd om te bewaren blijft, en van elk model van een studie het nieuwste: ${plural(kept, { one: '# model', other: '# modellen' })}.`,
  pruneList: 'Wat wordt verwijderd',
  pruneOfStudy: (study, moment) => `van ${study}, ${moment}`,
  unusedFiles: (count) =>
    plural(count, {
      one: '# bestand waarnaar niets verwijst',
      other: '# bestanden waarnaar niets verwijst',
    }),
  pruned: (bytes, models, files) =>
    `${bytes} vrijgemaakt: ${plural(models, { one: '# model', other: '# modellen' })} in ${plural(files, { one: '# bestand', other: '# bestanden' })} verwijderd.`,
  prunedReusable: (bytes) => `${bytes} blijven in de database en worden gebruikt voor wat volgt.`,
  noModels: 'Nog geen model',
  firstSteps: [
    {
      title: 'Haal een model voor uw taal',
      text: 'Een taalmodel is een map met bestanden die anderen op veel tekst hebben getraind. Voor het Nederlands BERTje of MedRoBERTa.nl; voor het Spaans BETO of bsc-bio-ehr-es; voor veel talen tegelijk meertalige BERT of XLM-RoBERTa. Vraag wie uw gegevens beheert de map op deze machine te zetten: Anamnesis downloadt nooit iets.',
    },
    {
      title: 'Importeer de map',
      text: 'Geef in het formulier hierboven aan waar zij staat. Zij wordt gelezen, gecontroleerd en versleuteld opgeslagen. Wat ontbreekt of niet te gebruiken is, wordt gemeld voordat iets wordt bewaard.',
    },
    {
      title: 'Gebruik het in een studie',
      text: 'Een studie past het aan uw tekst aan en toetst of dat heeft geholpen. Wat de studie maakt, verschijnt ook hier.',
    },
  ],
  noFolder:
    'Geen map bij de hand? Een studie kan ook een klein model trainen op alleen uw eigen tekst:',
  writePlan: 'schrijf een plan',
  tryIt: 'Uitproberen',
  tryNote:
    'Plak een tekst: het model zegt de klasse, of markeert wat het vindt. Niets ervan wordt bewaard. Het is geen beslissing over een patiënt.',
  tryButton: 'Vraag het model',
  tryWaiting: 'Het model wordt gevraagd; het laden kan even duren.',
  trySaid: 'Wat het model zegt',
  tryClass: 'Klasse',
  tryProbability: 'Waarschijnlijkheid',
  trySought: 'De gezochte klasse',
  tryCalibrated: (label, probability) => `${label}, gekalibreerd: ${probability}`,
  tryUncalibrated: (label, probability) => `${label}, niet gekalibreerd: ${probability}`,
  tryAlert: (threshold) => `Alarm: op of boven de drempel van ${threshold}.`,
  tryNoAlert: (threshold) => `Geen alarm: onder de drempel van ${threshold}.`,
  tryNoThreshold: 'Er kan geen drempel voor worden geclaimd.',
  tryApproximate:
    'De drempel komt uit de folds van de studie en is een benadering totdat een vergrendelde testset hem bevestigt.',
  tryRawProbability: 'Waarschijnlijkheid, zoals ze is',
  tryUnread: (share) => `De tekst is langer dan het model: ${share} ervan is niet gezien.`,
  tryNothing: 'Het model vindt niets in deze tekst.',
};
