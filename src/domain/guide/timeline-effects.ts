import type { EFFECT_IDS } from '../coe/vocabulary.ts';

/** Stored in files, so never renamed. */
export type EffectId = (typeof EFFECT_IDS)[number];

/** What an entry of the timeline did, to choose from. */
export const EFFECTS: readonly { readonly id: EffectId; readonly label: string; readonly meaning: string }[] = [
  { id: 'helped', label: 'Helped', meaning: 'It made things better, or kept them from getting worse.' },
  { id: 'harmed', label: 'Made it worse', meaning: 'It added to the harm, whatever it was meant to do.' },
  { id: 'neutral', label: 'Neither', meaning: 'It made no difference, or it is there to make the story clear.' },
];
