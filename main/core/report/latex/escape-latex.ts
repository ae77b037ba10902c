/**
 * Text of a study as text of LaTeX. What pdfTeX does not know is given to `\\Letter`, which writes it
 * where the machine can (LuaLaTeX, XeLaTeX) and names it by its number where not.
 */
export function escapeLatex(text: string): string {
  return Array.from(text, (character) => {
    const known = replacements[character];
    if (known !== undefined) return known;
    if (/^[\u0020-\u007e\u00a0-\u017f]$/.test(character)) return character;
    const code = character.codePointAt(0) ?? 0;
    if (code < 32 || /^[\p{Cc}\p{Cf}\p{Cs}]$/u.test(character)) return '';
    return `\\Letter{${code.toString(16).toUpperCase().padStart(4, '0')}}{${character}}`;
  }).join('');
}

const math = (symbol: string) => `\\ensuremath{${symbol}}`;

const replacements: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '#': '\\#',
  '%': '\\%',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  // Two of them would become a typographer’s.
  '"': '\\textquotedbl{}',
  '-': '{-}',
  '`': '\\textasciigrave{}',
  "'": '\\textquotesingle{}',
  '\n': ' ',
  '\t': ' ',
  '\u00a0': '~',
  '\u202f': '\\,',
  '\u2009': '\\,',
  '\u2011': '{-}',
  ș: 'ș',
  ț: 'ț',
  Ș: 'Ș',
  Ț: 'Ț',
  '–': '\\textendash{}',
  '—': '\\textemdash{}',
  '‘': '\\textquoteleft{}',
  '’': '\\textquoteright{}',
  '“': '\\textquotedblleft{}',
  '”': '\\textquotedblright{}',
  '„': '\\quotedblbase{}',
  '•': '\\textbullet{}',
  '…': '\\dots{}',
  '−': math('-'),
  '→': math('\\rightarrow'),
  '≤': math('\\leq'),
  '≥': math('\\geq'),
  '≈': math('\\approx'),
  '×': math('\\times'),
  '±': math('\\pm'),
  '·': math('\\cdot'),
  '²': '\\textsuperscript{2}',
  '³': '\\textsuperscript{3}',
  '¹': '\\textsuperscript{1}',
  µ: math('\\mu'),
  α: math('\\alpha'),
  β: math('\\beta'),
  γ: math('\\gamma'),
  δ: math('\\delta'),
  κ: math('\\kappa'),
  μ: math('\\mu'),
  ρ: math('\\rho'),
  σ: math('\\sigma'),
  χ: math('\\chi'),
};
