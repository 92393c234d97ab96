/**
 * Phrases, folded, that make an action rely on someone taking care. A match shows advice and blocks nothing. Some are
 * fine when the purpose is to find out: see INVESTIGATING_PHRASES.
 */
export const WEAK_PHRASES = [
  'be careful',
  'be more careful',
  'pay attention',
  'pay more attention',
  'try to',
  'try harder',
  'remember to',
  'make sure',
  'ensure',
  'remind',
  'be aware',
  'communicate better',
  'improve',
  'consider',
  'look into',
  'investigate',
] as const;

/** Weak phrases that are fine in an action whose purpose is to find out. */
export const INVESTIGATING_PHRASES: readonly string[] = ['consider', 'look into', 'investigate'];
