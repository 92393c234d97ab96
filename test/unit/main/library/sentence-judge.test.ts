import { readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { findWording } from '#domain/advice/wording/find-wording.ts';
import { JUDGED_RULES, mayBeAbout } from '#domain/advice/wording/judged-rules.ts';
import type { Encoder } from '#main/encoder/encoder.ts';
import { createJudge } from '#main/library/sentence-judge.ts';

import { embedTexts } from '../../../../scripts/encoder/embed-texts.ts';

const encoder: Encoder = { embed: embedTexts, close: () => Promise.resolve() };

/** An author whom nothing was trained with. */
const aside = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../../fixtures/wording/authors/f.json'), 'utf8'),
) as Record<string, { guilty: string[]; innocent: string[] }>;

/** Somewhat below what was measured; see docs/checks.md. By their words alone it is 0.08, 0.16 and 0.27. */
const MIN_RECALL = { 'blame-wording': 0.45, 'hindsight-wording': 0.33, 'harsh-on-oneself': 0.68 };

it.each(JUDGED_RULES)('finds what an unknown author wrote, and is hardly ever wrong: %s', async (rule) => {
  const { guilty, innocent } = aside[rule] ?? { guilty: [], innocent: [] };
  const sentences = [...guilty, ...innocent];
  const judged = await createJudge(encoder)(sentences);
  const found = new Set(
    sentences.filter(
      (sentence, index) =>
        (mayBeAbout(rule, sentence) && judged?.[index]?.includes(rule) === true) ||
        findWording(sentence, { isPersonal: true, names: [] }).some((match) => match.rule === rule),
    ),
  );
  const right = guilty.filter((sentence) => found.has(sentence)).length;
  expect(right / guilty.length).toBeGreaterThanOrEqual(MIN_RECALL[rule]);
  expect(right / found.size).toBeGreaterThanOrEqual(0.9);
});

it('cannot tell without the encoder, nor when the encoder fails', async () => {
  expect(await createJudge(null)(['I did it again.'])).toBeNull();
  expect(await createJudge({ ...encoder, embed: () => Promise.resolve(null) })(['I did it again.'])).toBeNull();
});
