/** The rules of which a sentence is judged by its meaning and its words, beside their phrases. */
export const JUDGED_RULES = ['blame-wording', 'hindsight-wording', 'harsh-on-oneself'] as const;
export type JudgedRule = (typeof JUDGED_RULES)[number];

/** Whether it is one of these rules, so that what was judged decides and not a phrase. */
export const isJudged = (rule: string): rule is JudgedRule => JUDGED_RULES.some((judged) => judged === rule);
