/** Elements inside a word or phrase: H<sub>2</sub>O is one word. */
const inlineElements = new Set(
  'a abbr b big bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);
/** Elements that begin or end a line. */
const blockElements = new Set(
  'address article aside blockquote body br caption center dd div dl dt footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol p pre section table tbody tfoot thead title tr ul'.split(
    ' ',
  ),
);
const otherElements = new Set(
  'acronym area audio base basefont bgsound blink button canvas col colgroup data datalist details dialog dir embed fieldset figcaption figure frame frameset iframe img input label legend link map marquee menu meta meter nobr noframes noscript object optgroup option output param picture progress rp rt ruby script select slot source style summary svg td template textarea th time track video wbr'.split(
    ' ',
  ),
);
/** Of HTML, but in capitals and alone also what stands for something that was taken out of a note. */
const alsoPlaceholders = new Set(
  'ADDRESS CODE DATA IMG INPUT LABEL LINK MAP OBJECT OUTPUT SECTION SOURCE SUMMARY TIME TITLE TRACK'.split(
    ' ',
  ),
);

/** What takes the place of a tag: blocks become line breaks, phrases vanish, others become a blank. */
export function substituteFor(element: string): string {
  const lower = element.toLowerCase();
  if (inlineElements.has(lower)) return '';
  return blockElements.has(lower) ? '\n' : ' ';
}

/** Whether an opening tag without attributes needs nothing that closes it to be one. */
export function isHtmlElement(element: string): boolean {
  const lower = element.toLowerCase();
  const isKnown = inlineElements.has(lower) || blockElements.has(lower) || otherElements.has(lower);
  return isKnown && !alsoPlaceholders.has(element);
}
