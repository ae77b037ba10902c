import type { SourceDocument } from '#core/domain/document.ts';
import { isMentionLayer, shortName, toMentions } from './cas/cas-mentions.ts';
import { tellOtherLayers } from './cas/tell-other-layers.ts';
import { decodeInput } from './decode-input.ts';
import type { DocumentFormat } from './document-format.ts';
import { nameInput } from './name-input.ts';
import { linesOf } from './open-text.ts';
import { createProblemList } from './problem-list.ts';
import { readTsvAnnotations } from './webanno/read-annotations.ts';
import { readTsv } from './webanno/read-rows.ts';
import { rebuildText } from './webanno/rebuild-text.ts';

/** Characters of a file, columns included, in documents of the greatest length. */
const longestFile = 8;

/** WebAnno TSV 3, as INCEpTION and WebAnno export it. */
export const webannoTsvFormat: DocumentFormat = {
  description: 'WebAnno TSV 3, as INCEpTION and WebAnno export it.',
  extensions: ['.tsv'],
  recognise: ({ text }) => (/^\s*#FORMAT=WebAnno TSV 3/.test(text) ? 1 : 0),
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) {
      const { name: file, part } = input;
      const { limits, offsetUnit } = options;
      const problems = createProblemList(nameInput(input), limits.problemCount);
      const whole = { ...limits, documentLength: longestFile * limits.documentLength };
      const decoded = decodeInput(input, { ...options, limits: whole });
      problems.add(decoded.problems);
      // A carriage return in the text is written as an escape; one at the end of a line is not its.
      const text = decoded.text?.replaceAll('\r\n', '\n');
      if (text === undefined) {
        yield { items: [], problems: problems.finish() };
        continue;
      }
      const tsv = readTsv(linesOf([text]));
      for (const line of tsv.malformed) {
        problems.tell(line, 'webanno-line', 'left-out', 'The line is no row of WebAnno TSV 3.');
      }
      const rebuilt = rebuildText(tsv.sentences, limits.documentLength, offsetUnit);
      const items: SourceDocument[] = [];
      if (rebuilt === null) {
        const detail = `The text has more than ${limits.documentLength} characters.`;
        problems.tell(1, 'document-too-long', 'left-out', detail);
      } else if (rebuilt.text.trim() === '') {
        problems.tell(1, 'file-empty', 'left-out', 'The file holds no text.');
      } else {
        if (rebuilt.gaps > 0) {
          const detail = `What stands between sentences is not in the file; ${rebuilt.gaps} times blanks and a line break were put there.`;
          problems.tell(1, 'webanno-gap', 'repaired', detail);
        }
        if (rebuilt.unmatched > 0) {
          const detail = `${rebuilt.unmatched} words do not stand at their offsets.`;
          problems.tell(1, 'webanno-word', 'kept', detail);
        }
        const { spans, others } = readTsvAnnotations(tsv);
        const unused = new Map(others);
        const mentions = spans.filter(({ type, features }) => {
          if (isMentionLayer(type, Object.keys(features))) return true;
          unused.set(type, (unused.get(type) ?? 0) + 1);
          return false;
        });
        tellOtherLayers(new Map(Array.from(unused, ([type, n]) => [shortName(type), n])), problems);
        items.push({
          id: part ?? file,
          text: rebuilt.text,
          patient: null,
          date: null,
          language: null,
          kind: null,
          columns: {},
          place: { file, part, line: null },
          annotations: toMentions(rebuilt.text, mentions, rebuilt.unit, problems),
          carried: null,
        });
      }
      yield { items, problems: problems.finish() };
    }
  },
};
