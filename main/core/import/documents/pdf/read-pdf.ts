import { getResolvedPDFJS } from 'unpdf';
import type { ReadLimits } from '../read-limits.ts';
import { toPageLines } from './page-lines.ts';
import type { PdfEnd, PdfPage } from './pdf-text.ts';
import { type Matrix, placeItems, type RawItem } from './place-items.ts';
import { countUnknown } from './unknown-letters.ts';
import { readWidgets } from './widgets.ts';

/** Far more than a record of a patient has, and stretches of text on one page. */
const mostPages = 10_000;
const mostItems = 200_000;

/** What is said of a PDF while it is read. */
export type PdfEvent =
  | {
      readonly kind: 'begun';
      readonly pageCount: number;
      readonly title: string | null;
      readonly attachmentCount: number;
    }
  | { readonly kind: 'page'; readonly page: PdfPage };

/**
 * The pages of a PDF one by one; returns why there are no more. To be called in a process of its
 * own: what the library makes of damaged bytes may hang, need all memory, or be a rejection that
 * nobody can catch.
 */
export async function* readPdf(
  data: Uint8Array,
  { documentLength }: Pick<ReadLimits, 'documentLength'>,
): AsyncGenerator<PdfEvent, PdfEnd> {
  const { getDocument } = await getResolvedPDFJS();
  const task = getDocument({
    data,
    verbosity: 0,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    useWasm: false,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const pageCount = document.numPages;
    const title = await readTitle(document);
    const attachments: unknown = await document.getAttachments().catch(() => null);
    const attachmentCount = Object.keys(attachments ?? {}).length;
    yield { kind: 'begun', pageCount, title, attachmentCount };
    let length = 0;
    for (let number = 1; number <= pageCount; number++) {
      if (number > mostPages || length > documentLength) return 'beyond-limits';
      const page = await readPage(document, number);
      for (const line of page.lines) length += line.length + 1;
      yield { kind: 'page', page };
    }
    return 'whole';
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'password' : 'damaged';
  } finally {
    await task.destroy().catch(() => undefined);
  }
}

type PdfDocument = Awaited<
  ReturnType<Awaited<ReturnType<typeof getResolvedPDFJS>>['getDocument']>['promise']
>;

async function readTitle(document: PdfDocument): Promise<string | null> {
  const metadata = await document.getMetadata().catch(() => null);
  const { Title: title } = (metadata?.info ?? {}) as { readonly Title?: unknown };
  return typeof title === 'string' && title.trim() !== '' ? title.trim() : null;
}

interface TextContentStream {
  getReader(): {
    read(): Promise<
      | { readonly done: false; readonly value: { readonly items: readonly PdfItem[] } }
      | { readonly done: true }
    >;
    cancel(): Promise<void>;
  };
}

const nothing: PdfPage = { lines: [], unknownCount: 0, buttonCount: 0, remarkCount: 0 };

/** What is on a page; nothing where it cannot be read. */
async function readPage(document: PdfDocument, number: number): Promise<PdfPage> {
  try {
    const page = await document.getPage(number);
    const view = page.getViewport({ scale: 1 }).transform as unknown as Matrix;
    const items: RawItem[] = [];
    // The library's type is of the web platform, which the pure ring does not know.
    const reader = (page.streamTextContent() as TextContentStream).getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      const { items: found } = next.value;
      for (const { str, transform, width, height } of found) {
        if (str === undefined || str === '' || transform?.length !== 6) continue;
        // Blanks without a height are the library's own guesses.
        if (str.trim() === '' && height === 0) continue;
        items.push({
          text: str,
          matrix: transform.map(Number) as unknown as Matrix,
          width: width ?? 0,
        });
      }
      if (items.length > mostItems) {
        await reader.cancel();
        break;
      }
    }
    const widgets = readWidgets(await page.getAnnotations().catch(() => []));
    page.cleanup();
    const placed = placeItems([...items, ...widgets.items], view);
    const lines = placed.flatMap((ofOneDirection, index) =>
      index === 0 ? toPageLines(ofOneDirection) : ['', ...toPageLines(ofOneDirection)],
    );
    const { buttonCount, remarkCount } = widgets;
    return { lines, unknownCount: countUnknown(lines), buttonCount, remarkCount };
  } catch {
    return nothing;
  }
}

interface PdfItem {
  readonly str?: string;
  readonly transform?: readonly unknown[];
  readonly width?: number;
  readonly height?: number;
}
