const set = (names: string) => new Set(names.split(' '));

/** Elements that stand on lines of their own. */
export const blockElements = set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup option p pre section summary table tbody tfoot thead tr ul',
);

/** Elements whose content nobody sees as text. */
export const unseenElements = set(
  'script style template noscript head title object embed applet audio video canvas svg math iframe map datalist',
);

/** Elements whose white space stands as it is. */
export const preformattedElements = set('pre textarea listing xmp plaintext');
