import type { ReportMessages } from './messages.ts';

export const report: ReportMessages = {
  title: 'Report',
  download: 'Download',
  downloadFile: (file) => `Download ${file}`,
  reportOf: (study) => `Report of ${study}`,
};
