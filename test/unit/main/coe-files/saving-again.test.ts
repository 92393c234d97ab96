import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { emptyFilter } from '#domain/catalogue/coe-filter.ts';
import { writeCoe } from '#domain/file/write-coe.ts';
import { dayMoment } from '#domain/time/moment.ts';
import { lockPathOf } from '#main/disk/file-lock.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';
import { countDiskOperations } from '#test/support/stop-at-file-operation.ts';

const REQUEST = { kind: 'outage', title: 'First', happened: dayMoment('2026-05-14') } as const;
const needed = <Value>(result: { ok: true; value: Value } | { ok: false; error: { kind: string } }): Value => {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

describe('saving a COE again', () => {
  it('takes no file operation of main', async () => {
    const { library, coes } = await openTestLibrary();
    const { coe, revision } = needed(await library.create(REQUEST));
    const counter = await countDiskOperations();
    const { operations } = await counter.run(Infinity, async () => {
      const first = needed(await library.save({ ...coe, title: 'Second' }, revision));
      needed(await library.save({ ...coe, title: 'Third' }, first.revision));
    });
    expect(operations).toBe(0);
    expect(readFileSync(path.join(coes, `${coe.id}.json`), 'utf8')).toContain('"Third"');
    expect(readdirSync(coes)).toEqual([`${coe.id}.json`]);
  });

  it('writes nothing when nothing has changed', async () => {
    const { library, coes, time } = await openTestLibrary();
    const { coe, revision } = needed(await library.create(REQUEST));
    const before = readFileSync(path.join(coes, `${coe.id}.json`));
    time.advance(60_000);
    expect(needed(await library.save(coe, revision)).revision).toBe(revision);
    expect(readFileSync(path.join(coes, `${coe.id}.json`))).toEqual(before);
  });

  it('is refused after a change from outside, and goes on from there', async () => {
    const { library, coes } = await openTestLibrary();
    const { coe, revision } = needed(await library.create(REQUEST));
    const { revision: second } = needed(await library.save({ ...coe, title: 'Second' }, revision));
    const theirs = writeCoe({ ...coe, title: 'Theirs' });
    writeFileSync(path.join(coes, `${coe.id}.json`), theirs);
    expect(await library.save({ ...coe, title: 'Third' }, second)).toMatchObject({
      ok: false,
      error: { kind: 'changed-outside', current: { coe: { title: 'Theirs' } } },
    });
    expect(readFileSync(path.join(coes, `${coe.id}.json`), 'utf8')).toBe(theirs);
  });

  it('waits for the lock of a process that was killed', async () => {
    const { library, coes } = await openTestLibrary();
    const { coe, revision } = needed(await library.create(REQUEST));
    writeFileSync(lockPathOf(path.join(coes, `${coe.id}.json`)), '');
    needed(await library.save({ ...coe, title: 'Second' }, revision));
    expect(readdirSync(coes)).toEqual([`${coe.id}.json`]);
  });

  it('is in the search when the worker died between the rename and the answer', async () => {
    const dying = `
      import { writeFileSync } from 'node:fs';
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', ({ request: { file, bytes } }) => {
        writeFileSync(file, bytes);
        process.exit(1);
      });`;
    const saveWorkerUrl = new URL(`data:text/javascript,${encodeURIComponent(dying)}`);
    const { library } = await openTestLibrary({ saveWorkerUrl });
    const { coe, revision } = needed(await library.create(REQUEST));
    needed(await library.save({ ...coe, title: 'Second', summary: 'zebrafinch' }, revision));
    const request = { filter: emptyFilter(), text: 'zebrafinch', order: 'best-match', offset: 0, limit: 1 } as const;
    const found = async (): Promise<number> => (await library.list(request)).rows.length;
    await expect.poll(found).toBe(1);
  });

  it('is in the search when another program has just written the same words', async () => {
    const { library, coes } = await openTestLibrary();
    const { coe, revision } = needed(await library.create(REQUEST));
    const theirs = { ...coe, summary: 'zebrafinch' };
    writeFileSync(path.join(coes, `${coe.id}.json`), writeCoe(theirs));
    needed(await library.save(theirs, revision));
    const request = { filter: emptyFilter(), text: 'zebrafinch', order: 'best-match', offset: 0, limit: 1 } as const;
    expect((await library.list(request)).rows).toHaveLength(1);
  });

  it('works when the worker cannot run', async () => {
    const saveWorkerUrl = new URL('data:text/javascript,process.exit(1)');
    const { library, coes } = await openTestLibrary({ saveWorkerUrl });
    const { coe, revision } = needed(await library.create(REQUEST));
    needed(await library.save({ ...coe, title: 'Second' }, revision));
    expect(readFileSync(path.join(coes, `${coe.id}.json`), 'utf8')).toContain('"Second"');
  });
});
