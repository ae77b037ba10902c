import type { Language } from '#core/wording/language.ts';

export const localeOf: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  nl: 'nl-NL',
  es: 'es-ES',
  ro: 'ro-RO',
};

const grey = '525252';

interface Style {
  readonly id: string;
  readonly name: string;
  readonly type?: 'paragraph' | 'character';
  readonly basedOn?: string;
  readonly paragraph?: string;
  readonly run?: string;
}

const spacing = (before: number, after: number) =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`;
const size = (halfPoints: number) => `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`;
const heading = (level: number) => `<w:outlineLvl w:val="${level}"/>`;

/** Names that Word knows are those of its own styles, so that its outline and contents find them. */
const styles: readonly Style[] = [
  { id: 'Title', name: 'Title', paragraph: spacing(0, 120), run: `<w:b/>${size(40)}` },
  {
    id: 'Heading1',
    name: 'heading 1',
    paragraph: `<w:keepNext/>${spacing(360, 120)}${heading(0)}`,
    run: `<w:b/>${size(28)}`,
  },
  {
    id: 'Heading2',
    name: 'heading 2',
    paragraph: `<w:keepNext/>${spacing(240, 80)}${heading(1)}`,
    run: `<w:b/>${size(23)}`,
  },
  {
    id: 'Caption',
    name: 'caption',
    paragraph: `<w:keepNext/>${spacing(180, 60)}`,
    run: `<w:b/>${size(19)}`,
  },
  { id: 'FigureCaption', name: 'Figure caption', basedOn: 'Note' },
  {
    id: 'Note',
    name: 'Note',
    paragraph: spacing(60, 100),
    run: `<w:color w:val="${grey}"/>${size(18)}`,
  },
  { id: 'Cell', name: 'Cell', paragraph: spacing(20, 20), run: size(18) },
  { id: 'CellSmall', name: 'Cell small', basedOn: 'Cell', run: size(16) },
  { id: 'CellTiny', name: 'Cell tiny', basedOn: 'Cell', run: size(13) },
  {
    id: 'CellUnder',
    name: 'Cell under',
    basedOn: 'Cell',
    run: `<w:color w:val="${grey}"/>${size(15)}`,
  },
  { id: 'AfterTable', name: 'After table', paragraph: spacing(0, 60), run: size(8) },
  {
    id: 'ListBullet',
    name: 'List Bullet',
    paragraph: `<w:numPr><w:numId w:val="1"/></w:numPr>${spacing(20, 40)}<w:ind w:left="284" w:hanging="284"/>`,
  },
  {
    id: 'Notice',
    name: 'Notice',
    paragraph: `<w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="000000"/></w:pBdr>${spacing(40, 40)}`,
  },
  { id: 'Footer', name: 'footer', paragraph: '<w:jc w:val="center"/>', run: size(17) },
  { id: 'Hyperlink', name: 'Hyperlink', type: 'character', run: '<w:noProof/>' },
  { id: 'Quiet', name: 'Quiet', type: 'character', run: `<w:color w:val="${grey}"/>` },
  {
    id: 'Code',
    name: 'Code',
    type: 'character',
    run: `<w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Consolas"/><w:noProof/>`,
  },
];

/** word/styles.xml: the looks of a report in its language. */
export function writeStyles(language: Language): string {
  const font = 'w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri" w:eastAsia="Calibri"';
  return [
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts ${font}/>${size(21)}<w:lang w:val="${localeOf[language]}"/></w:rPr></w:rPrDefault>`,
    `<w:pPrDefault><w:pPr>${spacing(60, 100)}</w:pPr></w:pPrDefault></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    ...styles.map(writeStyle),
    '<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report table"/><w:tblPr>',
    '<w:tblBorders><w:top w:val="single" w:sz="8" w:color="000000"/><w:bottom w:val="single" w:sz="8" w:color="000000"/><w:insideH w:val="single" w:sz="2" w:color="B0B0B0"/></w:tblBorders>',
    '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders><w:bottom w:val="single" w:sz="6" w:color="000000"/></w:tcBorders><w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>',
    '</w:style></w:styles>',
  ].join('');
}

function writeStyle({
  id,
  name,
  type = 'paragraph',
  basedOn = 'Normal',
  paragraph,
  run,
}: Style): string {
  return [
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/>`,
    type === 'paragraph' ? `<w:basedOn w:val="${basedOn}"/><w:qFormat/>` : '',
    paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`,
    run === undefined ? '' : `<w:rPr>${run}</w:rPr>`,
    '</w:style>',
  ].join('');
}
