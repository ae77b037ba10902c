/** The whole style of the report. Its hash stands in the page's security policy. */
export const reportStyle = `
:root {
  color-scheme: light dark;
  --page: #ffffff; --ink: #1b2530; --muted: #5a6675; --line: #dde2e8; --faint: #f5f7f9;
  --accent: #0a6c74; --fold: #6d8aa0; --pair: #c3ced8; --notice: #8a5a00; --notice-page: #fdf6e7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #12171c; --ink: #e4e9ee; --muted: #9aa7b5; --line: #2b343e; --faint: #1a2128;
    --accent: #62c6c6; --fold: #87a3b8; --pair: #3a4753; --notice: #e6b65c; --notice-page: #241e12;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body {
  margin: 0 auto; padding: 3.5rem 2rem 5rem; max-width: 62rem; background: var(--page); color: var(--ink);
  font: 16px/1.55 "Inter", "Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", Arial, sans-serif;
  -webkit-text-size-adjust: 100%;
}
h1 { margin: 0 0 .25rem; font-size: 1.9rem; line-height: 1.2; font-weight: 650; letter-spacing: -.015em; }
h2 { margin: 3.5rem 0 .5rem; font-size: 1.3rem; line-height: 1.3; font-weight: 650; letter-spacing: -.01em; }
p { margin: .5rem 0; max-width: 46rem; }
a { color: inherit; text-decoration: underline; text-decoration-color: var(--line); text-underline-offset: .2em; }
a:hover { color: var(--accent); text-decoration-color: currentcolor; }
a:focus-visible, summary:focus-visible, .table:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.eyebrow { margin: 0 0 .5rem; color: var(--accent); font-size: .8rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase; }
.muted, .facts { color: var(--muted); font-size: .9rem; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: .75rem 1.5rem; margin: 1.5rem 0 0; padding: 1rem 0 0; border-top: 1px solid var(--line); }
.facts dd { margin: 0; color: var(--ink); overflow-wrap: anywhere; }
ul.findings { margin: .75rem 0; padding: 0; list-style: none; max-width: 46rem; }
ul.findings li { padding: .75rem 0; border-top: 1px solid var(--line); }
ul.findings li:last-child { border-bottom: 1px solid var(--line); }
.notice { margin: 1.5rem 0; padding: .9rem 1.1rem; border-left: 3px solid var(--notice); background: var(--notice-page); max-width: none; }
.notice h2 { margin: 0 0 .25rem; font-size: 1rem; color: var(--notice); }
.notice ul { margin: 0; padding-left: 1.1rem; }
.table { margin: 1.5rem 0; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
caption { padding: 0 0 .5rem; text-align: left; font-weight: 600; font-size: .95rem; }
th, td { padding: .45rem .9rem .45rem 0; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); font-weight: 400; }
th:last-child, td:last-child { padding-right: 0; }
thead th { color: var(--muted); font-size: .82rem; vertical-align: bottom; border-bottom-color: var(--muted); }
tbody th { font-weight: 500; max-width: 18rem; overflow-wrap: break-word; }
tbody th[rowspan] { vertical-align: top; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.under { margin-top: .1rem; color: var(--muted); font-size: .85em; }
.spread { color: var(--muted); }
td:not(.number) > code { white-space: nowrap; }
code { font: .85em/1.4 ui-monospace, "Cascadia Mono", "DejaVu Sans Mono", monospace; overflow-wrap: anywhere; }
tr:target th, tr:target td { background: var(--faint); box-shadow: inset 0 -2px var(--accent); }
figure { margin: 1.5rem 0; }
figcaption { color: var(--muted); font-size: .85rem; max-width: 46rem; }
.plot { display: block; width: 100%; height: auto; font-size: 13px; font-variant-numeric: tabular-nums; }
.plot text { fill: var(--muted); }
.plot .name { fill: var(--ink); font-size: 14px; font-weight: 500; }
.plot .value { fill: var(--ink); font-size: 13px; white-space: pre; }
.plot .grid { stroke: var(--line); }
.plot .base { stroke: var(--muted); }
.plot .pair { stroke: var(--pair); stroke-width: 1.2; }
.plot .fold { fill: var(--fold); stroke: var(--page); stroke-width: 1.2; }
.plot .interval { stroke: var(--accent); stroke-width: 3; stroke-linecap: round; }
.plot .mean { fill: var(--accent); stroke: var(--page); stroke-width: 1.5; }
details { margin: 1rem 0; }
summary { cursor: pointer; color: var(--muted); font-size: .9rem; }
.meanings dl { display: grid; grid-template-columns: max-content 1fr; gap: .35rem 1.25rem; font-size: .9rem; }
.meanings dd { margin: 0; color: var(--muted); }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--muted); font-size: .85rem; }
@media (max-width: 40rem) { body { padding: 2rem 1rem 3rem; } .plot { min-width: 40rem; } figure { overflow-x: auto; } }
@page { size: A4; margin: 15mm; }
@media print {
  :root { --page: #fff; --ink: #000; --muted: #444; --line: #bbb; --accent: #0a6c74; --fold: #6d8aa0; --pair: #bbb; --notice: #000; --notice-page: #fff; }
  html { font-size: 13px; }
  body { max-width: none; padding: 0; font-size: 1rem; }
  .table { overflow: visible; }
  details:not([open], .meanings) { display: none; }
  .meanings::details-content { content-visibility: visible; display: block; }
  tr, figure, .notice, li { break-inside: avoid; }
  h2, caption { break-after: avoid; }
}
`;
