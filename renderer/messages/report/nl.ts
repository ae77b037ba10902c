import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Rapport',
  download: 'Downloaden',
  downloadFile: (file) => `${file} downloaden`,
  reportOf: (study) => `Rapport van ${study}`,
};
