import type { Role } from '#core/domain/person.ts';
import type { PeopleWording } from './en.ts';

const roleNames: Readonly<Record<Role, string>> = {
  owner: 'propietario',
  analyst: 'analista',
  reviewer: 'revisor',
  reader: 'lector',
};

export const people: PeopleWording = {
  roleOrMore: (role) =>
    `el rol de ${roleNames[role]}${role === 'owner' ? '' : ', o uno que pueda más'}`,
  theRole: (role) => `el rol de ${roleNames[role]}`,
  askOwner: 'Pida a un propietario del espacio de trabajo que lo haga, o que le dé el rol.',
  anotherOwner: 'otro propietario que pueda iniciar sesión',
  noOtherOwner: 'el único',
  makeOwnerFirst:
    'Dé antes a otra persona el rol de propietario y compruebe que puede iniciar sesión.',
  aName: 'un nombre',
  noName: 'ninguno',
  giveName: 'Dé a la persona un nombre por el que la conozcan sus colegas.',
  typeName:
    'Escriba también el nombre con el que inicia sesión; en un terminal, indíquelo con --person.',
  nameOfNobody: 'un nombre que aquí no tenga nadie',
  nameOfOther: 'uno que tiene otra persona; no cuentan mayúsculas ni espacios',
  addToName: 'Añada al nombre algo que distinga a ambas personas.',
  oneMore: 'uno más',
  removeSomebody: 'Elimine a alguien que ya no trabaje con él.',
  aPerson: 'una persona',
  theRecoveryKey: 'la clave de recuperación',
  replaceRecoveryKey: 'Cree una nueva clave de recuperación, que ocupará su lugar, o elimínela.',
  whoMaySignIn: 'alguien que pueda iniciar sesión',
  whoIsLocked: 'alguien a quien un propietario ha bloqueado',
  askToUnlock: 'Pida a un propietario del espacio de trabajo que le desbloquee.',
  nameWithPassphrase: 'un nombre con su frase de contraseña',
  anotherPair: 'un nombre y una frase de contraseña que no van juntos',
  mindBoth:
    'Inténtelo de nuevo; fíjese en cómo se escribe el nombre, en las mayúsculas de la frase y en la distribución del teclado.',
  whosePassphrase: 'un espacio de trabajo con una sola frase de contraseña',
  severalPassphrases: 'uno en el que cada persona tiene la suya',
  signedIn: 'alguien que haya iniciado sesión',
  nobodySignedIn: 'nadie',
  signInFirst: 'Inicie sesión con su nombre y su frase de contraseña.',
  fewerAttempts: 'pocos intentos fallidos',
  atMostPersons: (count) => `como máximo ${count} personas`,
  waitSeconds: (seconds) => `Espere ${seconds} s e inténtelo de nuevo.`,
};
