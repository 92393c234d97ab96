import { describe, expect, it } from 'vitest';

import { type Audiences, LABEL_IDS } from '#domain/coe/audience.ts';
import type { Coe } from '#domain/coe/coe.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { chooseParts } from '#domain/export/choose-parts.ts';
import { DEFAULT_EXPORT_CHOICE } from '#domain/export/export-choice.ts';
import { markdownForClipboard } from '#domain/export/markdown/write-markdown.ts';
import { richTextOf } from '#domain/export/rich-text.ts';
import { decryptWithIdentity } from '#main/encryption/age/recipient-file.ts';
import { drawCopy } from '#main/sharing/draw-copy.ts';
import { makeCopy, type ShareChoice } from '#main/sharing/make-copy.ts';
import { canaryCoe, canaryLabels, foundIn } from '#test/support/canary-coe.ts';
import { unzipped } from '#test/support/unzipped.ts';

import { COACH, WRITER } from './share-fixtures.ts';

const { coe: COE, canaries: CANARIES } = canaryCoe();
const CHOICE: ShareChoice = {
  to: COACH.person,
  audience: 'coaching',
  times: 'exact',
  names: [],
  asks: '',
  notForRatings: true,
  deleteAfter: null,
};

const { partOf, isShown } = canaryLabels(CANARIES);

async function copyOf(audiences: Audiences) {
  const coe: Coe = { ...COE, audiences };
  const made = await makeCopy(coe, CHOICE, {
    identity: WRITER,
    on: '2026-06-01',
    shares: [],
    patterns: [{ id: COE.patternIds[0] ?? '', words: 'zépatternkanarienvögel' }],
    readAttachment: async () => null,
    threadOf: async () => [],
  });
  if (!made.ok) throw new Error(made.error);
  const opened = decryptWithIdentity(COACH.encryption, made.value.bytes);
  if (!opened.ok) throw new Error(opened.error);
  return { coe, file: made.value.bytes, opened: opened.value, body: made.value.body };
}

const ALL_OPEN: Audiences = Object.fromEntries(
  ['tags', 'coach', 'sections.impact.feelings', 'sections.learned.value', 'patternIds']
    .concat(['stateThen', 'stateWords', 'confidenceThen'].map((key) => `sections.context.${key}`))
    .map((part) => [part, 'published' as const]),
);
const PARTS = [...new Set([...CANARIES.keys()].map(partOf).flatMap((part) => [part, part.replace(/[./][^./]*$/, '')]))];
/** Labels that are spread over the parts in another way for each number. */
const spread = (number: number): Audiences =>
  Object.fromEntries(
    PARTS.flatMap((part, index) => {
      const label = LABEL_IDS[(index * 7 + number * 5 + Math.floor((index * number) / 3)) % 4];
      return label === undefined ? [] : [[part, label]];
    }),
  );
const LABELLINGS: [string, Audiences][] = [
  ['by default', {}],
  ['with everything open', ALL_OPEN],
  ...Array.from({ length: 6 }, (_, number): [string, Audiences] => [`spread ${number}`, spread(number + 1)]),
];

describe('a copy for coaching', () => {
  it('is tested with a text in every field', () => {
    expect(CANARIES.size).toBeGreaterThan(60);
    expect(foundIn(Buffer.from(JSON.stringify(COE)), CANARIES.get('summary') ?? '')).toContain('UTF-8');
  });

  it.each(LABELLINGS)('has what its labels let out and nothing else, in any encoding: %s', async (_name, audiences) => {
    const { coe, file, opened } = await copyOf(audiences);
    for (const [path, text] of CANARIES) {
      const found = foundIn(opened, text);
      expect(foundIn(file, text), path).toEqual([]);
      if (isShown(coe, path)) expect(found, `${path} is missing`).toContain('UTF-8');
      else expect(found, `${path} is in it`).toEqual([]);
    }
    expect(opened.includes(COE.id)).toBe(false);
    expect(opened.includes(COE.patternIds[0] ?? 'none')).toBe(false);
    expect(opened.includes('patternkanarien')).toBe(audiences === ALL_OPEN);
  });

  // A PDF is printed from one page, and has nothing that the page has not.
  it.each(['markdown', 'html', 'docx', 'pdf'] as const)('has nothing more as %s, in any part of it', async (format) => {
    for (const audiences of [{}, spread(2)]) {
      const { coe, body } = await copyOf(audiences);
      const drawn = await drawCopy(
        format,
        body,
        { zone: 'UTC', dates: PLAIN_DATE_STYLE, paper: 'a4' },
        async (page) => ({ ok: true, value: Buffer.from(JSON.stringify(page)) }),
      );
      if (!drawn.ok) throw new Error(drawn.error.kind);
      const parts = format === 'docx' ? await unzipped(drawn.value) : [drawn.value];
      for (const [path, text] of CANARIES) {
        if (isShown(coe, path)) continue;
        for (const part of parts) expect(foundIn(part, text), path).toEqual([]);
      }
      const shown = CANARIES.get('sections.mitigated.prose') ?? '';
      const isThere = parts.some((part) => foundIn(part, shown).includes('UTF-8'));
      expect(isThere).toBe(isShown(coe, 'sections.mitigated.prose'));
    }
  });
});

describe('the clipboard', () => {
  // What is copied from one's own COE follows the choice of the last export; labels are for shares.
  it('has no feelings, no state on the day and no bookkeeping, in either flavour', () => {
    const chosen = chooseParts(COE, DEFAULT_EXPORT_CHOICE);
    const flavours = [markdownForClipboard(chosen), richTextOf(chosen, { zone: 'UTC', dates: PLAIN_DATE_STYLE })];
    const hidden = [...CANARIES].filter(([path]) =>
      /^(?:sections\.impact\.feelings|sections\.context\.state|dismissed|source)/.test(path),
    );
    expect(hidden.length).toBeGreaterThan(3);
    for (const flavour of flavours) {
      for (const [path, text] of hidden) expect(foundIn(Buffer.from(flavour), text), path).toEqual([]);
      expect(foundIn(Buffer.from(flavour), CANARIES.get('sections.cause.prose') ?? '')).toContain('UTF-8');
    }
  });
});
