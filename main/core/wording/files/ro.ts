import type { FilesWording } from './en.ts';

export const files: FilesWording = {
  noPermission: 'fără permisiune',
  aFolder: 'un dosar',
  nothingThere: 'nimic la această cale',
  fullDisk: 'un disc plin',
  fileForFolder: 'un fișier acolo unde ar trebui să fie un dosar',
  readOnlyDisk: 'un disc care poate fi doar citit',
  withSystemCode: (what, code) => `${what} (${code})`,
  anError: 'o eroare',
  filesIn: (paths) => `fișiere în ${paths.join(', ')}`,
  none: 'niciunul',
  nameAnother: 'Indicați alt dosar sau fișierele însele.',
  fileOrFolder: (path) => `fișierul sau dosarul ${path}`,
  correctPath: 'Corectați calea.',
  correctPlanPath: 'Corectați calea; cele dintr-un plan sunt relative la fișierul planului.',
  filesEndingIn: (extensions, path) =>
    `fișiere terminate în ${extensions.join(' sau ')} în dosarul ${path} sau în subdosarele lui`,
  unreadArchive: (kind: string) => `o arhivă de un tip care nu se citește aici (${kind})`,
  packOtherwise: 'Dezarhivați-o sau împachetați-o ca .zip ori .tar.gz.',
  endingInArchive: (extensions: readonly string[], path: string) =>
    `fișiere care se termină în ${extensions.join(' sau ')} în arhiva ${path}`,
  nameOtherArchive: 'Indicați o arhivă care le conține sau fișierele însele.',
  toRead: (path) => `citirea fișierului ${path}`,
  checkReadable: 'Verificați că fișierul există, că nu este un dosar și că îl puteți citi.',
  pipeOrDevice: 'un canal (pipe) sau un dispozitiv, care nu poate fi citit de două ori',
  nameAFile: 'Indicați un fișier.',
  toStay: (path) => `ca ${path} să rămână neschimbat cât timp este citit`,
  changed: 'altă dimensiune sau o modificare ulterioară',
  waitForWriters: 'Așteptați până când nimic nu mai scrie în fișier și începeți din nou.',
  outsideWorkspace: 'un dosar din afara spațiului de lucru',
  insideWorkspace: 'unul din interiorul lui',
  resultsUnencrypted: 'Indicați alt dosar (--to, --results): rezultatele nu sunt criptate.',
  writableForResults: 'un dosar în care se pot scrie rezultate',
  makeRoomForResults:
    'Indicați alt dosar (--to, --results) sau eliberați spațiu și verificați permisiunile; ce a calculat studiul se păstrează.',
};
