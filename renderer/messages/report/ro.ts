import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Raport',
  download: 'Descărcare',
  downloadFile: (file) => `Descărcare: ${file}`,
  reportOf: (study) => `Raport: ${study}`,
};
