import type { WorkspaceWording } from './en.ts';
import { createPlural } from '../plural.ts';

const plural = createPlural('es');

export const workspace: WorkspaceWording = {
  folderWithFile: (file) => `una carpeta con el archivo ${file}`,
  folderWithout: 'una carpeta sin él',
  noSuchFolder: 'ninguna carpeta así',
  checkPathOrCreate: 'Compruebe la ruta o cree antes un espacio de trabajo allí.',
  aPassphrase: 'una frase de contraseña',
  anEmptyOne: 'una vacía',
  choosePassphrase:
    'Elija una frase de contraseña de varias palabras y guárdela bien: nadie puede recuperarla.',
  secretOfThis: (kind) =>
    `la ${kind === 'key' ? 'clave' : 'frase de contraseña'} de este espacio de trabajo`,
  anotherSecret: (kind) => `otra ${kind === 'key' ? 'clave' : 'frase de contraseña'}`,
  mindCapitals: 'Inténtelo de nuevo; fíjese en las mayúsculas y en la distribución del teclado.',
  newOrEmptyFolder: 'una carpeta nueva o vacía',
  aWorkspace: 'un espacio de trabajo',
  folderWithEntries: (entries) =>
    `una carpeta con ${plural(entries, { one: '# elemento', many: '# de elementos', other: '# elementos' })}`,
  openOrChooseFolder: 'Abra el espacio de trabajo que hay allí o elija otra carpeta.',
  versionOrOlder: (newest) => `un espacio de trabajo de la versión ${newest} o anterior`,
  version: (version) => `versión ${version}`,
  openWithNewer: 'Ábralo con la versión de Anamnesis que lo escribió o con una más nueva.',
  noOtherTrainer: 'ningún otro entrenador en este espacio de trabajo',
  lockGone: 'que el bloqueo ha desaparecido',
  theProcess: (holder) => `el proceso ${holder} (equipo/id/inicio)`,
  waitForTrainer:
    'Espere a que termine o deténgalo; uno que haya sido eliminado se detecta en cinco minutos.',
  roomOnDisk: 'espacio en el disco del espacio de trabajo',
  freeSpace:
    'Libere espacio y ejecute de nuevo la misma orden; lo terminado antes se conserva y el paso que no cupo se ha deshecho.',
  soundDisk: 'un disco que acepte lo que se le escribe y lo devuelva',
  lookForQuota:
    'Compruebe si se ha agotado una cuota, ha desaparecido una unidad de red o falla un disco, y ejecute de nuevo la misma orden; lo terminado antes se conserva y el paso en curso se ha deshecho.',
  rightToFiles: 'permiso para leer y escribir los archivos del espacio de trabajo',
  checkOwner: 'Compruebe el propietario y los permisos de la carpeta o elija otra carpeta.',
  authenticPages: 'una base de datos en la que cada página supere su código de autenticación',
  restoreFolder:
    'Detenga todos los programas que usan el espacio de trabajo y restaure la carpeta desde una copia de seguridad.',
  freeDatabase: 'que la base de datos quede libre dentro del tiempo de espera',
  anotherWrites:
    'Otro programa está escribiendo en el espacio de trabajo; inténtelo de nuevo cuando termine.',
  knownIds: 'solo identificadores de elementos que el espacio de trabajo contiene',
  useKnownId: 'Liste lo que contiene el espacio de trabajo y use un identificador de ahí.',
  madeDatabase: 'la base de datos que se creó con el espacio de trabajo',
  restoreWorkspace: 'Restaure la carpeta del espacio de trabajo desde una copia de seguridad.',
  writtenHeader: 'la cabecera que se escribió al crear el espacio de trabajo',
  restoreHeader:
    'Restaure workspace.json desde una copia de seguridad. Sin él ninguna frase de contraseña abre el espacio de trabajo; una clave guardada en el llavero del escritorio sí lo hace una vez restaurado.',
  wholeBackup: 'una copia de seguridad completa de un espacio de trabajo, tal como se escribió',
  backupEndsEarly: 'una que termina antes de su final',
  otherBytes: 'otros bytes que los que se escribieron',
  noBackup: 'un archivo que no es copia de seguridad de un espacio de trabajo',
  useOtherBackup: 'Use otro ejemplar de esta copia de seguridad, o una anterior.',
  writtenBytes: 'los bytes que se escribieron',
  restoreFile:
    'Restaure este archivo desde una copia de seguridad del espacio de trabajo o ejecute de nuevo lo que lo creó.',
  knownFile: 'un archivo cifrado que la base de datos conoce',
  noSuchFile: 'ningún archivo así',
  unneededFile: 'un archivo cifrado que nada necesite',
  modelOfWeights: 'un modelo con estos pesos',
  removeModelFirst: 'Elimine antes el modelo.',
  newCollectionName: 'un nombre que ninguna colección tenga',
  collection: (name) => `una colección «${name}»`,
  otherNameOrImport: 'Elija otro nombre o importe en esa colección.',
  noneOfThisName: 'ninguna con este nombre',
  listCollections: 'Liste las colecciones del espacio de trabajo y use un nombre de ahí.',
  noSetOf: (collection) => `ningún conjunto congelado que contenga documentos de «${collection}»`,
  removeSetsFirst: 'Elimine antes estos conjuntos, si ya nada los necesita.',
  noProjectOf: (collection) => `ningún proyecto de anotación con documentos de «${collection}»`,
  removeProjectsFirst: 'Congele y elimine antes estos proyectos, si nadie anota ya en ellos.',
  newModelName: 'un nombre que ningún otro modelo de la biblioteca tenga',
  giveAnotherName: 'Dé otro nombre.',
  modelWithoutDescendants: 'un modelo del que no descienda ningún otro',
  descendants: 'modelos creados a partir de este',
  removeDescendants: 'Elimínelos antes; la línea de la que procede un modelo permanece completa.',
  newStudyName: 'un nombre que ningún estudio del espacio de trabajo tenga',
  theStudy: (name) => `el estudio «${name}»`,
  goOnOrRename: 'Continúe con ese estudio o dé otro nombre al nuevo.',
  importAlone: 'una importación que ningún otro programa esté llevando a cabo',
  programAtIt: 'un programa que está en ello',
  waitOrStopThere: 'Espere a que termine o deténgala allí.',
  mayChangeState: 'Mire de nuevo su estado: puede haberlo cambiado otro programa.',
  sealedHeader: 'las ranuras de las personas tal como se escribieron',
  brokenSeal:
    'ranuras añadidas, quitadas, cambiadas o modificadas sin la clave del espacio de trabajo',
  restoreAlteredHeader:
    'Alguien ha escrito en workspace.json. Restáurelo de una copia de seguridad y mire quién puede escribir en la carpeta.',
};
