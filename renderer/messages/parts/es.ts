import { createPlural } from '#contract/language.ts';
import type { PartsMessages } from './messages.ts';

const plural = createPlural('es');

export const parts: PartsMessages = {
  notForRole: 'No es para su función',
  needsRole: (role) => `Para esto hace falta la función «${role}», o una que pueda más.`,
  yourRole: (role) =>
    `La suya es «${role}». Un propietario del espacio de trabajo puede cambiarla.`,
  expectedButFound: (expected, found) => `Se esperaba: ${expected}. Se encontró: ${found}.`,
  signedOut: 'Esta ventana no ha iniciado sesión',
  signedOutReason:
    'Cada dirección que muestra el programa inicia la sesión de un navegador, una sola vez; la sesión vale entonces para todas sus pestañas. Vuelva al navegador en el que la ventana está abierta, o pida al programa una dirección nueva (Intro, en el terminal en el que se ejecuta) y ábrala. Las ejecuciones ya iniciadas no se ven afectadas.',
  unreachable: {
    silent: {
      title: 'El programa no responde',
      text: 'Está en pausa, o el equipo está demasiado ocupado. Lo que pulse ahora espera hasta que responda; este aviso desaparece entonces por sí solo.',
    },
    lost: {
      title: 'No hay conexión con el programa',
      text: 'Compruebe, donde lo inició, si aún se está ejecutando. Si solo se cortó la conexión, este aviso desaparece por sí solo. Si el programa terminó, su estudio se detuvo: inícielo de nuevo y abra su nueva dirección.',
    },
  },
  shownIsOf: (moment) => `Lo que se muestra es de ${moment}.`,
  choose: 'Elegir…',
  chooseTitle: 'Elegir en este equipo',
  folderAbove: 'Carpeta superior',
  thisFolder: 'Elegir esta carpeta',
  chosenFiles: (count) =>
    plural(count, {
      one: 'Elegir # archivo',
      many: 'Elegir # de archivos',
      other: 'Elegir # archivos',
    }),
  emptyFolder: 'Aquí no hay nada que se lea: los archivos ocultos y los enlaces se omiten.',
  moreEntries: (count) =>
    plural(count, {
      one: '# más no está en la lista: escriba su ruta.',
      many: '# más no están en la lista: escriba su ruta.',
      other: '# más no están en la lista: escriba su ruta.',
    }),
  entries: 'Lo que hay en la carpeta',
};
