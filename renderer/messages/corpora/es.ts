import type { CorporaMessages } from './messages.ts';

export const corpora: CorporaMessages = {
  title: 'Corpus',
  note: 'Qué se leyó, qué eliminó la limpieza y de qué aprendieron los modelos',
  none: 'Este plan no nombra ningún corpus',
  noneHint:
    'Los corpus son texto sin etiquetar con el que se preentrena un modelo. Un plan sin ellos solo compara puntos de control tal como son.',
  corpus: 'Corpus',
  files: 'Archivos',
  all: 'Todos',
  counts: {
    documents: 'Documentos',
    linesRead: 'Líneas leídas',
    emptyLines: 'Vacías',
    duplicateLines: 'Duplicadas',
    linesKept: 'Líneas conservadas',
    markupRemoved: 'Marcado eliminado',
    tokens: 'Tokens',
  },
  import: 'Importación',
  importNote:
    'Qué llamó la atención en los archivos y qué se hizo al respecto; todo lo demás se leyó tal como es',
  problems: 'Qué llamó la atención en los archivos',
  withLines: 'Con sus líneas',
  file: 'Archivo',
  done: 'Acción',
  times: 'Veces',
  rule: 'Regla',
  actions: { repaired: 'Reparado', 'left-out': 'Omitido', kept: 'Conservado' },
};
