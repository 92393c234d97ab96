import type { SectionId } from '../coe/vocabulary.ts';

/** What a kind adds to a section: a line under the heading, and questions to help the writer on. */
export type SectionWording = {
  readonly subtitle: string;
  readonly prompts: readonly string[];
};

/** The wording of one kind for each of the ten sections. */
export type KindWording = Readonly<Record<SectionId, SectionWording>>;
