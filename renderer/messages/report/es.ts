import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Informe',
  download: 'Descargar',
  downloadFile: (file) => `Descargar ${file}`,
  reportOf: (study) => `Informe de ${study}`,
  format: 'Formato',
  formats: {
    pdf: 'PDF',
    docx: 'Word (DOCX)',
    latex: 'LaTeX',
    html: 'Página web (HTML)',
    csv: 'Tablas (CSV)',
  },
  language: 'Idioma del informe',
  checklist: 'Con la lista TRIPOD+AI',
  methods: 'Con los métodos redactados',
  save: 'Guardar el informe',
  saving: 'Escribiendo…',
  contradicts:
    'Hay números de este informe que se contradicen. Es un fallo del programa: comuníquelo.',
  scores: 'Cifras para comprobar',
  scoresNote:
    'Lo que cada modelo dijo de cada nota y entidad evaluada, con identificadores y sin texto, y un script de Python que obtiene de ello cada cifra con scikit-learn, SciPy y seqeval. Póngalos con el JSON en una misma carpeta.',
};
