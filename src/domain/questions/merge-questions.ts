import { NO_OWN_QUESTIONS, type OwnQuestions } from './own-questions.ts';

/**
 * Merges two versions of the own questions that both come from `base`. Whatever one side added stays; what one side
 * removed and the other left alone goes; where both changed the same entry, mine wins. Without a base, as with a
 * conflict copy, the result has the entries of both.
 */
export function mergeQuestions(
  mine: OwnQuestions,
  theirs: OwnQuestions,
  base: OwnQuestions = NO_OWN_QUESTIONS,
): OwnQuestions {
  const kinds = keysOf(mine.prompts, theirs.prompts);
  const prompts: OwnQuestions['prompts'] = {};
  for (const kind of kinds) {
    const [my, their, was] = [mine.prompts[kind] ?? {}, theirs.prompts[kind] ?? {}, base.prompts[kind] ?? {}];
    const sections: OwnQuestions['prompts'][string] = {};
    for (const section of keysOf(my, their)) {
      const merged = mergeWhole(my[section], their[section], was[section], (one, other, before) =>
        mergeList(one ?? [], other ?? [], before ?? [], ({ text }) => text),
      );
      if (merged !== undefined) sections[section] = merged;
    }
    if (Object.keys(sections).length > 0) prompts[kind] = sections;
  }
  return {
    ...theirs,
    ...mine,
    prompts,
    conditions: mergeList(mine.conditions, theirs.conditions, base.conditions, ({ name }) => name),
    presets: mergeList(mine.presets, theirs.presets, base.presets, ({ name }) => name),
  };
}

const keysOf = (one: object, other: object): string[] => [...new Set([...Object.keys(one), ...Object.keys(other)])];

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The side that changed; `merge` decides if both did. */
function mergeWhole<Value>(
  mine: Value,
  theirs: Value,
  base: Value,
  merge: (mine: Value, theirs: Value, base: Value) => Value,
): Value {
  if (isSame(mine, base)) return theirs;
  if (isSame(theirs, base) || isSame(mine, theirs)) return mine;
  return merge(mine, theirs, base);
}

function mergeList<Entry>(
  mine: readonly Entry[],
  theirs: readonly Entry[],
  base: readonly Entry[],
  keyOf: (entry: Entry) => string,
): Entry[] {
  const [my, their, was] = [mine, theirs, base].map((list) => new Map(list.map((entry) => [keyOf(entry), entry]))) as [
    Map<string, Entry>,
    Map<string, Entry>,
    Map<string, Entry>,
  ];
  // The order of the side that changed it; new entries of the other side come last.
  const isMyOrder = !isSame([...my.keys()], [...was.keys()]);
  const [first, second] = isMyOrder ? [my, their] : [their, my];
  return [...new Set([...first.keys(), ...second.keys()])].flatMap((key) => {
    const merged = mergeWhole(my.get(key), their.get(key), was.get(key), (one, other) => one ?? other);
    return merged === undefined ? [] : [merged];
  });
}
