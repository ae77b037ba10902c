import { escapeXml } from '../escape-xml.ts';
import type { ReportFigure } from '../document/report-document.ts';

/** English Metric Units: of a millimetre, and of the width between the margins. */
const unitsPerMillimetre = 36_000;
const figureWidth = 170 * unitsPerMillimetre;

/** Where the two forms of a picture lie: relationships of the document. */
export interface FigureParts {
  readonly number: number;
  readonly metafile: string;
  readonly svg: string;
}

/** A picture of vectors with its text alternative: SVG, and a metafile for a Word that knows none. */
export function writeDrawing(
  { title, text, picture }: ReportFigure,
  { number, metafile, svg }: FigureParts,
): string {
  const height = Math.round((figureWidth * picture.height) / picture.width);
  const size = `cx="${figureWidth}" cy="${height}"`;
  const named = `id="${number}" name="Figure ${number}" title="${escapeXml(title)}" descr="${escapeXml(text)}"`;
  return [
    `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/>`,
    `<wp:docPr ${named}/>`,
    '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">',
    `<pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>`,
    `<pic:blipFill><a:blip r:embed="${metafile}"><a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}">`,
    `<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${svg}"/>`,
    '</a:ext></a:extLst></a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill>',
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>`,
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
  ].join('');
}
