/** The lists of short notes under "What did you learn?". */
export const REFLECTION_IDS = ['went-well', 'went-badly', 'lucky', 'surprised'] as const;

/** Used in code only; each list has its own key in a file. */
export type ReflectionId = (typeof REFLECTION_IDS)[number];

/** The heading of each list. Google's postmortem asks about luck, and Etsy's debriefing about surprise. */
export const REFLECTION_LABELS: Readonly<Record<ReflectionId, string>> = {
  'went-well': 'What went well',
  'went-badly': 'What went badly',
  lucky: 'Where you were lucky',
  surprised: 'What surprised you',
};

/** Values that a mistake may have touched. */
export const VALUE_IDS = ['foundation', 'boldness', 'moral', 'connection'] as const;

/** Stored in files, so never renamed. */
export type ValueId = (typeof VALUE_IDS)[number];

/** Shown for personal kinds only. Source: the four core regrets in Daniel Pink's “The Power of Regret”. */
export const VALUES: readonly { readonly id: ValueId; readonly label: string; readonly meaning: string }[] = [
  { id: 'foundation', label: 'Stable ground', meaning: 'Money, health, learning: what later things stand on.' },
  { id: 'boldness', label: 'Boldness', meaning: 'Taking the chance, saying the thing.' },
  { id: 'moral', label: 'Doing right', meaning: 'Acting as the person you mean to be.' },
  { id: 'connection', label: 'Being close', meaning: 'Being there for the people who matter to you.' },
];
