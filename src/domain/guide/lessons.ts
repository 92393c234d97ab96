/** What a note under "What did you learn?" is about. */
export const REFLECTION_IDS = ['went-well', 'went-badly', 'lucky', 'surprised'] as const;

/** The stable id of a kind of reflection. */
export type ReflectionId = (typeof REFLECTION_IDS)[number];

/** The label of each kind of reflection. Luck and surprise are asked for because Google and Etsy ask for them. */
export const REFLECTION_LABELS: Readonly<Record<ReflectionId, string>> = {
  'went-well': 'What went well',
  'went-badly': 'What went badly',
  lucky: 'Where you were lucky',
  surprised: 'What surprised you',
};

/** Something you care about that a mistake brushed against. */
export const VALUE_IDS = ['foundation', 'boldness', 'moral', 'connection'] as const;

/** The stable id of a value. */
export type ValueId = (typeof VALUE_IDS)[number];

/** The values, after the four kinds of regret that Daniel Pink describes. Offered for personal kinds only. */
export const VALUES: readonly { readonly id: ValueId; readonly label: string; readonly meaning: string }[] = [
  { id: 'foundation', label: 'Stable ground', meaning: 'Money, health, learning: what later things stand on.' },
  { id: 'boldness', label: 'Boldness', meaning: 'Taking the chance, saying the thing.' },
  { id: 'moral', label: 'Doing right', meaning: 'Acting as the person you mean to be.' },
  { id: 'connection', label: 'Being close', meaning: 'Being there for the people who matter to you.' },
];
