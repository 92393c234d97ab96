import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { testId } from '#test/support/test-ids.ts';

import { coeOf } from '../../../fixtures/similar/coe-of.ts';
import { REPEATS_IN_LIFE } from '../../../fixtures/similar/repeats-in-life.ts';

it('after the worker dies, nothing is lost and search works again', async () => {
  const workerUrl = new URL('../../../support/mortal-worker.ts', import.meta.url);
  const test = await openTestLibrary({ workerUrl });
  const made = await test.library.create({ kind: 'outage', title: 'First', happened: dayMoment('2026-05-14') });
  if (!made.ok) throw new Error('not created');
  const { coe, revision } = made.value;
  coe.sections.context.prose = 'An unlikely word: quincunx.';
  expect((await test.library.save(coe, revision)).ok).toBe(true);

  writeFileSync(path.join(test.coes, '.die'), '');
  await test.library.reconcile();
  expect(test.broken.map((error) => error.message)).toContain('The library worker has ended');
  expect(test.library.state()).toMatchObject({ status: 'ready', coeCount: 1 });
  expect((await test.library.open(coe.id)).ok).toBe(true);

  rmSync(path.join(test.coes, '.die'));
  const found = async (): Promise<number> =>
    (await test.library.list({ filter: emptyFilter(), text: 'quincunx', order: 'title', offset: 0, limit: 5 })).total;
  await expect.poll(found).toBe(1);
});

it('after the worker dies, similar COEs are found again', async () => {
  const workerUrl = new URL('../../../support/mortal-worker.ts', import.meta.url);
  const { library, coes } = await openTestLibrary({ workerUrl });
  const { first, second } = REPEATS_IN_LIFE[0] ?? raise('no pairs');
  await library.save(coeOf(first, testId(1)), 'none');
  const found = async (): Promise<string[]> =>
    (await library.findSimilar(coeOf(second, testId(2)))).map(({ id, reasons }) => `${id} ${reasons.length}`);
  const before = await found();
  expect(before).toHaveLength(1);

  writeFileSync(path.join(coes, '.die'), '');
  await library.reconcile();
  rmSync(path.join(coes, '.die'));
  await expect.poll(found).toEqual(before);
});

const raise = (message: string): never => {
  throw new Error(message);
};
