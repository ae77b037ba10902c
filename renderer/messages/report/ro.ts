import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Raport',
  download: 'Descărcare',
  downloadFile: (file) => `Descărcare: ${file}`,
  reportOf: (study) => `Raport: ${study}`,
  format: 'Format',
  formats: {
    pdf: 'PDF',
    docx: 'Word (DOCX)',
    latex: 'LaTeX',
    html: 'Pagină web (HTML)',
    csv: 'Tabele (CSV)',
  },
  language: 'Limba raportului',
  checklist: 'Cu lista TRIPOD+AI',
  methods: 'Cu metodele în fraze',
  save: 'Salvează raportul',
  saving: 'Se scrie…',
  contradicts:
    'Unele numere din acest raport se contrazic. Este o eroare a programului: semnalați-o.',
  scores: 'Cifre de verificat',
  scoresNote:
    'Ce a spus fiecare model despre fiecare notă și entitate testată, cu identificatori și fără text, și un script Python care obține din ele fiecare cifră cu scikit-learn, SciPy și seqeval. Puneți-le împreună cu JSON-ul într-un singur dosar.',
};
