import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { wordingSentencesIn } from '../../../src/domain/advice/wording/find-wording.ts';
import type { JudgedRule } from '../../../src/domain/advice/wording/judged-rules.ts';
import { ALL_SENTENCES } from '../../fixtures/wording/all-sentences.ts';
import { AT_OTHER_WORK } from '../../fixtures/wording/at-other-work.ts';
import { IN_FIVE_VOICES } from '../../fixtures/wording/in-five-voices.ts';
import { IN_LONGER_SENTENCES } from '../../fixtures/wording/in-longer-sentences.ts';
import { IN_TEN_VOICES } from '../../fixtures/wording/in-ten-voices.ts';
import { IN_THREE_VOICES } from '../../fixtures/wording/in-three-voices.ts';
import { ORDINARY_DAYS } from '../../fixtures/wording/ordinary-days.ts';
import { PLAIN_CONSTRUCTIONS } from '../../fixtures/wording/plain-constructions.ts';
import { PLAIN_FACTS } from '../../fixtures/wording/plain-facts.ts';
import type { Sentences } from '../../fixtures/wording/sentences.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures');
const AUTHORS = path.join(FIXTURES, 'wording/authors');

/** The sentences of one author, who had not seen the rules: what each is about, and near misses. */
export type Author = Readonly<
  Record<JudgedRule, { readonly guilty: readonly string[]; readonly innocent: readonly string[] }>
>;

/** The authors whose sentences are only ever measured. */
export const KEPT_ASIDE: readonly string[] = ['f', 'n', 'r'];

/** The authors by their letters. */
export const authorsIn = (): ReadonlyMap<string, Author> =>
  new Map(
    readdirSync(AUTHORS).map((name) => [
      path.basename(name, '.json'),
      JSON.parse(readFileSync(path.join(AUTHORS, name), 'utf8')) as Author,
    ]),
  );

const OTHER_SETS: readonly Sentences[] = [
  ...[ALL_SENTENCES, AT_OTHER_WORK, IN_FIVE_VOICES, IN_LONGER_SENTENCES, IN_TEN_VOICES, IN_THREE_VOICES].flat(),
  ...[PLAIN_CONSTRUCTIONS, PLAIN_FACTS, ORDINARY_DAYS].flat(),
];

/** What the other sets have a rule say of, whose authors knew the rules. */
export const guiltyOfOtherSets = (rule: JudgedRule): string[] => [
  ...new Set(OTHER_SETS.filter((set) => set.rule === rule).flatMap(({ guilty }) => guilty)),
];

/** Sentences that no rule is about, of the other sets and of our own reports. */
export function ordinarySentences(): string[] {
  const reports = path.join(FIXTURES, 'reports');
  const ofReports = readdirSync(reports)
    .filter((name) => name.endsWith('.md'))
    .flatMap((name) => wordingSentencesIn(readFileSync(path.join(reports, name), 'utf8')));
  return [...new Set([...OTHER_SETS.flatMap(({ innocent }) => innocent), ...ofReports])];
}
