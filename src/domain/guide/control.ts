import type { ControlId } from '../coe/vocabulary.ts';

/** A degree of control to choose from. */
export type Control = {
  readonly id: ControlId;
  readonly label: string;
  readonly meaning: string;
};

/** From the most control to none. "Outside" is an honest answer and a good place for a branch to end. */
export const CONTROLS: readonly Control[] = [
  { id: 'mine', label: 'Mine to change', meaning: 'You can change this yourself.' },
  { id: 'influence', label: 'I can influence it', meaning: 'You can ask, suggest or help; someone else decides.' },
  { id: 'outside', label: 'Outside my hands', meaning: 'It will stay as it is, whatever you do. Plan around it.' },
];
