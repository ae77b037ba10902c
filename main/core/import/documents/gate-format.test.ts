import { expect, test } from 'vitest';

import { readDocuments } from '../testing/read-documents.ts';
import { gateFormat } from './gate-format.ts';

const gate = `<?xml version='1.0' encoding='UTF-8'?>
<GateDocument version="3">
<GateDocumentFeatures>
<Feature><Name className="java.lang.String">gate.SourceURL</Name><Value className="java.lang.String">file:a.txt</Value></Feature>
</GateDocumentFeatures>
<TextWithNodes><Node id="0"/>Tuse 😀<Node id="7"/> și &lt;<Node id="12"/>febră&gt;
<Node id="17"/>fără.<Node id="99"/></TextWithNodes>
<AnnotationSet>
<Annotation Id="1" Type="Symptom" StartNode="0" EndNode="7">
<Feature><Name className="java.lang.String">negated</Name><Value className="java.lang.Boolean">false</Value></Feature>
</Annotation>
<Annotation Id="2" Type="Token" StartNode="0" EndNode="7"></Annotation>
<Annotation Id="3" Type="Symptom" StartNode="0" EndNode="8"></Annotation>
</AnnotationSet>
<AnnotationSet Name="Key">
<Annotation Id="1" Type="Symptom" StartNode="12" EndNode="17"/>
</AnnotationSet>
</GateDocument>`;

test('nodes are where they stand in the text, and sets are told apart', async () => {
  const { documents, problems } = await readDocuments(gateFormat, { 'a.xml': gate });
  const [{ text, columns, annotations }] = documents;
  expect(text).toBe('Tuse 😀 și <febră>\nfără.');
  expect(columns).toEqual({ 'gate.SourceURL': 'file:a.txt' });
  const mentions = annotations.map((each) =>
    each.kind === 'span'
      ? [
          each.id,
          each.type,
          text.slice(each.fragments[0].start, each.fragments[0].end),
          each.attributes,
        ]
      : each,
  );
  expect(mentions).toEqual([
    ['1', 'Symptom', 'Tuse 😀', { negated: 'false' }],
    [null, 'Symptom', 'febră>\n', { annotationSet: 'Key' }],
  ]);
  expect(problems.map(({ line, rule }) => [line, rule])).toEqual([
    [13, 'gate-node'],
    [1, 'gate-structure'],
  ]);
});

test('a file without text is told', async () => {
  const { problems } = await readDocuments(gateFormat, { 'a.xml': '<GateDocument/>' });
  expect(problems).toMatchObject([{ rule: 'file-empty' }]);
});
