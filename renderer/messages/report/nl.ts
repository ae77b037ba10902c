import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Rapport',
  download: 'Downloaden',
  downloadFile: (file) => `${file} downloaden`,
  reportOf: (study) => `Rapport van ${study}`,
  format: 'Formaat',
  formats: {
    pdf: 'PDF',
    docx: 'Word (DOCX)',
    latex: 'LaTeX',
    html: 'Webpagina (HTML)',
    csv: 'Tabellen (CSV)',
  },
  language: 'Taal van het rapport',
  checklist: 'Met de checklist TRIPOD+AI',
  methods: 'Met de methoden in zinnen',
  save: 'Rapport opslaan',
  saving: 'Wordt geschreven…',
  contradicts:
    'Getallen in dit rapport spreken elkaar tegen. Dat is een fout van het programma: meld die.',
  scores: 'Cijfers om na te rekenen',
  scoresNote:
    'Wat elk model van elke geteste notitie en entiteit zei, met id’s en zonder tekst, en een Python-script dat elk cijfer daaruit afleidt met scikit-learn, SciPy en seqeval. Leg ze met de JSON in één map.',
};
