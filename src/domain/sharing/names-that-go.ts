import type { AudienceId } from '../coe/audience.ts';
import type { Coe } from '../coe/coe.ts';
import type { CalendarDate } from '../time/calendar-date.ts';
import { coeOfCopy } from './coe-of-copy.ts';
import { copyBody } from './copy-body.ts';
import { type NameCandidate, nameCandidates, withPseudonyms, wordsToLookUp } from './name-candidates.ts';
import type { NameDecision } from './name-replacer.ts';

/** The names in what goes along, and a decision for each. */
export type NamesThatGo = { readonly candidates: NameCandidate[]; readonly decisions: NameDecision[] };

/**
 * Finds the names in what the labels of a COE let out, and in `others`, the texts that go along beside it. `before` are the decisions about earlier copies for the same
 * reader. `unknownWords` returns those of some words, in lower case, that no dictionary has. Null when the COE is not
 * valid.
 */
export async function namesThatGo(
  coe: Coe,
  audience: AudienceId,
  on: CalendarDate,
  before: readonly NameDecision[],
  others: readonly string[],
  unknownWords: (words: readonly string[]) => Promise<readonly string[]>,
): Promise<NamesThatGo | null> {
  const body = copyBody(coe, {
    audience,
    on,
    times: 'exact',
    names: [],
    asks: '',
    notForRatings: true,
    deleteAfter: null,
    thread: [],
    patterns: [],
    attachments: new Map(),
    hideId: (id) => id,
  });
  const goes = coeOfCopy(body, coe.id);
  if (goes === null) return null;
  // A field that is in no copy takes the other texts.
  const read = { ...goes, unplaced: others.join('\n\n') };
  const unknown = new Set(await unknownWords(wordsToLookUp(read)));
  const candidates = nameCandidates(read, (word) => !unknown.has(word));
  return { candidates, decisions: withPseudonyms(candidates, before) };
}
