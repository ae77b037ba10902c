import type { SourceDocument } from '#core/domain/document.ts';
import type { ImportProblem } from '#core/domain/import-report.ts';
import { decodeInput } from './decode-input.ts';
import type { DocumentFormat } from './document-format.ts';
import { nameInput, ownName } from './name-input.ts';

/** The stretches of a text that are documents: all of it, its blocks between blank lines, its lines. */
const stretches = {
  file: /[^]+/g,
  block: /[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g,
  line: /[^\r\n]*\S[^\r\n]*/g,
} as const;

/** Plain text. A file is one document unless blocks or lines are asked for. */
export const textFormat: DocumentFormat = {
  description: 'Plain text: one document per file, per block between blank lines, or per line.',
  extensions: ['.txt', '.text', '.md'],
  recognise: ({ extension, text }) => {
    if (text === '') return 0;
    return textFormat.extensions.includes(extension) ? 0.5 : 0.1;
  },
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) {
      const { name, part } = input;
      const file = nameInput(input);
      const { text, problems } = decodeInput(input, options);
      if (text === null) {
        yield { items: [], problems };
        continue;
      }
      const unit = options.unit ?? 'file';
      const items: SourceDocument[] = [];
      let line = 1;
      let counted = 0;
      for (const { 0: stretch, index } of text.matchAll(stretches[unit])) {
        for (; counted < index; counted++) if (text.charCodeAt(counted) === 10) line++;
        if (stretch.trim() === '') continue;
        items.push({
          id: unit === 'file' ? ownName(input) : `${ownName(input)}:${line}`,
          text: stretch,
          patient: null,
          date: null,
          language: null,
          kind: null,
          columns: {},
          place: { file: name, part, line: unit === 'file' ? null : line },
          annotations: [],
          carried: null,
        });
      }
      const empty: ImportProblem[] =
        items.length > 0
          ? []
          : [
              {
                file,
                line: 1,
                rule: 'file-empty',
                action: 'left-out',
                detail: 'The file holds no text.',
              },
            ];
      yield { items, problems: [...problems, ...empty] };
    }
  },
};
