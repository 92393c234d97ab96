import { type DepthId, SECTION_IDS, type SectionId } from '../coe/vocabulary.ts';

/** How much of the outline the editor shows, and which parts within sections. */
export type Depth = {
  readonly id: DepthId;
  readonly label: string;
  readonly description: string;
  readonly sections: readonly SectionId[];
  /** The parts within sections that only the full depth shows. */
  readonly showsSafeguards: boolean;
  readonly showsSecondWhyChain: boolean;
  readonly showsReview: boolean;
};

/**
 * From short to complete. The short one exists because teams that demand a full write-up of everything soon get none;
 * the author of the outline asks for a few lines on every outage and a COE for the large ones.
 */
export const DEPTHS: readonly Depth[] = [
  {
    id: 'quick',
    label: 'Quick',
    description: 'About ten minutes: what happened, who it affected, what it cost, one cause, one action.',
    sections: ['context', 'customerImpact', 'impact', 'cause', 'actions'],
    showsSafeguards: false,
    showsSecondWhyChain: false,
    showsReview: false,
  },
  {
    id: 'standard',
    label: 'Standard',
    description: 'All ten questions, as far as each one helps.',
    sections: SECTION_IDS,
    showsSafeguards: false,
    showsSecondWhyChain: false,
    showsReview: false,
  },
  {
    id: 'full',
    label: 'Full',
    description: 'All ten, with safeguards, why it was not noticed sooner, and a review.',
    sections: SECTION_IDS,
    showsSafeguards: true,
    showsSecondWhyChain: true,
    showsReview: true,
  },
];
