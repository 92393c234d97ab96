import { afterEach, describe, expect, it } from 'vitest';

import { meaningSimilarity, VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import { createEncoder, type Encoder } from '#main/encoder/encoder.ts';
import { workerUrl } from '#test/support/worker-url.ts';

import { embedTexts, ENCODER_FOLDERS } from '../../../../scripts/encoder/embed-texts.ts';

const opened: Encoder[] = [];
const open = (folders = ENCODER_FOLDERS, idleMs = 60_000): Encoder => {
  const encoder = createEncoder({ workerUrl: workerUrl('encoder-worker'), folders, idleMs, patienceMs: 60_000 });
  opened.push(encoder);
  return encoder;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((encoder) => encoder.close()));
});

const SENTENCES = [
  'I promised two people the same evening.',
  'The calendar of the family and that of the office do not know of each other.',
  'The disk of the database server was full.',
  'I said yes to dinner though I had said yes to a concert on the same night.',
];

describe('the sentence encoder in its thread', () => {
  it('finds two sentences of one meaning closer than two of different ones', async () => {
    const vectors = await open().embed(SENTENCES, 'now');
    const side = (at: number) => ({
      weights: [1],
      vectors: (vectors ?? new Int8Array()).slice(at * VECTOR_LENGTH, (at + 1) * VECTOR_LENGTH),
    });
    const centre = new Float32Array(VECTOR_LENGTH);
    const alike = meaningSimilarity(side(0), side(3), centre);
    expect(alike).toBeGreaterThan(0.5);
    expect(alike).toBeGreaterThan(meaningSimilarity(side(2), side(3), centre) + 0.2);
  });

  it('gives the same vectors as without a thread, whatever else is in the request', async () => {
    const encoder = open();
    const many = await encoder.embed([...SENTENCES, ...SENTENCES, ...SENTENCES], 'background');
    expect(many).not.toBeNull();
    const alone = await embedTexts(SENTENCES.slice(1, 2));
    const nth = many?.slice(5 * VECTOR_LENGTH, 6 * VECTOR_LENGTH) ?? new Int8Array();
    expect(Math.max(...nth.map((value, at) => Math.abs(value - (alone[at] ?? 0))))).toBeLessThanOrEqual(1);
  });

  it('answers null when its files are missing', async () => {
    expect(await open({ ...ENCODER_FOLDERS, model: '/nowhere' }).embed(SENTENCES, 'now')).toBeNull();
  });

  it('answers null to what is pending when it is closed, and to what comes later', async () => {
    const encoder = open();
    const pending = encoder.embed(
      Array.from({ length: 100 }, (_, at) => `This is sentence number ${at}.`),
      'background',
    );
    await encoder.close();
    expect(await pending).toBeNull();
    expect(await encoder.embed(SENTENCES, 'now')).toBeNull();
  });

  it('starts again after its thread has ended for want of work', async () => {
    const encoder = open(ENCODER_FOLDERS, 0);
    const first = await encoder.embed(SENTENCES, 'background');
    const second = await encoder.embed(SENTENCES, 'background');
    expect(first).not.toBeNull();
    expect(second).toEqual(first);
  });
});
