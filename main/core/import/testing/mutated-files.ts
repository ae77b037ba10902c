import { unzipSync, zipSync } from 'fflate';
import { docxOf } from './docx-of.ts';
import { pdfOf } from './pdf-of.ts';
import { xlsxOf } from './xlsx-of.ts';

/** Numbers from 0 up to a bound, the same for the same seed (mulberry32). */
export type RandomNumbers = (bound: number) => number;

export function randomNumbers(seed: string): RandomNumbers {
  let state = 0;
  for (const character of seed) state = (Math.imul(state, 31) + character.charCodeAt(0)) | 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

type Mutation = (bytes: Uint8Array, at: number, random: RandomNumbers) => Uint8Array;

const splice = (bytes: Uint8Array, at: number, removed: number, inserted: Uint8Array): Uint8Array =>
  new Uint8Array([...bytes.subarray(0, at), ...inserted, ...bytes.subarray(at + removed)]);

/** What tells readers something: signs of JSON, XML and tables, numbers, halves of characters. */
const tokens = [
  ...['{', '}', '[', ']', '"', ',', ':', '<', '>', '&', '/', '\\', '\t', '\n', '\r\n', '\0', ' '],
  ...[
    '-1',
    '1e999',
    '99999999999999999999',
    'null',
    'true',
    '"__proto__"',
    '\\ud800',
    '😀',
    '\ufeff',
  ],
  ...['<a>', '</a>', '<!DOCTYPE a [<!ENTITY b "c">]>&b;', ']]>', '{"text":"a"}', 'T1\tX 0 1\ta\n'],
].map((token) => new TextEncoder().encode(token));

const mutations: readonly Mutation[] = [
  (bytes, at, random) => splice(bytes, at, 1, Uint8Array.of(random(256))),
  (bytes, at, random) => splice(bytes, at, 1 + random(20), new Uint8Array(0)),
  (bytes, at) => bytes.slice(0, at),
  (bytes, at, random) => splice(bytes, at, 0, tokens[random(tokens.length)]),
  (bytes, at, random) => splice(bytes, at, 0, bytes.slice(at, at + random(60))),
  (bytes, at, random) =>
    splice(
      bytes,
      at,
      0,
      Uint8Array.from({ length: random(8) }, () => random(256)),
    ),
];

/** A file with up to five faults: bytes changed, cut, put in or repeated. */
export function mutate(content: string | Uint8Array, random: RandomNumbers): Uint8Array {
  let bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  for (let count = 1 + random(5); count > 0; count--) {
    bytes = mutations[random(mutations.length)](bytes, random(bytes.length + 1), random);
  }
  return bytes;
}

/** A ZIP file that is sound but for the faults in one of the files in it. */
export function mutateInside(zip: Uint8Array, random: RandomNumbers): Uint8Array {
  const parts = unzipSync(zip);
  const names = Object.keys(parts);
  const name = names[random(names.length)];
  return zipSync({ ...parts, [name]: mutate(parts[name], random) });
}

const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;

/** A page of a wiki, compressed by Python. */
const dumpInBzip2 =
  'QlpoOTFBWSZTWfd05gwAAA6f5ECA4BcBAAAKN6/fxAgAAACGACAAZCVMp6p6nqPKaeRMmmyhkAlUwmgaaNABoBokcFN4rokpOcxnJZIY8lc7K1s36s3Vr3vuIUywhUmo3EUQj04InjvUsUKT1LHzsaV2JmxExL/VxCG/Q5a30CVIQ/suPGFIyYQog3UaKSJ+IuI/i7kinChIe7pzBgA=';

const plain = 'Pacient de 63 de ani, febră 😀\r\nși tuse.\n\nA doua notă: fără durere.';

/**
 * Sound files to begin with, by format: each a group of inputs by name, without an ending where
 * there is one only. A format without any begins with plain text.
 */
export const mutationSeeds: Readonly<
  Record<string, readonly Readonly<Record<string, string | Uint8Array>>[]>
> = {
  text: [{ a: plain }],
  csv: [
    { a: 'nr;datum;tekst\r\n1;01-02-2026;"een ""lange"" zin\r\nmet woorden erin 😀"\r\n2;;x\r\n' },
  ],
  xlsx: [
    {
      a: xlsxOf({
        strings: '<si><t>tekst</t></si><si><r><t>a_x000D_b</t></r></si>',
        styles:
          '<numFmts><numFmt numFmtId="164" formatCode="dd-mm-yyyy"/></numFmts><cellXfs><xf numFmtId="164"/></cellXfs>',
        sheets: {
          a: `<row r="1">${cell('tekst')}${cell('datum')}</row><row r="2">${cell('een lange zin met genoeg woorden erin')}<c s="0"><f>A1</f><v>46000.5</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c></row>`,
          b: '<sheetData/><mergeCells><mergeCell ref="A1:B2"/></mergeCells>',
        },
        hidden: ['b'],
      }),
    },
  ],
  docx: [
    {
      a: docxOf(
        `${paragraph('Koorts 😀')}<w:p><w:r><w:footnoteReference w:id="1"/></w:r><w:ins><w:r><w:t>b</w:t></w:r></w:ins><w:del><w:r><w:delText>c</w:delText></w:r></w:del></w:p><w:tbl><w:tr><w:tc>${paragraph('d')}</w:tc></w:tr></w:tbl>`,
        { footnotes: `<w:footnote w:id="1">${paragraph('noot')}</w:footnote>` },
      ),
    },
  ],
  rtf: [
    {
      a: String.raw`{\rtf1\ansi\ansicpg1250{\fonttbl{\f0\fcharset238 A;}}\uc1 a\u537?\'ba{\*\x y}{\footnote n}\trowd\intbl a\cell\row{\pict\bin3 abc}}`,
    },
  ],
  html: [
    {
      a: '<html><meta charset="utf-8"><title>t</title><body><p hidden>x</p><table><tr><td>a&eacute;<td>b</table><pre>x\ny 😀</pre></body></html>',
    },
  ],
  pdf: [
    {
      a: pdfOf([[{ text: 'Hallo wereld', x: 72, y: 700 }], [{ text: 'twee', x: 72, y: 600 }]]),
    },
  ],
  fhir: [
    {
      'a.ndjson':
        '{"resourceType":"DocumentReference","id":"1","subject":{"reference":"Patient/p"},"date":"2026-11-30","content":[{"attachment":{"contentType":"text/plain; charset=utf-8","data":"aG9lc3Q="}},{"attachment":{"url":"Binary/b"}}]}\n{"resourceType":"Binary","id":"b","data":"a29vcnRz"}\n',
    },
    {
      'a.json':
        '{"resourceType":"Bundle","entry":[\n{"fullUrl":"urn:uuid:b","resource":{"resourceType":"Binary","data":"a29vcnRz"}},\n{"resource":{"resourceType":"DiagnosticReport","conclusion":"x","presentedForm":[{"url":"urn:uuid:b"}]}}]}',
    },
  ],
  xmi: [
    {
      'a.xmi':
        '<?xml version="1.0"?><xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:cas="http:///uima/cas.ecore" xmlns:c="http:///webanno/custom.ecore"><c:Drug xmi:id="2" sofa="1" begin="0" end="5" value="X"><l>a</l><l>b</l></c:Drug><cas:Sofa xmi:id="1" sofaID="v" sofaString="tuse 😀&#13;&#10;"/><cas:View sofa="1" members="2"/></xmi:XMI>',
      'TypeSystem.xml':
        '<typeSystemDescription><types><typeDescription><name>webanno.custom.Drug</name><supertypeName>webanno.custom.Drug</supertypeName><features><featureDescription><name>value</name><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription></features></typeDescription></types></typeSystemDescription>',
    },
  ],
  casJson: [
    {
      a: '{"%TYPES":{},"%FEATURE_STRUCTURES":[{"%ID":1,"%TYPE":"uima.cas.Sofa","sofaID":"v","sofaString":"tuse 😀"},{"%ID":2,"%TYPE":"x.Drug","@sofa":1,"begin":0,"end":4,"value":"X","@l":3},{"%ID":3,"%TYPE":"uima.cas.StringArray","%ELEMENTS":["a"]}],"%VIEWS":{"v":{"%SOFA":1,"%MEMBERS":[2]}}}',
    },
  ],
  omop: [
    {
      'NOTE.csv':
        'note_id,person_id,note_date,note_title,note_text\n1,7,2026-11-30,x,"Tuse 😀\n și febră"\n2,,,,"b"\n',
      'NOTE_NLP.csv':
        'note_nlp_id,note_id,"offset",lexical_variant,note_nlp_concept_id,term_modifiers\n1,1,0,Tuse,5,"a=b, c=d"\n2,1,11,febră,0,type=X\n3,9,0,x,1,\n',
    },
  ],
  webannoTsv: [
    {
      a: '#FORMAT=WebAnno TSV 3.3\n#T_SP=x.Drug|value|dose\n\n\n#Text=Tuse 😀\n1-1\t0-4\tTuse\tA[1]|B[2]\t*[1]|5\\_mg[2]\t\n1-2\t5-7\t😀\tA[1]\t*[1]\t\n1-2.1\t5-6\tx\t_\t_\t\n\n#Text=b\n2-1\t8-9\tb\t_\t_\t\n',
    },
  ],
  gate: [
    {
      a: '<GateDocument><GateDocumentFeatures><Feature><Name>a</Name><Value>b</Value></Feature></GateDocumentFeatures><TextWithNodes><Node id="0"/>Tuse 😀<Node id="7"/> x</TextWithNodes><AnnotationSet Name="Key"><Annotation Id="1" Type="X" StartNode="0" EndNode="7"><Feature><Name>n</Name><Value>t</Value></Feature></Annotation></AnnotationSet></GateDocument>',
    },
  ],
  opus: [
    {
      a: '<?xml version="1.0"?><document><p id="1"><s id="1"><w>Tuse</w> <w>😀</w></s>\n<s id="2">b</s></p></document>',
    },
  ],
  tmx: [
    {
      a: '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "t.dtd"><tmx version="1.4"><body><tu tuid="1"><tuv xml:lang="ro"><seg>Tuse <ph>x</ph>😀</seg></tuv><tuv xml:lang="nl"><seg>Hoest</seg></tuv></tu></body></tmx>',
    },
  ],
  mediawiki: [
    {
      a: '<mediawiki xml:lang="ro"><siteinfo><namespaces><namespace key="6">Fișier</namespace></namespaces></siteinfo><page><title>Tuse</title><ns>0</ns><id>1</id><revision><timestamp>2026-11-30T14:05:00Z</timestamp><text>{{a|{{b}}}} == Tuse ==\n* [[x|y]] &lt;ref&gt;z&lt;/ref&gt; 😀 [[Fișier:a|b]]\n{| c\n|}</text></revision></page><page><title>B</title><redirect title="Tuse"/></page></mediawiki>',
    },
    {
      'a.bz2': Uint8Array.from(atob(dumpInBzip2), (character) => character.charCodeAt(0)),
    },
  ],
  brat: [
    {
      'a.txt': plain,
      'a.ann':
        'T1\tDISO 22 27\tfebră\nA1\tNegated T1\nT2\tDISO 35 39;52 56\ttuse notă\nR1\tX Arg1:T1 Arg2:T2\n#1\tNote T1\tx\n',
    },
  ],
  doccano: [
    {
      a: '{"id": 1, "text": "febră 😀 tuse", "label": [[0, 5, "DISO"], [9, 13, "DISO"]], "meta": {"w": 1}}\n{"text": "b", "labels": ["x"]}\n{"data": "c d", "entities": [{"id": 0, "label": "X", "start_offset": 0, "end_offset": 1}], "cats": ["y"]}\n',
    },
    {
      a: '[{"id":1,"text":"a b","annotations":[{"label":3,"start_offset":0,"end_offset":1,"user":1}]}]',
    },
  ],
  prodigy: [
    {
      a: '{"text":"febră 😀 tuse","_input_hash":-1,"tokens":[{"text":"febră","start":0,"end":5,"id":0},{"text":"tuse","start":8,"end":12,"id":1}],"spans":[{"start":0,"end":5,"token_start":0,"token_end":0,"label":"DISO"},{"token_start":1,"token_end":1,"label":"X"}],"answer":"accept","_timestamp":1.5}\n{"text":"b","options":[{"id":"A","text":"A"}],"accept":["A"],"answer":"reject"}\n',
    },
  ],
  spacy: [
    {
      a: '["febră 😀 tuse", {"entities": [[0, 5, "DISO"]], "cats": {"A": 1.0, "B": 0}}]\n["b", {"entities": []}, 3]\n',
    },
    {
      a: '[{"text":"febră tuse","ents":[{"start":0,"end":5,"label":"X"}],"spans":{"sc":[{"start":0,"end":1,"label":"Y"}]},"tokens":[]}]',
    },
  ],
  conll: [
    { a: '-DOCSTART- -X- O\n\nfebră NN B-X\nmare JJ I-X\n\ntuse NN B-Y\n. . O\n' },
    {
      a: '# newdoc id = b\n1\tDolor\t_\tNE=B-X\n2-3\tdel\t_\t_\n2\tde\t_\tNE=I-X\n3\tel\t_\tNE=I-X\n4\tpie\t_\tSpaceAfter=No|NE=I-X\n5\t.\t_\t_\n',
    },
  ],
  'label-studio': [
    {
      a: '[{"id":1,"data":{"text":"febră 😀 tuse","w":"A"},"annotations":[{"completed_by":3,"result":[{"id":"r","type":"labels","from_name":"l","to_name":"t","value":{"start":0,"end":5,"text":"febră","labels":["X","Y"]}},{"id":"r","type":"choices","from_name":"n","value":{"start":0,"end":5,"choices":["yes"]}},{"type":"choices","value":{"choices":["c"]}},{"type":"relation","from_id":"r","to_id":"r"}]},{"was_cancelled":true,"result":[{}]}],"predictions":[{"model_version":"m","score":0.5,"result":[{"type":"labels","value":{"start":9,"end":13,"labels":["X"]}}]}],"drafts":[{"result":[{}]}]}]',
    },
    {
      a: '[{"id":1,"text":"febră tuse","label":[{"start":0,"end":5,"text":"febră","labels":["X"]}],"kind":{"choices":["a"]},"annotator":1,"annotation_id":2}]',
    },
  ],
  'bioc-json': [
    {
      a: '{"source":"s","date":"","key":"","infons":{},"documents":[{"id":"1","infons":{},"passages":[{"offset":0,"infons":{"type":"title"},"text":"Febră 😀 tuse","annotations":[{"id":"1","infons":{"type":"X"},"text":"tuse","locations":[{"offset":8,"length":4}]}]},{"offset":13,"sentences":[{"offset":13,"text":"a b c","annotations":[{"id":"2","infons":{},"text":"a c","locations":[{"offset":13,"length":1},{"offset":17,"length":1}]}]}]}],"relations":[{"id":"R"}]}]}',
    },
  ],
  'bioc-xml': [
    {
      a: '<?xml version="1.0"?><collection><source>s</source><document><id>1</id><passage><infon key="type">t</infon><offset>0</offset><text>Febră 😀 tuse &amp; a</text><annotation id="1"><infon key="type">X</infon><location offset="8" length="4"/><text>tuse</text></annotation></passage><relation id="R"><node refid="1" role=""/></relation></document></collection>',
    },
  ],
  pubtator: [
    {
      a: '1|t|Febră 😀 tuse\n1|a|Fără durere\n1\t8\t12\ttuse\tX\tD1\n1\tCID\tD1\tD2\n\n2|t|b\n2|a|\n',
    },
  ],
};
