import { join } from 'node:path';
import { onnxFile, quantisedOnnxFile } from '#core/model/checkpoint/write-onnx.ts';
import type { EncoderConfiguration, Head } from '#core/model/configuration.ts';
import { openExportedModel } from '#core/runtime/exported-model.ts';
import type { Tokenizer } from '#core/tokenise/tokenizer.ts';
import { checkAgreement, measureAgreement, type Agreement } from './agreement.ts';
import { sampleTargets } from './sample-targets.ts';

/**
 * Opens the float32 and the int8 file of an exported folder as others will, and holds what they say
 * about the texts against each other.
 * @throws model.sample-insufficient, model.quantised-disagrees, runtime.failed
 */
export async function compareForms(
  folder: string,
  model: { tokenizer: Tokenizer; encoder: EncoderConfiguration; head: Head | null },
  texts: readonly string[],
): Promise<Agreement> {
  const rows = texts
    .map((text, index) => sampleTargets(model, text, index))
    .filter(({ targets }) => targets.length > 0);
  const reference = await openExportedModel(join(folder, onnxFile));
  try {
    const quantised = await openExportedModel(join(folder, quantisedOnnxFile));
    try {
      const agreement = await measureAgreement([reference, quantised], rows, {
        perText: model.head?.kind === 'sequence-classification',
        hasClasses: model.head !== null,
      });
      checkAgreement(agreement);
      return agreement;
    } finally {
      await quantised.dispose();
    }
  } finally {
    await reference.dispose();
  }
}
