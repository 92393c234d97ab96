import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { findWording } from '#domain/advice/wording/find-wording.ts';
import { isEnglish } from '#domain/advice/wording/is-english.ts';
import { JUDGED_RULES, type JudgedRule } from '#domain/advice/wording/judged-rules.ts';
import type { Encoder } from '#main/encoder/encoder.ts';
import { createJudge } from '#main/library/sentence-judge.ts';

import { embedTexts } from '../../../../scripts/encoder/embed-texts.ts';
import { accountsKeptAside } from '../../../figures/wording/accounts.ts';
import { KEPT_ASIDE } from '../../../figures/wording/labelled-sentences.ts';

const encoder: Encoder = { embed: embedTexts, close: () => Promise.resolve() };

/** Authors whom nothing was trained with. */
const aside = KEPT_ASIDE.map(
  (name) =>
    JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, `../../../fixtures/wording/authors/${name}.json`), 'utf8'),
    ) as Record<JudgedRule, { guilty: string[]; innocent: string[] }>,
);

/** The sentences that each rule is about: judged where they are English, by their phrases otherwise. */
async function foundIn(sentences: readonly string[]): Promise<ReadonlyMap<JudgedRule, ReadonlySet<string>>> {
  const answers = (await createJudge(encoder)(sentences)) ?? [];
  const isFound = (rule: JudgedRule, sentence: string, index: number): boolean => {
    if (isEnglish(sentence)) return answers[index]?.includes(rule) === true;
    return findWording(sentence, { isPersonal: true, names: [] }).some((match) => match.rule === rule);
  };
  return new Map(
    JUDGED_RULES.map((rule) => [rule, new Set(sentences.filter((sentence, index) => isFound(rule, sentence, index)))]),
  );
}

/** Somewhat below what was measured; see docs/checks.md. By phrases alone it is 0.11, 0.24 and 0.30. */
const MIN_RECALL = { 'blame-wording': 0.7, 'hindsight-wording': 0.84, 'harsh-on-oneself': 0.89 };

it.each(JUDGED_RULES)('finds what unknown authors wrote, and is hardly ever wrong: %s', async (rule) => {
  const guilty = aside.flatMap((author) => author[rule].guilty);
  const innocent = aside.flatMap((author) => author[rule].innocent);
  const found = (await foundIn([...guilty, ...innocent])).get(rule) ?? new Set();
  const right = guilty.filter((sentence) => found.has(sentence)).length;
  expect(right / guilty.length).toBeGreaterThanOrEqual(MIN_RECALL[rule]);
  expect(right / found.size).toBeGreaterThanOrEqual(0.92);
});

it('lets people whom it does not know tell how it was', async () => {
  const sentences = accountsKeptAside();
  const found = await foundIn(sentences);
  expect(sentences.length).toBeGreaterThan(200);
  for (const rule of JUDGED_RULES) expect((found.get(rule)?.size ?? 0) / sentences.length).toBeLessThanOrEqual(0.025);
});

it('says the same of a sentence whoever is in it', async () => {
  const told = (name: string, he: string): string[] => [
    `${name} never bothered to check the list, as usual`,
    `I told ${name} at six that the key was with the neighbours`,
    `${name} forgot the key, and ${he} came back for it at noon`,
    `It was ${name}'s job to look, and ${he} couldn't even do that`,
    `${name} left early because the bus goes at four on Fridays`,
  ];
  const judge = createJudge(encoder);
  const verdicts = await judge(told('Anna', 'she'));
  for (const [name, he] of [
    ['Jonas', 'he'],
    ['Priya', 'she'],
    ['Ben', 'he'],
    ['Xiomara', 'she'],
  ] as const)
    expect(await judge(told(name, he)), name).toEqual(verdicts);
});

it('cannot tell without the encoder, nor when the encoder fails', async () => {
  expect(await createJudge(null)(['I did it again.'])).toBeNull();
  expect(await createJudge({ ...encoder, embed: () => Promise.resolve(null) })(['I did it again.'])).toBeNull();
});
