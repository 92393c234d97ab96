/**
 * The style of exported pages, on screen and on paper. Two voices, as in the app: a serif for the person's words, a
 * sans for the labels.
 */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fbf9f6, #161411);
  --ink: light-dark(#221f1a, #e3ded6);
  --soft: light-dark(#5f5850, #aca59b);
  --line: light-dark(#d6d0c7, #403b35);
  --accent: light-dark(#1b555f, #84c6cc);
  --sans: 'Inter', 'Segoe UI', system-ui, 'Helvetica Neue', Arial, sans-serif;
  --serif: 'Source Serif 4', 'Iowan Old Style', Georgia, 'Times New Roman', serif;
  --mono: ui-monospace, 'Cascadia Code', 'SF Mono', 'DejaVu Sans Mono', Consolas, monospace;
}
* { box-sizing: border-box; }
html { background: var(--paper); }
body {
  margin: 0 auto;
  padding: 3rem 1.5rem 5rem;
  max-width: 50rem;
  color: var(--ink);
  background: var(--paper);
  font: 1.0625rem/1.55 var(--serif);
  overflow-wrap: anywhere;
}
h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, blockquote { unicode-bidi: plaintext; text-align: start; }
h1 { margin: 0 0 1rem; font-size: 2rem; line-height: 1.2; font-weight: 600; letter-spacing: -0.01em; text-wrap: balance; }
h2 { margin: 2.75rem 0 0.75rem; font: 600 1.25rem/1.3 var(--sans); letter-spacing: -0.01em; }
h3 { margin: 1.75rem 0 0.5rem; font: 600 0.9375rem/1.4 var(--sans); }
h4, h5, h6 { margin: 1.25rem 0 0.375rem; font: 600 1.0625rem/1.4 var(--serif); }
p, ul, ol, dl, blockquote, pre, table { margin: 0 0 0.875rem; }
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 0.05em; }
strong, b { font-weight: 600; }
ul, ol { padding-inline-start: 1.4rem; }
li { margin-bottom: 0.25rem; }
li > ul, li > ol { margin: 0.25rem 0 0; }
li > p:last-child, blockquote > :last-child { margin-bottom: 0; }
blockquote { margin-inline: 0; padding-inline-start: 1rem; border-inline-start: 2px solid var(--line); }
code { font: 0.875em var(--mono); }
pre { padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 4px; white-space: pre-wrap; line-height: 1.45; }
pre code { font-size: 0.8125rem; }
img { max-width: 100%; height: auto; border-radius: 2px; }
td img, dd img { max-height: 70mm; }
hr { margin: 1.5rem 0; border: 0; border-top: 1px solid var(--line); }
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.45; }
table.rows { table-layout: fixed; }
th, td { padding: 0.4375rem 0.75rem 0.4375rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th:last-child, td:last-child { padding-inline-end: 0; }
th { font: 600 0.75rem/1.4 var(--sans); color: var(--soft); border-bottom-color: var(--soft); vertical-align: bottom; }
[align='right'] { text-align: right; }
[align='center'] { text-align: center; }
article + article { margin-top: 4rem; padding-top: 4rem; border-top: 1px solid var(--line); }
header { margin-bottom: 2rem; }
.kind { margin: 0 0 0.375rem; font: 400 0.8125rem/1.4 var(--sans); color: var(--accent); }
dt { font: 400 0.75rem/1.5 var(--sans); color: var(--soft); }
dd { margin: 0; }
header dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0.75rem 1.5rem; margin: 0; padding: 0.875rem 0; border-top: 1px solid var(--line); }
header dl:last-of-type { border-bottom: 1px solid var(--line); }
header dd { font-size: 0.9375rem; line-height: 1.45; }
.summary { margin: 0.25rem 0 1.25rem; font-size: 1.1875rem; line-height: 1.5; }
.facts + .summary { margin-top: 1.25rem; padding: 0; }
.answers > div { margin-bottom: 0.75rem; }
.detail { margin: 0.25rem 0 0; font-size: 0.875rem; line-height: 1.45; color: var(--soft); }
.detail b { font: 400 0.75rem/1.45 var(--sans); }
.zone { margin: 0.75rem 0 0; font: 0.75rem/1.5 var(--sans); color: var(--soft); }
nav { margin-bottom: 4rem; }
nav span { margin-inline-start: 0.5rem; font: 0.8125rem var(--sans); color: var(--soft); }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #1a1815; --soft: #57514a; --line: #cfc8be; }
  @page { margin: 20mm 18mm 18mm; }
  html { font-size: 10.5pt; }
  body { max-width: none; padding: 0; font-size: 10.5pt; line-height: 1.45; orphans: 3; widows: 3; }
  h1 { font-size: 22pt; }
  h2 { margin-top: 20pt; font-size: 13pt; }
  h3 { margin-top: 13pt; font-size: 10pt; }
  h4, h5, h6 { font-size: 10.5pt; }
  table { font-size: 9pt; }
  th, dt, .detail b, .zone { font-size: 7.75pt; }
  .kind { font-size: 9pt; }
  .detail { font-size: 8.5pt; }
  .summary { font-size: 12pt; }
  header dd { font-size: 9.5pt; }
  header dl { grid-template-columns: repeat(4, 1fr); gap: 7pt 14pt; padding: 8pt 0; }
  header .milestones:has(> :nth-child(5)) { grid-template-columns: repeat(5, 1fr); }
  pre code { font-size: 8pt; }
  h1, h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  thead { display: table-header-group; break-inside: avoid; }
  tr, dl > div, .detail, header dl { break-inside: avoid; }
  img { max-height: 170mm; break-inside: avoid; }
  blockquote, pre { break-inside: auto; }
  li { orphans: 2; widows: 2; }
  a { color: inherit; text-decoration-color: var(--line); }
  a.named::after { content: ' (' attr(href) ')'; color: var(--soft); font-size: 0.875em; }
  article + article { margin: 0; padding: 0; border: 0; break-before: page; }
  nav { break-after: page; }
}
`;
