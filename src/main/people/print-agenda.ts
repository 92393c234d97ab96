import type { AgendaPart } from '#domain/coaching/agenda.ts';
import { labelledTexts, listOf } from '#domain/export/document/blocks.ts';
import type { CoeDocument } from '#domain/export/document/document.ts';
import { plainPhrases } from '#domain/export/document/phrases.ts';
import { SECTION_SHORT_NAMES } from '#domain/guide/sections.ts';

/** What stands above an agenda. Days are in words. */
export type AgendaHead = {
  readonly title: string;
  readonly name: string;
  readonly copyOf: string;
  readonly today: string;
};

/** An agenda as a document of one page to print. */
export const agendaDocument = (
  parts: readonly AgendaPart[],
  { title, name, copyOf, today }: AgendaHead,
): CoeDocument => ({
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
