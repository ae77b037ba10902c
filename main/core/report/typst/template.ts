/** They come with the program: the same on every machine, with ș and ț, Greek and Cyrillic. */
export const paperFonts = ['Libertinus Serif', 'Libertinus Mono'] as const;

const fonts = paperFonts.map((font) => `"${font}"`).join(', ');

/** How a report looks on A4; what it says comes after, as calls with literals. Grey, never colour. */
export const template = `
#set text(font: (${fonts}), fallback: false, size: 10pt)
#set page(paper: "a4", margin: (x: 20mm, top: 22mm, bottom: 20mm), numbering: "1 / 1")
#set par(leading: 0.6em, spacing: 0.9em)
#set figure(numbering: none, gap: 0.5em)
#set table(stroke: none, inset: (x: 3.5pt, y: 3pt))
#show heading: set block(above: 1.6em, below: 0.7em, sticky: true)
#show heading.where(level: 1): set text(size: 14pt)
#show heading.where(level: 2): set text(size: 11.5pt)
#show figure: set block(above: 1.2em, below: 1.2em)
#show figure.where(kind: table): set block(breakable: true)
#show figure.where(kind: table): set figure.caption(position: top)
#show figure: it => align(left, it)
#show figure.caption.where(kind: table): it => block(width: 100%, sticky: true, align(left, text(size: 9.5pt, weight: "bold", it.body)))
#show figure.caption.where(kind: image): it => align(left, text(size: 9pt, fill: luma(32%), it.body))
#show title: set text(size: 20pt)

#let grey = luma(32%)
#let hair = 0.4pt + luma(70%)
#let quiet(body) = text(fill: grey, body)
#let code(body) = text(font: "Libertinus Mono", size: 0.9em, body)
#let english(body) = text(lang: "en", body)
#let under(body) = block(above: 0.45em, below: 0pt, text(size: 0.85em, fill: grey, body))
#let note(body) = par(text(size: 9pt, fill: grey, body))
#let mark(name) = [#metadata(none)#label(name)]
#let grid-of(size, aligned, header, rows) = {
  set text(size: size)
  set par(leading: 0.5em)
  align(left, table(
    columns: aligned.len(),
    align: aligned,
    table.hline(stroke: 0.8pt),
    table.header(..header.map(each => strong(each))),
    table.hline(stroke: 0.5pt),
    ..rows,
    table.hline(stroke: 0.8pt),
  ))
}
`;
