import type { KindId, SectionId } from '../coe/vocabulary.ts';
import type { KindWording, SectionWording } from './kind-wording.ts';
import { isPersonalKind } from './kinds.ts';
import { SECTION_HEADINGS } from './sections.ts';
import { CAREER_SETBACK_WORDING } from './wording-career-setback.ts';
import { MISSED_EVENT_WORDING } from './wording-missed-event.ts';
import { OTHER_MISTAKE_WORDING } from './wording-other-mistake.ts';
import { OUTAGE_WORDING } from './wording-outage.ts';

/** The wording of every kind, for every section. */
export const WORDING: Readonly<Record<KindId, KindWording>> = {
  outage: OUTAGE_WORDING,
  'missed-event': MISSED_EVENT_WORDING,
  'career-setback': CAREER_SETBACK_WORDING,
  'other-mistake': OTHER_MISTAKE_WORDING,
};

/** The subtitle and prompts of one section for one kind. */
export function sectionWording(kind: KindId, section: SectionId): SectionWording {
  return WORDING[kind][section];
}

/**
 * The heading of a section: for personal kinds the kind's own words, such as "Who was counting on you", otherwise the
 * heading of the outline.
 */
export function sectionTitle(kind: KindId, section: SectionId): string {
  return isPersonalKind(kind) ? WORDING[kind][section].subtitle : SECTION_HEADINGS[section];
}

/** The question that ends every COE: a premortem, as described by Gary Klein, applied to the plan. */
export const CLOSING_QUESTION =
  'Half a year from now it has happened again. What is the most likely story, and which of your actions would have changed it?';
