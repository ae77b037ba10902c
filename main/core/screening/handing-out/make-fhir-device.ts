import { inEnglish } from '#core/base/phrase.ts';
import type { HandingOutWording } from '#core/wording/handing-out/en.ts';
import { asText, idOf, type FhirEntry } from './fhir-parts.ts';
import type { HandOut } from './hand-out.ts';

/** The program with the released model: what it is for, on whom, and why it is only for trial. */
export function makeDevice(
  { release, standing, programVersion }: HandOut,
  handingOut: HandingOutWording,
): FhirEntry {
  const { model, intendedUse, population, trialReasons, preprocessing } = release.content;
  const isAtWork = standing === 'in-use' || standing === 'for-trial';
  const notes = [
    handingOut.intendedUse(intendedUse),
    handingOut.population(population),
    ...trialReasons.map((reason) => `${handingOut.forTrial} ${inEnglish(reason)}`),
  ];
  return {
    fullUrl: idOf('release', release.id, model.hash),
    resource: {
      resourceType: 'Device',
      identifier: [{ type: asText('SHA-256 of the weights'), value: model.hash }],
      status: isAtWork ? 'active' : 'inactive',
      deviceName: [
        { name: `Anamnesis: ${release.name}`, type: 'user-friendly-name' },
        { name: model.name, type: 'model-name' },
      ],
      version: [
        { type: asText('program'), value: programVersion },
        { type: asText('release'), value: String(release.id) },
        { type: asText('SHA-256 of the preprocessing'), value: preprocessing },
      ],
      note: notes.map(asText),
    },
  };
}
