import type { Coe } from '../coe/coe.ts';
import { CONDITION_IDS } from '../coe/vocabulary.ts';
import { namesIn } from './names-in.ts';
import { People } from './people.ts';

/** Replaces the names of people, the same name by the same pseudonym everywhere. */
export type Pseudonyms = {
  /** How many people were named. */
  readonly count: number;
  /** Returns the COE with the names replaced in every text. */
  readonly replaceIn: (coe: Coe) => Coe;
  /** Returns a text that leaves with the COEs, with the names replaced. */
  readonly replaceText: (text: string) => string;
};

/** Keys with ids, dates or words of a closed list, which are never a person's words. */
const NOT_TEXT: ReadonlySet<string> = new Set([
  'id',
  'coeId',
  'causeId',
  'fixId',
  'format',
  'kind',
  'status',
  'depth',
  'audiences',
  'visibility',
  'type',
  'verdict',
  'precision',
  'zone',
  'offset',
  'mark',
  'control',
  'effect',
  'by',
  'signal',
  'area',
  'purpose',
  'state',
  'strength',
  'priority',
  'result',
  'lasting',
  'errorKind',
  'trigger',
  'similar',
  'patternIds',
  'createdAt',
  'updatedAt',
  'lookAgain',
  'at',
  'on',
  'due',
  'doneOn',
  'checkDate',
]);

/**
 * The pseudonyms of the people who are named in COEs that leave together, in the order in which they are first named:
 * owners, authors, coaches, names after an @ sign, email addresses, and those who were affected, helped or should hear.
 */
export function pseudonymsFor(coes: Iterable<Coe>): Pseudonyms {
  const people = new People();
  for (const coe of coes) {
    for (const name of namesIn(coe)) people.add(name);
  }
  const replaceText = (text: string): string => people.replaceIn(text);
  return { count: people.count, replaceIn: (coe) => replaceTexts(coe, replaceText) as Coe, replaceText };
}

function replaceTexts(value: unknown, replace: (text: string) => string): unknown {
  if (typeof value === 'string') return isConditionId(value) ? value : replace(value);
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, replace));
  if (typeof value !== 'object' || value === null) return value;
  if ('precision' in value && 'words' in value) return { ...value, words: replaceTexts(value.words, replace) };
  if ('precision' in value) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, NOT_TEXT.has(key) ? item : replaceTexts(item, replace)]),
  );
}

const isConditionId = (text: string): boolean => (CONDITION_IDS as readonly string[]).includes(text);
