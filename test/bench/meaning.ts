import { memoryUsage } from 'node:process';

import { embedTexts } from '../../scripts/encoder/embed-texts.ts';
import type { Row } from './report.ts';

const ROUNDS = 20;
const BATCH = 8;
/** The numbers in the model: the least that a sentence needs is one multiplication by each. */
const MODEL_SIZE = 6_975_877;
const MB = 1_000_000;

/** Measures the sentence encoder in this process: the time of a sentence, and what the process grows by. */
export async function measureMeaning(): Promise<Row[]> {
  const numbers = new Float32Array(MODEL_SIZE).fill(0.5);
  const before = memoryUsage().rss / MB;
  await embedTexts(sentences(-1)); // loads the model
  const values: number[] = [];
  const floor: number[] = [];
  const memory: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    // oxlint-disable-next-line no-await-in-loop -- measures one batch after the other
    await embedTexts(sentences(round));
    values.push((performance.now() - start) / BATCH);
    memory.push(memoryUsage().rss / MB);
    const floorStart = performance.now();
    if (sumOfProducts(numbers) < 0) throw new Error('The numbers are positive.');
    floor.push(performance.now() - floorStart);
  }
  return [
    { what: 'a sentence as a vector, against one pass over the model', unit: 'ms', values, floor },
    { what: 'memory with the encoder, against without', unit: 'MB', values: memory, floor: [before] },
  ];
}

/** Sentences of a personal COE: some twelve words. */
const sentences = (round: number): string[] =>
  Array.from(
    { length: BATCH },
    (_, at) => `On day ${round * BATCH + at} I said yes to both of them before I looked at the calendar.`,
  );

function sumOfProducts(numbers: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < numbers.length; at += 1) sum += (numbers[at] ?? 0) * 0.25; // an iterator takes far longer
  return sum;
}
