import type { FilesWording } from './en.ts';

export const files: FilesWording = {
  noPermission: 'geen toestemming',
  aFolder: 'een map',
  nothingThere: 'niets',
  fullDisk: 'een volle schijf',
  fileForFolder: 'een bestand waar een map moet staan',
  readOnlyDisk: 'een schijf die alleen gelezen kan worden',
  withSystemCode: (what, code) => `${what} (${code})`,
  anError: 'een fout',
  filesIn: (paths) => `bestanden in ${paths.join(', ')}`,
  none: 'geen',
  nameAnother: 'Noem een andere map, of de bestanden zelf.',
  fileOrFolder: (path) => `het bestand of de map ${path}`,
  correctPath: 'Verbeter het pad.',
  correctPlanPath: 'Verbeter het pad; paden in een plan gaan uit van de map van het planbestand.',
  filesEndingIn: (extensions, path) =>
    `bestanden die eindigen op ${extensions.join(' of ')} in de map ${path} of in mappen daarin`,
  unreadArchive: (kind: string) =>
    `een archief van een soort die hier niet gelezen wordt (${kind})`,
  packOtherwise: 'Pak het uit, of pak het in als .zip of .tar.gz.',
  endingInArchive: (extensions: readonly string[], path: string) =>
    `bestanden die eindigen op ${extensions.join(' of ')} in het archief ${path}`,
  nameOtherArchive: 'Noem een archief met zulke bestanden, of de bestanden zelf.',
  toRead: (path) => `dat ${path} te lezen is`,
  checkReadable: 'Controleer of het bestand bestaat, geen map is en of u het mag lezen.',
  pipeOrDevice: 'een pipe of een apparaat, dat geen twee keer gelezen kan worden',
  nameAFile: 'Noem een bestand.',
  toStay: (path) => `dat ${path} blijft zoals het is terwijl het gelezen wordt`,
  changed: 'een andere grootte of een latere wijziging',
  waitForWriters: 'Wacht tot niets meer naar het bestand schrijft en begin opnieuw.',
  outsideWorkspace: 'een map buiten de werkruimte',
  insideWorkspace: 'een map daarin',
  resultsUnencrypted: 'Noem een andere map (--to, --results): resultaten zijn niet versleuteld.',
  writableForResults: 'een map waarin resultaten geschreven kunnen worden',
  makeRoomForResults:
    'Noem een andere map (--to, --results), of maak ruimte en controleer de rechten; wat de studie berekend heeft, blijft bewaard.',
};
