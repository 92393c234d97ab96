import { expect, test } from 'vitest';

import { ok } from '#domain/result.ts';
import type { LibraryState } from '#ipc/library-state.ts';
import { openDropped } from '#main/people/open-dropped.ts';

/** What a drop led to, in order. */
function setUp(agrees = true, closed: LibraryState | null = null, ready: Promise<void> = Promise.resolve()) {
  const steps: string[] = [];
  const drop = openDropped({
    whenReady: () => ready,
    people: {
      open: async (file) => {
        steps.push(`open ${file}`);
        return ok({ is: 'own' });
      },
    },
    ask: async () => {
      steps.push('ask');
      return agrees;
    },
    closed: () => closed,
    announce: (event) => void steps.push(event),
    others: async (paths) => void steps.push(`others ${paths.join()}`),
  });
  return { steps, drop };
}

test.each(['a.once-share', 'A.ONCE-SHARE.AGE', 'mia.once-card'])(
  '%s is opened once the person agrees',
  async (file) => {
    const { steps, drop } = setUp();
    await drop([file]);
    expect(steps).toEqual(['ask', `open ${file}`, 'people:opened']);
  },
);

test('a shared file is not read when the person declines, or the library is locked', async () => {
  const declined = setUp(false);
  await declined.drop(['a.once-share']);
  expect(declined.steps).toEqual(['ask']);
  const locked = setUp(true, { status: 'locked' } as LibraryState);
  await locked.drop(['a.once-share']);
  expect(locked.steps).toEqual([]);
});

test('every other drop goes to the import', async () => {
  const { steps, drop } = setUp();
  await drop(['a.once-share', 'b.md']);
  await drop(['notes.age']);
  expect(steps).toEqual(['others a.once-share,b.md', 'others notes.age']);
});

test('a drop before the first library is open waits for it', async () => {
  let onOpened = (): void => undefined;
  const opened = new Promise<void>((resolve) => {
    onOpened = resolve;
  });
  const { steps, drop } = setUp(true, null, opened);
  const dropped = drop(['notes.md']);
  await new Promise(setImmediate);
  expect(steps).toEqual([]);
  onOpened();
  await dropped;
  expect(steps).toEqual(['others notes.md']);
});
