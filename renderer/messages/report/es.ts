import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Informe',
  download: 'Descargar',
  downloadFile: (file) => `Descargar ${file}`,
  reportOf: (study) => `Informe de ${study}`,
};
