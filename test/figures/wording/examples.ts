import { JUDGED_RULES, type JudgedRule } from '../../../src/domain/advice/wording/judged-rules.ts';
import { accountsKeptAside, accountsToLearnFrom } from './accounts.ts';
import { authorsIn, guiltyOfOtherSets, KEPT_ASIDE, ordinarySentences } from './labelled-sentences.ts';

/** A sentence with its label. `isNear`: its author wrote it for a rule; the others are ordinary ones. */
export type Example = { readonly text: string; readonly isGuilty: boolean; readonly isNear: boolean };

/** The sentences that a rule is trained and measured with. */
export type Examples = {
  /** The authors who are trained with. */
  readonly known: readonly string[];
  readonly keptAside: readonly string[];
  /** What an author wrote for a rule. */
  readonly nearOf: (rule: JudgedRule, author: string) => Example[];
  /** The ordinary sentences that are left out together with an author: those of some of the invented people. */
  readonly ordinaryBeside: (author: string) => Example[];
  /** The ordinary sentences of people who are never trained with. */
  readonly ordinaryKeptAside: readonly Example[];
  /** What a rule is trained with if these authors are known, without the texts that are `measured`. */
  readonly toTrainWith: (rule: JudgedRule, authors: readonly string[], measured: readonly Example[]) => Example[];
  /** Every text. */
  readonly texts: readonly string[];
};

export function readExamples(): Examples {
  const authors = authorsIn();
  const known = [...authors.keys()].filter((name) => !KEPT_ASIDE.includes(name));
  const accounts = accountsToLearnFrom();
  const ordinary = ordinarySentences().map(asOrdinary);
  const ordinaryKeptAside = accountsKeptAside().map(asOrdinary);
  const nearOf = (rule: JudgedRule, author: string): Example[] => {
    const { guilty = [], innocent = [] } = authors.get(author)?.[rule] ?? {};
    return [
      ...guilty.map((text) => ({ text, isGuilty: true, isNear: true })),
      ...innocent.map((text) => ({ text, isGuilty: false, isNear: true })),
    ];
  };
  const ordinaryBeside = (author: string): Example[] =>
    accounts
      .filter((_, index) => known[index % known.length] === author)
      .flat()
      .map(asOrdinary);
  const innocentOfOtherRules = (rule: JudgedRule, author: string): Example[] =>
    JUDGED_RULES.filter((other) => other !== rule)
      .flatMap((other) => authors.get(author)?.[other].innocent ?? [])
      .map(asOrdinary);
  return {
    known,
    keptAside: KEPT_ASIDE,
    nearOf,
    ordinaryBeside,
    ordinaryKeptAside,
    toTrainWith: (rule, names, measured) => {
      const kept = new Set(measured.map(({ text }) => folded(text)));
      return [
        ...names.flatMap((name) => nearOf(rule, name)),
        ...names.flatMap((name) => innocentOfOtherRules(rule, name)),
        ...names.flatMap(ordinaryBeside),
        ...ordinary,
        ...guiltyOfOtherSets(rule).map((text) => ({ text, isGuilty: true, isNear: false })),
      ].filter(({ text }) => !kept.has(folded(text)));
    },
    texts: [
      ...[...ordinary, ...ordinaryKeptAside].map(({ text }) => text),
      ...accounts.flat(),
      ...JUDGED_RULES.flatMap(guiltyOfOtherSets),
      ...[...authors.values()].flatMap((author) =>
        Object.values(author).flatMap(({ guilty, innocent }) => [...guilty, ...innocent]),
      ),
    ],
  };
}

const asOrdinary = (text: string): Example => ({ text, isGuilty: false, isNear: false });

/** Without case, marks and spaces: what two authors wrote alike is the same sentence. */
const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
