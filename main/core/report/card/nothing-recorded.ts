import { paragraph, type Paragraph } from '../document/report-document.ts';
import type { ReportWords } from '../report-words.ts';

/** In the place of a section of which the workspace holds nothing. */
export function nothingRecorded({ checklist }: ReportWords): Paragraph {
  return paragraph([{ kind: 'strong', text: checklist.notRecorded }]);
}
