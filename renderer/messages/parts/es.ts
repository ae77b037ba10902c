import type { PartsMessages } from './messages.ts';

export const parts: PartsMessages = {
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
};
