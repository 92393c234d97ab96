import { z } from 'zod';

import { row, sectionBasics, words } from '../row.ts';

/** A lesson as a general rule, and where else it applies. */
export const lessonSchema = row({ rule: words, elsewhere: words });
export type Lesson = z.infer<typeof lessonSchema>;

/** One line of a list, such as one thing that went well. */
export const noteSchema = row({ text: words });

/** Lessons and lists of notes. `shouldHear` is who should hear about it; `value` is one of VALUE_IDS or empty. */
export const learnedSchema = z.looseObject({
  ...sectionBasics,
  lessons: z.array(lessonSchema).default([]),
  wentWell: z.array(noteSchema).default([]),
  wentBadly: z.array(noteSchema).default([]),
  lucky: z.array(noteSchema).default([]),
  surprisedBy: z.array(noteSchema).default([]),
  shouldHear: words,
  value: words,
});
