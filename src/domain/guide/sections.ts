import type { SectionId } from '../coe/vocabulary.ts';

/** The heading of each section, the same for every kind. A kind adds a subtitle; see sectionWording. */
export const SECTION_HEADINGS: Readonly<Record<SectionId, string>> = {
  context: 'Additional context',
  customerImpact: 'What is the customer impact?',
  impact: 'What was the impact?',
  timeline: 'What is the timeline?',
  noticed: 'How did you notice it?',
  mitigated: 'How did you mitigate it?',
  cause: 'What was the root cause?',
  whys: '5 whys',
  learned: 'What did you learn?',
  actions: "What are you going to do so it doesn't happen again?",
};

/** Short names for the outline and for lists. */
export const SECTION_SHORT_NAMES: Readonly<Record<SectionId, string>> = {
  context: 'Context',
  customerImpact: 'Customer impact',
  impact: 'Impact',
  timeline: 'Timeline',
  noticed: 'Noticed',
  mitigated: 'Mitigated',
  cause: 'Root cause',
  whys: '5 whys',
  learned: 'Learned',
  actions: 'Actions',
};
