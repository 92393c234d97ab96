import type { WhyEndingId } from '../coe/vocabulary.ts';

/** How a branch of the whys can end, to choose from. "Not known" and "outside" are as good an end as a cause. */
export const WHY_ENDINGS: readonly { readonly id: WhyEndingId; readonly label: string; readonly meaning: string }[] = [
  {
    id: 'root-cause',
    label: 'A cause to change',
    meaning: 'Change this, and nothing above it would have happened.',
  },
  { id: 'unknown', label: 'Not known', meaning: 'Nobody can say. Note what you would need in order to find out.' },
  { id: 'outside', label: 'Not in my hands', meaning: 'It stays as it is. Stop here, and plan around it.' },
];

/** The question that each of the two trees starts from. */
export const WHY_QUESTIONS = {
  happened: 'Why did it happen?',
  unnoticed: 'Why was it not noticed sooner?',
} as const;
