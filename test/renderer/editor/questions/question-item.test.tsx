// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';

import { threadsOf } from '#domain/coaching/threads.ts';
import type { SharedThreads } from '#ipc/threads.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { QuestionItem } from '#renderer/editor/questions/question-item.tsx';
import { prefetch } from '#renderer/platform/queries.ts';
import { COACH, coachingEvent, WRITER } from '#test/support/coaching-events.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { draftOn } from '#test/support/open-test-draft.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { unsentOnDisk } from '#test/support/unsent-on-disk.ts';

afterEach(cleanup);

const UNSENT = unsentOnDisk();

/** A question whose answers are stored once `store` is called, and how often it moved. */
async function showQuestion(name: string, kind: 'question' | 'proposal') {
  const action = { text: 'Add an alarm', doneWhen: '', due: null, checkDate: null };
  const event = coachingEvent(name, COACH, 1, kind, null, {
    text: 'What did you see?',
    action: kind === 'proposal' ? action : null,
  });
  const shared: SharedThreads = {
    share: 'a'.repeat(32),
    reader: 'Ben',
    isWithdrawn: false,
    writer: WRITER,
    events: [event],
    rowIds: {},
    sentTexts: {},
    sentRows: {},
    names: [],
    news: null,
  };
  const [thread] = threadsOf(shared.events, WRITER);
  if (thread === undefined) throw new Error('no thread');
  const place = { section: 'cause', rowId: null, goneRow: null, field: null, passage: null, words: '' } as const;
  const moves = { count: 0 };
  let store = (): void => {};
  const stored = new Promise<void>((resolve) => (store = resolve));
  const { draft } = draftOn(someCoe());
  const { requests } = showPage(
    <DraftContext value={draft}>
      <ul>
        <QuestionItem
          question={{ thread, place, shared, news: new Set() }}
          namesSection={false}
          readOnly={false}
          onGo={() => {}}
          onMoved={() => (moves.count += 1)}
        />
      </ul>
    </DraftContext>,
    {
      'settings:read': DEFAULT_SETTINGS,
      'library:state': someLibrary(),
      ...UNSENT,
      'sharing:add-event': async () => {
        await stored;
        return event;
      },
    },
  );
  await act(() => prefetch('library:state', {}));
  const actions = (): string[] => draft.store.getState().coe.sections.actions.items.map(({ text }) => text);
  return { requests, moves, actions, store: () => act(async () => store()) };
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const field = (name: RegExp) => screen.findByRole<HTMLTextAreaElement>('textbox', { name });
const type = async (name: RegExp, value: string) => fireEvent.change(await field(name), { target: { value } });

it.each([
  ['an answer', 'question', /^Answer/, /^Your answer/, 'Store the answer'],
  ['a reason', 'proposal', /^Not now/, /^Why not now/, 'Not now'],
  ['a changed proposal', 'proposal', /^Change and accept/, /^Action/, 'Accept'],
] as const)('%s that is changed while it is being stored stays', async (name, kind, opens, label, sends) => {
  const { requests, moves, store } = await showQuestion(name, kind);
  fireEvent.click(button(opens));
  await type(label, 'First');
  fireEvent.click(button(sends));
  await expect.poll(() => requests('sharing:add-event')).toHaveLength(1);
  await type(label, 'First and a second thought');
  await store();
  expect((await field(label)).value).toBe('First and a second thought');
  expect(moves.count).toBe(0);
  fireEvent.click(button('Cancel'));
});

it('an answer that is stored as it is closes its form', async () => {
  const { moves, store } = await showQuestion('unchanged', 'question');
  fireEvent.click(button(/^Answer/));
  await type(/^Your answer/, 'The alarm');
  fireEvent.click(button('Store the answer'));
  await store();
  await expect.poll(() => moves.count).toBe(1);
  expect(screen.queryByRole('textbox')).toBeNull();
});

it('an answer that is begun while the question is being resolved stays', async () => {
  const { requests, moves, store } = await showQuestion('resolved', 'question');
  fireEvent.click(button(/^Resolve/));
  await expect.poll(() => requests('sharing:add-event')).toHaveLength(1);
  fireEvent.click(button(/^Answer/));
  await type(/^Your answer/, 'One more thing');
  await store();
  expect((await field(/^Your answer/)).value).toBe('One more thing');
  expect(moves.count).toBe(0);
});

it('a proposal that is accepted twice, before it is on disk, becomes one action', async () => {
  const { requests, actions, store } = await showQuestion('accepted', 'proposal');
  fireEvent.click(button(/^Accept/));
  fireEvent.click(button(/^Accept/));
  await store();
  await expect.poll(() => requests('sharing:add-event')).toHaveLength(1);
  // The button stays until the threads have been read again.
  fireEvent.click(button(/^Accept/));
  expect(actions()).toEqual(['Add an alarm']);
});
