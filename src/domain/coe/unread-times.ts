import { type Moment, unreadWords } from '../time/moment.ts';
import type { Coe } from './coe.ts';
import type { SectionId } from './vocabulary.ts';

/** Where a COE has a time field: in its header or in a section. */
export type TimePlace = 'header' | Extract<SectionId, 'timeline' | 'noticed'>;

/** What was typed for the times of a COE that could not be read, by place, in the order of the file. */
export function unreadTimes({ happened, times, sections }: Coe): Readonly<Record<TimePlace, readonly string[]>> {
  const { began, noticed, told, mitigated, resolved } = times;
  return {
    header: wordsOf([happened, began, noticed, told, mitigated, resolved]),
    timeline: wordsOf(sections.timeline.entries.map(({ when }) => when)),
    noticed: wordsOf([sections.noticed.earliest]),
  };
}

const wordsOf = (moments: readonly Moment[]): string[] => moments.flatMap((moment) => unreadWords(moment) ?? []);
