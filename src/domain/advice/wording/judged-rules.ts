/** The rules that judge a sentence by its meaning, too, and not by its words alone. */
export const JUDGED_RULES = ['blame-wording', 'hindsight-wording', 'harsh-on-oneself'] as const;
export type JudgedRule = (typeof JUDGED_RULES)[number];
