import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** Not named `require`: the build puts a name of its own beside that one. */
const packages = createRequire(import.meta.url);

const files = [
  '@expo-google-fonts/libertinus-serif/400Regular/LibertinusSerif_400Regular.ttf',
  '@expo-google-fonts/libertinus-serif/700Bold/LibertinusSerif_700Bold.ttf',
  '@expo-google-fonts/libertinus-mono/400Regular/LibertinusMono_400Regular.ttf',
] as const;

/**
 * The fonts of all that is set, as they come with the program. Those that the compiler holds itself
 * stand behind those of the machine of the same name, and a report would differ between machines.
 */
export function readPaperFonts(): Buffer[] {
  return files.map((file) => readFileSync(packages.resolve(file)));
}
