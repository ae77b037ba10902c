import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Report',
  download: 'Download',
  downloadFile: (file) => `Download ${file}`,
  reportOf: (study) => `Report of ${study}`,
  format: 'Format',
  formats: {
    pdf: 'PDF',
    docx: 'Word (DOCX)',
    latex: 'LaTeX',
    html: 'Web page (HTML)',
    csv: 'Tables (CSV)',
  },
  language: 'Report language',
  checklist: 'With the checklist TRIPOD+AI',
  methods: 'With the methods in sentences',
  save: 'Save report',
  saving: 'Writing…',
  contradicts:
    'Numbers in this report contradict each other. This is a fault of the program: please report it.',
  scores: 'Figures to check',
  scoresNote:
    'What each model said of each tested note and entity, with ids and without text, and a Python script that derives every figure from it with scikit-learn, SciPy and seqeval. Lay them and the JSON in one folder.',
};
