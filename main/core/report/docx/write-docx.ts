import { zipSync } from 'fflate';
import { escapeXml } from '../escape-xml.ts';
import { listAnchors } from '../document/list-anchors.ts';
import type { ReportDocument, ReportFigure } from '../document/report-document.ts';
import { writeSvg } from '../svg/write-svg.ts';
import { localeOf, writeStyles } from './styles.ts';
import { writeBody } from './write-body.ts';
import type { FigureParts } from './write-figure.ts';
import { writeMetafile } from './write-metafile.ts';

const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordprocessing = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/**
 * A report as DOCX (ECMA-376, transitional): real headings, tables and lists that can be edited. The
 * same report gives the same bytes: dates are the study's, and the archive has none.
 */
export function writeDocx(report: ReportDocument): Uint8Array<ArrayBuffer> {
  const figures: ReportFigure[] = [];
  const body = writeBody(report, {
    anchors: listAnchors(report),
    nextId: createCounter(),
    keepFigure: (figure) => {
      figures.push(figure);
      return partsOf(figures.length);
    },
  });
  const encoder = new TextEncoder();
  const texts: Record<string, string> = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': writeRelationships([
      ['r1', `${office}/relationships/officeDocument`, 'word/document.xml'],
      ['r2', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': writeProperties(report),
    'word/document.xml': writeDocument(body),
    'word/styles.xml': writeStyles(report.language),
    'word/numbering.xml': bullets,
    'word/settings.xml': writeSettings(report),
    'word/footer.xml': footer,
    'word/_rels/document.xml.rels': writeRelationships([
      ['styles', `${office}/relationships/styles`, 'styles.xml'],
      ['numbering', `${office}/relationships/numbering`, 'numbering.xml'],
      ['settings', `${office}/relationships/settings`, 'settings.xml'],
      ['footer', `${office}/relationships/footer`, 'footer.xml'],
      ...figures.flatMap((_, index): Relationship[] => {
        const { metafile, svg } = partsOf(index + 1);
        return [
          [metafile, `${office}/relationships/image`, `media/figure-${index + 1}.emf`],
          [svg, `${office}/relationships/image`, `media/figure-${index + 1}.svg`],
        ];
      }),
    ]),
  };
  const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
  const files: Record<string, Uint8Array> = {
    ...Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, encoder.encode(declaration + text)]),
    ),
    ...Object.fromEntries(
      figures.flatMap(({ picture }, index) => [
        [`word/media/figure-${index + 1}.emf`, writeMetafile(picture)],
        [
          `word/media/figure-${index + 1}.svg`,
          encoder.encode(writeSvg(picture, ['Calibri', 'Carlito', 'Helvetica', 'sans-serif'])),
        ],
      ]),
    ),
  };
  // The earliest date of an archive, in whatever time zone this runs.
  return zipSync(files, { mtime: new Date(1980, 0, 1), level: 6 });
}

type Relationship = readonly [id: string, type: string, target: string];

function createCounter(): () => number {
  let last = 0;
  return () => ++last;
}

function partsOf(number: number): FigureParts {
  return { number, metafile: `metafile${number}`, svg: `svg${number}` };
}

const contentTypes = [
  `<Types xmlns="${packages}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  '<Default Extension="emf" ContentType="image/x-emf"/>',
  '<Default Extension="svg" ContentType="image/svg+xml"/>',
  `<Override PartName="/word/document.xml" ContentType="${wordprocessing}.document.main+xml"/>`,
  `<Override PartName="/word/styles.xml" ContentType="${wordprocessing}.styles+xml"/>`,
  `<Override PartName="/word/numbering.xml" ContentType="${wordprocessing}.numbering+xml"/>`,
  `<Override PartName="/word/settings.xml" ContentType="${wordprocessing}.settings+xml"/>`,
  `<Override PartName="/word/footer.xml" ContentType="${wordprocessing}.footer+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('');

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

const bullets = [
  `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>`,
  '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>',
  '<w:pPr><w:ind w:left="284" w:hanging="284"/></w:pPr></w:lvl></w:abstractNum>',
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
].join('');

const field = (name: string) =>
  `<w:fldSimple w:instr="${name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
const footer = `<w:ftr ${w}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${field('PAGE')}<w:r><w:t xml:space="preserve"> / </w:t></w:r>${field('NUMPAGES')}</w:p></w:ftr>`;

function writeDocument(body: string): string {
  return [
    `<w:document ${w} xmlns:r="${office}/relationships"`,
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture">',
    `<w:body>${body}<w:sectPr><w:footerReference w:type="default" r:id="footer"/>`,
    '<w:pgSz w:w="11906" w:h="16838"/>',
    '<w:pgMar w:top="1247" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>',
    '</w:sectPr></w:body></w:document>',
  ].join('');
}

function writeSettings({ language }: ReportDocument): string {
  return `<w:settings ${w}><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="${localeOf[language]}"/></w:settings>`;
}

function writeProperties({ title, language, createdAtMs }: ReportDocument): string {
  const at = `${new Date(createdAtMs).toISOString().slice(0, 19)}Z`;
  return [
    `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">`,
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>Anamnesis</dc:creator><dc:language>${localeOf[language]}</dc:language>`,
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    '</cp:coreProperties>',
  ].join('');
}

function writeRelationships(relationships: readonly Relationship[]): string {
  return [
    `<Relationships xmlns="${packages}/relationships">`,
    ...relationships.map(
      ([id, type, target]) => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`,
    ),
    '</Relationships>',
  ].join('');
}
