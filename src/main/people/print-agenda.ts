import type { AgendaPart } from '#domain/coaching/agenda.ts';
import { labelledTexts, listOf } from '#domain/export/document/blocks.ts';
import type { CoeDocument } from '#domain/export/document/document.ts';
import { plainPhrases } from '#domain/export/document/phrases.ts';
import type { Paper } from '#domain/export/paper.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';
import { fail, ok, type Result } from '#domain/result.ts';
import type { CalendarDate } from '#domain/time/calendar-date.ts';
import type { DateStyle } from '#domain/time/date-style.ts';
import { formatDay } from '#domain/time/format-day.ts';
import type { AppError } from '#ipc/app-error.ts';
import type { AskSavePath } from '#main/export/export-handlers.ts';
import { fileNameFor } from '#main/export/file-name-for.ts';
import { printPage } from '#main/export/print/print-page.ts';
import type { Printer } from '#main/export/print/printer.ts';
import { saveCopy } from '#main/export/write-copy.ts';

import type { PeopleStore, ShareKey } from './people-store.ts';
import { readAgenda } from './read-agenda.ts';

/** What printing an agenda needs. */
export type PrintAgendaDeps = {
  readonly store: PeopleStore;
  readonly printer: Printer;
  readonly askWhere: AskSavePath;
  readonly today: () => CalendarDate;
};

/**
 * Prints the agenda of a talk about a share, or saves it as a PDF where the person chooses. Fails with `cancelled` when
 * they do not.
 */
export async function printAgenda(
  { store, printer, askWhere, today: todayNow }: PrintAgendaDeps,
  key: ShareKey,
  to: 'printer' | 'pdf',
  { paper, dates }: { readonly paper: Paper; readonly dates: DateStyle },
): Promise<Result<null, AppError>> {
  const today = todayNow();
  const record = await store.readPerson(key.person);
  if (!record.ok) return record;
  const agenda = await readAgenda(store, key, today, dates);
  if (!agenda.ok) return agenda;
  const { title, on, parts } = agenda.value;
  const head = {
    title,
    name: record.value?.person.name ?? '',
    copyOf: formatDay(on, today, dates),
    today: formatDay(today, '', dates),
  };
  const page = printPage([agendaDocument(parts, head)], paper);
  if (to === 'printer') return printer.print(page);
  const file = await askWhere({
    name: fileNameFor(`Agenda ${head.name}`, 'pdf', 'Agenda'),
    kind: 'PDF',
    extension: 'pdf',
  });
  if (file === null) return fail({ kind: 'cancelled' });
  const pdf = await printer.toPdf(page);
  if (!pdf.ok) return pdf;
  const saved = await saveCopy(file, pdf.value);
  return saved.ok ? ok(null) : saved;
}

/** What stands above an agenda. Days are in words. */
type AgendaHead = {
  readonly title: string;
  readonly name: string;
  readonly copyOf: string;
  readonly today: string;
};

/** An agenda as a document of one page to print. */
const agendaDocument = (parts: readonly AgendaPart[], { title, name, copyOf, today }: AgendaHead): CoeDocument => ({
  id: '',
  kind: 'Agenda of a coaching talk',
  title,
  facts: labelledTexts([
    ['With', name],
    ['Printed on', today],
    ['Copy of', copyOf],
    ['Please note', 'Not for ratings or discipline'],
  ]),
  summary: [],
  milestones: [],
  durations: [],
  zone: null,
  sections: parts.map(({ heading, question, facts, open }) => ({
    heading,
    blocks: [
      {
        type: 'prose',
        content: [{ type: 'paragraph', children: [{ type: 'emphasis', children: plainPhrases(question) }] }],
      },
      ...listOf(facts.map((text) => ({ text }))),
      ...listOf(
        open.map(({ text, of, isProposal, place }) => ({
          text: `${text} (open, ${isProposal ? 'proposed' : 'asked'} by ${of === 'coach' ? 'the coach' : name}, ${placeName(place.section)})`,
        })),
      ),
    ],
  })),
});

const placeName = (section: keyof typeof SECTION_SHORT_NAMES | 'header'): string =>
  section === 'header' ? 'header' : SECTION_SHORT_NAMES[section];
