import type { WorkspaceWording } from './en.ts';
import { createPlural } from '../plural.ts';

const plural = createPlural('nl');

export const workspace: WorkspaceWording = {
  folderWithFile: (file) => `een map met het bestand ${file}`,
  folderWithout: 'een map zonder dat bestand',
  noSuchFolder: 'geen map met die naam',
  checkPathOrCreate: 'Controleer het pad, of maak daar eerst een werkruimte.',
  aPassphrase: 'een wachtzin',
  anEmptyOne: 'een lege',
  choosePassphrase:
    'Kies een wachtzin van meerdere woorden en bewaar die goed: niemand kan hem herstellen.',
  secretOfThis: (kind) => `de ${kind === 'key' ? 'sleutel' : 'wachtzin'} van deze werkruimte`,
  anotherSecret: (kind) => `een andere ${kind === 'key' ? 'sleutel' : 'wachtzin'}`,
  mindCapitals: 'Probeer het opnieuw; let op hoofdletters en de toetsenbordindeling.',
  newOrEmptyFolder: 'een nieuwe of een lege map',
  aWorkspace: 'een werkruimte',
  folderWithEntries: (entries) =>
    `een map met ${plural(entries, { one: '# item', other: '# items' })}`,
  openOrChooseFolder: 'Open de werkruimte die daar is, of kies een andere map.',
  versionOrOlder: (newest) => `een werkruimte van versie ${newest} of ouder`,
  version: (version) => `versie ${version}`,
  openWithNewer: 'Open hem met de versie van Anamnesis die hem schreef, of een nieuwere.',
  noOtherTrainer: 'geen andere trainer op deze werkruimte',
  lockGone: 'dat de vergrendeling weg is',
  theProcess: (holder) => `het proces ${holder} (machine/id/start)`,
  waitForTrainer:
    'Wacht tot het klaar is of stop het; een afgebroken proces wordt binnen vijf minuten opgemerkt.',
  roomOnDisk: 'ruimte op de schijf van de werkruimte',
  freeSpace:
    'Maak ruimte vrij en voer dezelfde opdracht opnieuw uit; wat al klaar was blijft bewaard, de stap die niet paste is ongedaan gemaakt.',
  soundDisk: 'een schijf die aanneemt wat erop wordt geschreven en het teruggeeft',
  lookForQuota:
    'Kijk of een quotum op is, een netwerkschijf weg is of een schijf defect raakt, en voer dezelfde opdracht opnieuw uit; wat al klaar was blijft bewaard, de stap die bezig was is ongedaan gemaakt.',
  rightToFiles: 'het recht om de bestanden van de werkruimte te lezen en te schrijven',
  checkOwner: 'Controleer eigenaar en rechten van de map, of kies een andere map.',
  authenticPages: 'een database waarvan elke pagina bij haar authenticatiecode past',
  restoreFolder:
    "Stop alle programma's die de werkruimte gebruiken en zet de map terug uit een back-up.",
  freeDatabase: 'dat de database binnen de wachttijd vrij is',
  anotherWrites:
    'Een ander programma schrijft naar de werkruimte; probeer het opnieuw als het klaar is.',
  knownIds: "alleen id's van items die de werkruimte bevat",
  useKnownId: 'Vraag op wat de werkruimte bevat en gebruik een id daaruit.',
  madeDatabase: 'de database die met de werkruimte is gemaakt',
  restoreWorkspace: 'Zet de map van de werkruimte terug uit een back-up.',
  writtenHeader: 'de header die is geschreven toen de werkruimte werd gemaakt',
  restoreHeader:
    'Zet workspace.json terug uit een back-up. Zonder dat bestand opent geen wachtzin de werkruimte; een sleutel in de sleutelhanger van het bureaublad doet dat nog wel zodra het is teruggezet.',
  wholeBackup: 'een volledige back-up van een werkruimte, zoals die is geschreven',
  backupEndsEarly: 'een die voor het einde ophoudt',
  otherBytes: 'andere bytes dan er zijn geschreven',
  noBackup: 'een bestand dat geen back-up van een werkruimte is',
  useOtherBackup: 'Gebruik een andere kopie van deze back-up, of een eerdere back-up.',
  writtenBytes: 'de bytes die zijn geschreven',
  restoreFile:
    'Zet dit bestand terug uit een back-up van de werkruimte, of voer opnieuw uit wat het maakte.',
  knownFile: 'een versleuteld bestand dat de database kent',
  noSuchFile: 'geen bestand met die naam',
  unneededFile: 'een versleuteld bestand dat nergens voor nodig is',
  modelOfWeights: 'een model met deze gewichten',
  removeModelFirst: 'Verwijder eerst het model.',
  newCollectionName: 'een naam die geen collectie heeft',
  collection: (name) => `een collectie “${name}”`,
  otherNameOrImport: 'Kies een andere naam, of importeer in die collectie.',
  noneOfThisName: 'geen met deze naam',
  listCollections: 'Vraag de collecties van de werkruimte op en gebruik een naam daaruit.',
  noSetOf: (collection) => `geen vastgelegde set met documenten van “${collection}”`,
  removeSetsFirst: 'Verwijder eerst deze sets, als ze nergens meer voor nodig zijn.',
  noProjectOf: (collection) => `geen annotatieproject met documenten van “${collection}”`,
  removeProjectsFirst:
    'Bevries en verwijder eerst deze projecten, als er niemand meer in annoteert.',
  newModelName: 'een naam die geen ander model van de bibliotheek heeft',
  giveAnotherName: 'Geef een andere naam.',
  modelWithoutDescendants: 'een model waarvan geen ander afstamt',
  descendants: 'modellen die uit dit model zijn gemaakt',
  removeDescendants: 'Verwijder die eerst; de lijn waaruit een model voortkomt blijft volledig.',
  newStudyName: 'een naam die geen studie van de werkruimte heeft',
  theStudy: (name) => `de studie “${name}”`,
  goOnOrRename: 'Ga verder met die studie, of geef de nieuwe een andere naam.',
  importAlone: 'een import waar geen ander programma mee bezig is',
  programAtIt: 'een programma dat ermee bezig is',
  waitOrStopThere: 'Wacht tot het klaar is, of stop het daar.',
  mayChangeState: 'Bekijk de toestand opnieuw: een ander programma kan die hebben gewijzigd.',
  sealedHeader: 'de plaatsen van personen zoals ze geschreven zijn',
  brokenSeal:
    'plaatsen die zonder de sleutel van de werkruimte zijn toegevoegd, weggenomen, verwisseld of veranderd',
  restoreAlteredHeader:
    'Iemand heeft in workspace.json geschreven. Zet het terug uit een back-up, en ga na wie in de map kan schrijven.',
};
