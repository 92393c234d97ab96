import type { HandbookPage } from './handbook-page.ts';

/** Bringing in what one has, and taking COEs out. */
export const IMPORT_AND_EXPORT_PAGE: HandbookPage = {
  id: 'import-and-export',
  title: 'Import and export',
  summary: 'Bring reports and journals that you have, and take out what the next reader needs.',
  body: `
## Bring what you have

**Import** in the File menu takes a folder, a zip or files: reports in Markdown, HTML, Word or tables, journals of other apps,
and COEs of Once. You can also **drop files or folders on the window**; while they are over it, it says *Drop to import*.

Nothing is written before you press Import. First you see every file and what was recognised, the first reports beside their
source, and what is in doubt. Once asks for the time zone if no report names one, and lets you say where the text of a heading
goes. Nothing is guessed: what fits no section is in *Unplaced*, and a time that was inferred is marked as approximate. Pictures
and files beside a report, or inside it, come along.

The **receipt** lists what became of every file. One undo takes the whole import back; COEs that you edited since then stay. If
the app ended in the middle, the import is under *earlier imports* as interrupted, and can be undone too. The receipt also says
how many of the COEs look like others. Journal entries wait on Today until you make a COE of them or leave them as notes.

## Take out what you need

**Export** in the File menu takes one COE, the list as you filtered it, or the whole library: as Markdown, a web page, Word,
PDF, tables, or everything in one zip that can be imported again, with pictures and patterns. You choose what goes along, with a
preview: sections, names or pseudonyms. Feelings and your state on the day stay here unless you say otherwise.
`,
};
