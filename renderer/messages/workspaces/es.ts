import type { WorkspacesMessages } from './messages.ts';

export const workspaces: WorkspacesMessages = {
  chooseTitle: 'Elegir un espacio de trabajo',
  chooseLead:
    'Un espacio de trabajo es una carpeta cifrada con textos, modelos, estudios y sus resultados. Se abre con su frase de contraseña.',
  lead: 'Un espacio de trabajo es una carpeta cifrada con textos, modelos, estudios y sus resultados. Solo hay uno abierto a la vez; mientras se ejecuta un estudio no se puede salir de él.',
  lock: 'Bloquear',
  isOpen: 'Abierto:',
  openedBefore: 'Abiertos anteriormente',
  notThere: 'ya no está, o no está su unidad',
  openNamed: (name) => `Abrir ${name}`,
  openForm: 'Abrir…',
  takeFromListNamed: (name) => `Quitar ${name} de esta lista`,
  takeFromListHint: 'Lo quita de esta lista; el espacio de trabajo se conserva',
  takeFromList: 'Quitar de la lista',
  openAnother: 'Abrir otro',
  makeNew: 'Crear uno nuevo',
  pathHint: (folder) => `Una ruta en este equipo, absoluta o a partir de ${folder}`,
  folder: 'Carpeta del espacio de trabajo',
  passphrase: 'Frase de contraseña',
  open: 'Abrir',
  opening: 'Abriendo…',
  newFolder: 'Carpeta nueva o vacía',
  newPassphrase: 'Nueva frase de contraseña',
  sameAgain: 'La misma otra vez',
  notTheSame: 'No coincide con la anterior.',
  strengths: {
    weak: 'Débil: es mejor usar varias palabras sin relación entre sí.',
    fair: 'Aceptable: con una o dos palabras más será segura.',
    strong: 'Segura.',
  },
  nobodyRecovers:
    'Todo lo que hay en el espacio de trabajo se cifra con ella. Nadie puede recuperarla, ni los autores de este programa ni su administrador: guárdela donde su institución guarda estas cosas.',
  make: 'Crear el espacio de trabajo',
  making: 'Creando…',
};
