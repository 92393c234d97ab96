import type { SectionId } from '../coe/vocabulary.ts';

/** What a kind adds to a section: a line under the heading, and questions that may be asked for. */
export type SectionWording = {
  readonly subtitle: string;
  readonly prompts: readonly string[];
};

/** The wording of all ten sections for one kind. */
export type KindWording = Readonly<Record<SectionId, SectionWording>>;
