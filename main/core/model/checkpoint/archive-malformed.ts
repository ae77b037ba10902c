import { AnamnesisError } from '#core/base/error.ts';

/** The error for a pytorch_model.bin that is not as `torch.save` writes it, in either layout. */
export function archiveMalformed(place: string, expected: string, found: string): AnamnesisError {
  return new AnamnesisError('checkpoint.archive-malformed', {
    expected,
    found,
    remedy: 'Copy the file again, or convert it to safetensors where it was made.',
    place,
  });
}
