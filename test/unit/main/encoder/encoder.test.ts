import { symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { meaningSimilarity, VECTOR_LENGTH } from '#domain/similar/meaning.ts';
import { createEncoder, type Encoder, type EncoderOptions } from '#main/encoder/encoder.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import { workerUrl } from '#test/support/worker-url.ts';

import { embedTexts, ENCODER_FOLDERS } from '../../../../scripts/encoder/embed-texts.ts';

const opened: Encoder[] = [];
const open = (options: Partial<EncoderOptions> = {}): Encoder => {
  const encoder = createEncoder({
    workerUrl: workerUrl('encoder-worker'),
    folders: ENCODER_FOLDERS,
    idleMs: 60_000,
    timeoutMs: 60_000,
    ...options,
  });
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
    // The second sentence again, in the first request to the thread and in the second.
    for (const index of [5, 9]) {
      const found = many?.slice(index * VECTOR_LENGTH, (index + 1) * VECTOR_LENGTH) ?? new Int8Array();
      expect(Math.max(...found.map((value, at) => Math.abs(value - (alone[at] ?? 0))))).toBeLessThanOrEqual(1);
    }
  });

  it('answers null when its files are missing', async () => {
    const encoder = open({ folders: { ...ENCODER_FOLDERS, model: '/nowhere' } });
    expect(await encoder.embed(SENTENCES, 'now')).toBeNull();
  });

  it('answers a request that somebody waits for before the rest of one in the background', async () => {
    const encoder = open();
    const answered: string[] = [];
    const many = Array.from({ length: 24 }, (_, at) => `This is sentence number ${at}.`);
    await Promise.all([
      encoder.embed(many, 'background').then(() => answered.push('background')),
      encoder.embed(SENTENCES, 'now').then(() => answered.push('now')),
    ]);
    expect(answered).toEqual(['now', 'background']);
  });

  it('answers null when somebody would wait too long, and computes what is asked in the background', async () => {
    const encoder = open({ timeoutMs: 0 });
    expect(await encoder.embed(SENTENCES, 'now')).toBeNull();
    expect(await encoder.embed(SENTENCES, 'background')).not.toBeNull();
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

  it('ends its thread when it is idle, and loads the model again for the next request', async () => {
    const model = path.join(temporaryFolder(), 'model');
    symlinkSync(ENCODER_FOLDERS.model, model);
    const encoder = open({ folders: { ...ENCODER_FOLDERS, model }, idleMs: 0 });
    const first = await encoder.embed(SENTENCES, 'background');
    expect(first).not.toBeNull();
    unlinkSync(model);
    // Only a new thread misses the files.
    await expect.poll(() => encoder.embed(SENTENCES, 'background')).toBeNull();
    symlinkSync(ENCODER_FOLDERS.model, model);
    await expect.poll(() => encoder.embed(SENTENCES, 'background')).toEqual(first);
  });
});
