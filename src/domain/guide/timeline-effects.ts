import type { EFFECT_IDS } from '../coe/vocabulary.ts';

/** The stable id of what a moment did. */
export type EffectId = (typeof EFFECT_IDS)[number];

/** Whether a moment in the timeline made things better or worse. */
export const EFFECTS: readonly { readonly id: EffectId; readonly label: string; readonly meaning: string }[] = [
  { id: 'helped', label: 'Helped', meaning: 'It made things better, or kept them from getting worse.' },
  { id: 'harmed', label: 'Made it worse', meaning: 'It added to the harm, whatever it was meant to do.' },
  { id: 'neutral', label: 'Neither', meaning: 'It changed nothing, or it is there so that the story can be followed.' },
];
