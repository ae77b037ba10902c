import type { SourceDocument } from '#core/domain/document.ts';
import { toMentions } from './cas/cas-mentions.ts';
import { tellOtherLayers } from './cas/tell-other-layers.ts';
import { readCasJson } from './cas/read-cas-json.ts';
import { decodeInput } from './decode-input.ts';
import type { DocumentFormat } from './document-format.ts';
import { isRecord } from './json-values.ts';
import { nameInput } from './name-input.ts';
import { parseJson } from './parse-json.ts';
import { createProblemList } from './problem-list.ts';

/** Characters of a file, types and annotations included, in documents of the greatest length. */
const longestFile = 8;

/** UIMA CAS in JSON, version 0.4, as INCEpTION exports it. */
export const casJsonFormat: DocumentFormat = {
  description: 'UIMA CAS in JSON (0.4), as INCEpTION exports it.',
  extensions: ['.json'],
  recognise: ({ text }) =>
    /^\s*\{/.test(text) && /"%(?:FEATURE_STRUCTURES|VIEWS|TYPES)"\s*:/.test(text) ? 1 : 0,
  // eslint-disable-next-line @typescript-eslint/require-await -- others need it
  async *read(inputs, options) {
    for (const input of inputs) {
      const { name: file, part } = input;
      const problems = createProblemList(nameInput(input), options.limits.problemCount);
      const { documentLength } = options.limits;
      const limits = { ...options.limits, documentLength: longestFile * documentLength };
      const decoded = decodeInput(input, { ...options, limits });
      problems.add(decoded.problems);
      const cas = decoded.text === null ? null : parseJson(decoded.text);
      const views = isRecord(cas?.value) ? readCasJson(cas.value) : [];
      if (cas !== null && cas.noNumbers > 0) {
        const detail = `${cas.noNumbers} values are NaN or Infinity, which JSON does not know.`;
        problems.tell(1, 'json-no-number', 'repaired', detail);
      }
      const items: SourceDocument[] = [];
      for (const { sofaId, text, language, columns, annotations, others } of views) {
        if (text === null || text.trim() === '') {
          const detail = 'The CAS holds no text, or only refers to it.';
          problems.tell(1, 'cas-text-missing', 'left-out', detail);
          continue;
        }
        if (text.length > documentLength) {
          const detail = `The text has ${text.length} characters; ${documentLength} are read at most as one document.`;
          problems.tell(1, 'document-too-long', 'left-out', detail);
          continue;
        }
        tellOtherLayers(others, problems);
        items.push({
          id: views.length > 1 ? `${part ?? file}#${sofaId}` : (part ?? file),
          text,
          patient: null,
          date: null,
          language,
          kind: null,
          columns,
          place: { file, part, line: null },
          annotations: toMentions(text, annotations, options.offsetUnit ?? 'utf-16', problems),
          carried: null,
        });
      }
      if (decoded.text !== null && !isRecord(cas)) {
        problems.tell(1, 'json-malformed', 'left-out', 'The file is no object of JSON.');
      } else if (decoded.text !== null && views.length === 0) {
        problems.tell(1, 'cas-text-missing', 'left-out', 'The file holds no text of a CAS.');
      }
      yield { items, problems: problems.finish() };
    }
  },
};
