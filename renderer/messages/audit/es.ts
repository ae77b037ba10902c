import { createPlural } from '#contract/language.ts';
import type { AuditMessages } from './messages.ts';

const plural = createPlural('es');

export const audit: AuditMessages = {
  title: 'Registro de auditoría',
  lead: 'Lo que se hizo en este espacio de trabajo, lo más reciente primero. El hash de cada entrada abarca el de la anterior, de modo que se nota si una entrada se cambia, se elimina o se inserta.',
  wholeLog: 'El registro completo, con la cadena de hashes',
  verify: 'Verificar',
  olderEntries: 'Entradas anteriores',
  filter: 'Filtrar el registro',
  words: 'Palabras, nombres, identificadores o hashes',
  action: 'Acción',
  anyAction: 'Todas',
  person: 'Persona',
  anybody: 'Todas',
  theProgram: 'el programa',
  nameless: 'quien tiene la frase',
  recoveryKey: 'clave de recuperación',
  from: 'Desde',
  to: 'Hasta',
  clearFilter: 'Quitar el filtro',
  noneFits: 'Ninguna entrada coincide',
  noneFitsHint: 'Todas las entradas siguen ahí: quite el filtro.',
  noneYet: 'Aún no hay entradas',
  noneYetHint:
    'Se escribe una entrada cuando un estudio se inicia, se detiene o se reanuda, y cuando algo sale del espacio de trabajo.',
  position: 'N.º',
  time: 'Momento',
  subject: 'Objeto',
  hash: 'Hash',
  whole: (entries) =>
    plural(entries, {
      one: 'La cadena está intacta: # entrada comprobada.',
      many: 'La cadena está intacta: # de entradas comprobadas.',
      other: 'La cadena está intacta: # entradas comprobadas.',
    }),
  broken: (firstBroken, entries) =>
    `La cadena está rota en la entrada ${firstBroken} de ${plural(entries, { one: '# entrada', many: '# de entradas', other: '# entradas' })}. Guarde una copia del espacio de trabajo tal como está ahora y avise a quien responda de su seguridad.`,
  head: 'Cabeza del registro',
  headOf: (entries) =>
    plural(entries, {
      one: 'Cabeza, de # entrada',
      many: 'Cabeza, de # de entradas',
      other: 'Cabeza, de # entradas',
    }),
  headUse:
    'Guardada en otro lugar con su número, por ejemplo en un libro de registro, permite saber si un registro posterior es continuación de este.',
  copy: 'Copiar',
  copied: 'Copiado',
  marked: 'Seleccionado: cópielo con Ctrl+C',
};
