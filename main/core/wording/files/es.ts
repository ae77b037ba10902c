import type { FilesWording } from './en.ts';

export const files: FilesWording = {
  noPermission: 'sin permiso',
  aFolder: 'una carpeta',
  nothingThere: 'nada en esa ruta',
  fullDisk: 'un disco lleno',
  fileForFolder: 'un archivo donde debería haber una carpeta',
  readOnlyDisk: 'un disco de solo lectura',
  withSystemCode: (what, code) => `${what} (${code})`,
  anError: 'un error',
  filesIn: (paths) => `archivos en ${paths.join(', ')}`,
  none: 'ninguno',
  nameAnother: 'Indique otra carpeta o los propios archivos.',
  fileOrFolder: (path) => `el archivo o la carpeta ${path}`,
  correctPath: 'Corrija la ruta.',
  correctPlanPath: 'Corrija la ruta; las de un plan son relativas al archivo del plan.',
  filesEndingIn: (extensions, path) =>
    `archivos que terminan en ${extensions.join(' o ')} en la carpeta ${path} o en sus subcarpetas`,
  unreadArchive: (kind: string) => `un archivo comprimido de un tipo que aquí no se lee (${kind})`,
  packOtherwise: 'Descomprímalo, o comprímalo como .zip o .tar.gz.',
  endingInArchive: (extensions: readonly string[], path: string) =>
    `archivos que terminen en ${extensions.join(' o ')} en el archivo comprimido ${path}`,
  nameOtherArchive: 'Nombre un archivo comprimido que los contenga, o los propios archivos.',
  toRead: (path) => `poder leer ${path}`,
  checkReadable: 'Compruebe que el archivo existe, que no es una carpeta y que usted puede leerlo.',
  pipeOrDevice: 'una tubería o un dispositivo, que no se puede leer dos veces',
  nameAFile: 'Indique un archivo.',
  toStay: (path) => `que ${path} no cambie mientras se lee`,
  changed: 'otro tamaño o una modificación posterior',
  waitForWriters: 'Espere a que nada escriba ya en el archivo y empiece de nuevo.',
  outsideWorkspace: 'una carpeta fuera del espacio de trabajo',
  insideWorkspace: 'una dentro de él',
  resultsUnencrypted: 'Indique otra carpeta (--to, --results): los resultados no están cifrados.',
  writableForResults: 'una carpeta en la que se puedan escribir resultados',
  makeRoomForResults:
    'Indique otra carpeta (--to, --results), o libere espacio y compruebe los permisos; lo que el estudio ha calculado se conserva.',
};
