import { Option } from 'commander';
import { languages } from '#core/wording/language.ts';

/** In which language people read results; data files are the same in all. */
export function languageOption(): Option {
  return new Option('--language <code>', 'language of the printed results and of report.html')
    .choices(Object.keys(languages))
    .default('en');
}
