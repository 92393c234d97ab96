import { foldPassage } from '#domain/search/fold.ts';
import type { SearchableField } from '#domain/search/searchable-text.ts';
import { eachIndexToken } from '#domain/search/tokens.ts';

import { addWeights, type Weight, weightOf } from './posting-bytes.ts';
import type { DocumentTokens } from './segment.ts';

/** The tokens of a COE, each with its weight. */
export function tokensOfFields(fields: readonly SearchableField[]): DocumentTokens {
  const tokens = new Map<string, Weight>();
  for (const { where, passages } of fields) {
    const weight = weightOf(where === 'title', where === 'summary' || where === 'tags', 1);
    for (const passage of passages) {
      eachIndexToken(foldPassage(passage), (token) => {
        const before = tokens.get(token);
        tokens.set(token, before === undefined ? weight : addWeights(before, weight));
      });
    }
  }
  return tokens;
}
