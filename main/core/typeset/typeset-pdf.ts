import { join } from 'node:path';
import { AnamnesisError } from '#core/base/error.ts';
import { say } from '#core/wording/say.ts';
import { nameUndisplayable } from './name-undisplayable.ts';
import { readPaperFonts } from './paper-fonts.ts';

/**
 * A document of Typst as tagged PDF (PDF/UA-1). Letters that no font of the compiler holds are named
 * by their number, such as [U+4E2D]: the standard allows no empty boxes, and neither do readers.
 * @throws report.unset where the document is wrong, which is a fault of ours
 */
export async function typesetPdf(source: string): Promise<Uint8Array> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
  // A folder that is not there: documents hold all that they show, and shall read nothing else.
  const workspace = join(import.meta.dirname, 'nothing');
  const fontArgs = [{ fontBlobs: readPaperFonts() }];
  const compiler = NodeCompiler.create({ workspace, fontArgs });
  const print = (text: string): Uint8Array => {
    const { result } = compiler.compile({ mainFileContent: text });
    if (result === null) throw new Error('the document does not compile');
    return compiler.pdf(result, { pdfStandard: 'ua-1' });
  };
  try {
    return printNaming(source, print);
  } catch (cause) {
    throw new AnamnesisError('report.unset', {
      expected: say('report', 'settable'),
      found: say('report', 'refusedByTypesetter'),
      remedy: say('report', 'chooseOtherFormat'),
      cause,
    });
  } finally {
    // Its memory of earlier documents is global and would only grow.
    compiler.evictCache(0);
  }
}

/** How often letters may turn out to be missing: all that are missing are told at once. */
const attempts = 3;

function printNaming(source: string, print: (source: string) => Uint8Array): Uint8Array {
  let text = source;
  for (let attempt = 1; ; attempt++) {
    try {
      return print(text);
    } catch (cause) {
      const named = nameUndisplayable(text, String(cause));
      if (named === text || attempt === attempts) throw cause;
      text = named;
    }
  }
}
