import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Raport',
  download: 'Descărcare',
  downloadFile: (file) => `Descărcare: ${file}`,
  reportOf: (study) => `Raport: ${study}`,
  scores: 'Cifre de verificat',
  scoresNote:
    'Ce a spus fiecare model despre fiecare notă și entitate testată, cu identificatori și fără text, și un script Python care obține din ele fiecare cifră cu scikit-learn, SciPy și seqeval. Puneți-le împreună cu JSON-ul într-un singur dosar.',
};
