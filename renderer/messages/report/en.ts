import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Report',
  download: 'Download',
  downloadFile: (file) => `Download ${file}`,
  reportOf: (study) => `Report of ${study}`,
  scores: 'Figures to check',
  scoresNote:
    'What each model said of each tested note and entity, with ids and without text, and a Python script that derives every figure from it with scikit-learn, SciPy and seqeval. Lay them and the JSON in one folder.',
};
