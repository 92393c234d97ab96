// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';

import { actionSchema } from '#domain/coe/sections/actions.ts';
import type { CoePlace } from '#domain/team/place-in-coe.ts';
import { newTeamComment, type TeamComment } from '#domain/team/team-comment.ts';
import { DEFAULT_SETTINGS } from '#ipc/settings.ts';
import type { AskedQuestion } from '#ipc/team.ts';
import { DraftContext } from '#renderer/draft/draft-context.ts';
import { CommentsPanel } from '#renderer/editor/team/comments-panel.tsx';
import { TeamQuestionsPanel } from '#renderer/editor/team/team-questions-panel.tsx';
import { useComments } from '#renderer/editor/team/use-comments.ts';
import { useTeamQuestions } from '#renderer/editor/team/use-team-questions.ts';
import { prefetch } from '#renderer/platform/queries.ts';
import type { FakedAnswers } from '#test/support/fake-bridge.ts';
import { someLibrary } from '#test/support/library-states.ts';
import { draftOn } from '#test/support/open-test-draft.ts';
import { showPage } from '#test/support/show-page.tsx';
import { someCoe } from '#test/support/some-coe.ts';
import { someTeam } from '#test/support/team-states.ts';
import { unsentOnDisk } from '#test/support/unsent-on-disk.ts';

afterEach(cleanup);

const UNSENT = unsentOnDisk();
const COE = someCoe({ author: 'Ann' });
COE.sections.actions.items = [actionSchema.parse({ id: 'a1', text: 'Check the date' })];

const question = (known: Partial<AskedQuestion> = {}): AskedQuestion => ({
  format: 'once-team-question',
  version: 1,
  id: '01K84NDHAA6BH94HRP63QDMCQ7',
  file: `coes/2026-05/${COE.id}.json`,
  coeId: COE.id,
  kind: 'text',
  path: ['sections', 'actions', 'items', 'a1', 'text'],
  where: 'Action 1',
  stands: 'both',
  base: 'Check it',
  first: 'Check the date',
  second: 'Check the time',
  shownFirst: 'Check the date',
  shownSecond: 'Check the time',
  firstBy: null,
  secondBy: null,
  ...known,
});

const comment = (known: Partial<TeamComment> = {}): TeamComment => ({
  ...newTeamComment({
    id: '01K84NDHAA6BH94HRP63QDMCQ8',
    coeId: COE.id,
    kind: 'comment',
    by: 'Ben',
    at: '2026-05-14T09:40:00.000Z',
    place: { section: 'actions', row: 'a1' },
    replyTo: null,
    after: null,
    text: 'Which calendar?',
  }),
  ...known,
});

async function showPanels(answers: FakedAnswers, { me = 'Ann', status = 'shared' as const } = {}) {
  const gone: CoePlace[] = [];
  const test = draftOn(COE);
  function Panels() {
    const questions = useTeamQuestions();
    const comments = useComments();
    return (
      <>
        <p>{comments?.people}</p>
        <TeamQuestionsPanel {...questions} section="cause" name="Questions" onGo={(place) => gone.push(place)} />
        {comments !== null && (
          <CommentsPanel comments={comments} section="actions" onGo={(place) => gone.push(place)} />
        )}
      </>
    );
  }
  const bridge = showPage(
    <DraftContext value={test.draft}>
      <Panels />
    </DraftContext>,
    {
      'settings:read': { ...DEFAULT_SETTINGS, zone: 'UTC' },
      'library:state': someLibrary(),
      'team:state': someTeam({ me, status }),
      'team:questions': [],
      'team:comments': [],
      'team:settle': null,
      'team:add-comment': comment(),
      ...UNSENT,
      ...answers,
    },
  );
  await prefetch('library:state', {});
  return { ...bridge, gone };
}

const button = (name: string) => screen.getByRole('button', { name });

describe('the questions that two changes left open', () => {
  it('show the place, both wordings with what differs, and what stands now', async () => {
    const { gone } = await showPanels({ 'team:questions': [question()] });
    const region = await screen.findByRole('region', { name: 'Questions' });
    expect(region.textContent).toContain('Actions: Action 1');
    expect([...region.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual(['date', 'time']);
    expect(region.textContent).toContain('In the COE now: both, one after the other.');
    fireEvent.click(button('Go there: Action 1'));
    expect(gone).toEqual([{ section: 'actions', rowId: 'a1', field: 'text' }]);
  });

  it('say whose each wording is, and offer it by that name', async () => {
    const [ann, ben] = [
      { name: 'Ann', isYou: true },
      { name: 'Ben', isYou: false },
    ];
    const asked = question({ kind: 'value', stands: 'first', firstBy: ann, secondBy: ben });
    const { requests } = await showPanels({ 'team:questions': [asked] });
    const region = await screen.findByRole('region', { name: 'Questions' });
    expect(region.textContent).toMatch(/YoursCheck the date.*Ben’sCheck the time/);
    expect(region.textContent).toContain('In the COE now: yours.');
    fireEvent.click(button('Use Ben’s: Action 1'));
    await expect.poll(() => requests('team:settle').map(({ choice }) => choice)).toEqual(['second']);
  });

  it.each([
    ['deleted' as const, 'Ben deleted this COE while you changed it.'],
    ['removed' as const, 'Ben removed this row while you changed it.'],
  ])('say who %s what the other changed', async (kind, sentence) => {
    const by = { firstBy: { name: 'Ann', isYou: true }, secondBy: { name: 'Ben', isYou: false } };
    await showPanels({ 'team:questions': [question({ kind, stands: 'first', second: null, ...by })] });
    expect((await screen.findByRole('region', { name: 'Questions' })).textContent).toContain(sentence);
  });

  it.each([
    ['deleted' as const, true, 'You deleted this COE on one computer and changed it on another.'],
    ['removed' as const, false, 'Ann removed this row on one computer and changed it on another.'],
  ])('name one person who %s what they changed elsewhere', async (kind, isYou, sentence) => {
    const ann = { name: 'Ann', isYou };
    const by = { firstBy: ann, secondBy: ann };
    await showPanels({ 'team:questions': [question({ kind, stands: 'first', second: null, ...by })] });
    expect((await screen.findByRole('region', { name: 'Questions' })).textContent).toContain(sentence);
  });

  it('call the wordings the first and the second when both are by one person', async () => {
    const ann = { name: 'Ann', isYou: false };
    await showPanels({ 'team:questions': [question({ firstBy: ann, secondBy: ann })] });
    await screen.findByRole('region', { name: 'Questions' });
    expect(button('Use the second: Action 1')).toBeDefined();
  });

  it('are settled for everyone with one click', async () => {
    const { requests } = await showPanels({ 'team:questions': [question()] });
    await screen.findByRole('region', { name: 'Questions' });
    fireEvent.click(button('Use the second: Action 1'));
    await expect
      .poll(() => requests('team:settle'))
      .toEqual([{ library: someLibrary().handle, coeId: COE.id, question: question().id, choice: 'second' }]);
  });

  it.each([
    ['stands' as const, 'Leave it as it is: Action 1', question({ kind: 'value', stands: 'first' })],
    ['second' as const, 'Remove the row: Action 1', question({ kind: 'removed', stands: 'first', second: null })],
    [
      'second' as const,
      'Delete it for everyone: The whole COE',
      question({ kind: 'deleted', where: 'The whole COE', path: [], stands: 'first', first: 'x', second: null }),
    ],
  ])('offer %s as “%s”', async (choice, label, asked) => {
    const { requests } = await showPanels({ 'team:questions': [asked] });
    await screen.findByRole('region', { name: 'Questions' });
    fireEvent.click(button(label));
    await expect.poll(() => requests('team:settle').map((request) => request.choice)).toEqual([choice]);
  });

  it('cannot be settled by a person who may only read', async () => {
    await showPanels({ 'team:questions': [question()] }, { status: 'read-only' as never });
    const region = await screen.findByRole('region', { name: 'Questions' });
    expect(within(region).getAllByRole('button')).toHaveLength(1);
  });
});

describe('the comments of a team', () => {
  it('are answered, resolved and withdrawn', async () => {
    const own = comment({
      id: '01K84NDHAA6BH94HRP63QDMCQ9',
      kind: 'answer',
      by: 'Ann',
      replyTo: comment().id,
      text: 'Mine.',
    });
    const { requests } = await showPanels({ 'team:comments': [comment(), own] });
    await screen.findByText('Which calendar?');
    fireEvent.click(button('Withdraw: Mine.'));
    fireEvent.click(button('Resolve: Which calendar?'));
    fireEvent.click(button('Answer: Which calendar?'));
    fireEvent.change(await screen.findByRole('textbox', { name: 'Your answer: Which calendar?' }), {
      target: { value: 'The shared one.' },
    });
    fireEvent.click(button('Answer'));
    await expect
      .poll(() => requests('team:add-comment').map(({ kind, replyTo, text }) => [kind, replyTo, text]))
      .toEqual([
        ['withdraw', own.id, ''],
        ['resolve', comment().id, ''],
        ['answer', comment().id, 'The shared one.'],
      ]);
    expect(screen.queryByRole('button', { name: 'Withdraw: Which calendar?' })).toBeNull();
  });

  it('begin at the section, or at a row of it', async () => {
    const { requests } = await showPanels({});
    fireEvent.click(await screen.findByRole('button', { name: 'Comment on Actions' }));
    fireEvent.change(await screen.findByRole('textbox', { name: 'Your comment on Actions' }), {
      target: { value: 'Two owners?' },
    });
    expect(screen.getByRole('button', { name: /All of Actions/ })).toBeDefined();
    fireEvent.click(button('Comment'));
    await expect
      .poll(() => requests('team:add-comment'))
      .toMatchObject([
        { kind: 'comment', place: { section: 'actions', row: null }, text: 'Two owners?', replyTo: null },
      ]);
  });

  it.each([
    ['Comment on Actions', 'Your comment on Actions', 'Comment'],
    ['Answer: Which calendar?', 'Your answer: Which calendar?', 'Answer'],
  ])('keep what is typed while a comment is being stored: %s', async (opens, field, sends) => {
    let store = (): void => {};
    const stored = new Promise<void>((resolve) => (store = resolve));
    const { requests } = await showPanels({
      'team:comments': [comment()],
      'team:add-comment': async () => {
        await stored;
        return comment();
      },
    });
    const type = (value: string) =>
      fireEvent.change(screen.getByRole('textbox', { name: field }), { target: { value } });
    fireEvent.click(await screen.findByRole('button', { name: opens }));
    await screen.findByRole('textbox', { name: field });
    type('First');
    fireEvent.click(button(sends));
    type('First and a second thought');
    const asked = requests('team:comments').length;
    store();
    // The comments are read again once this one is stored.
    await expect.poll(() => requests('team:comments').length).toBeGreaterThan(asked);
    await expect.poll(() => button(sends).hasAttribute('disabled')).toBe(false);
    expect(requests('team:add-comment').map(({ text }) => text)).toEqual(['First']);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: field }).value).toBe('First and a second thought');
    fireEvent.click(button('Cancel'));
  });

  it('say who wrote and who reviewed', async () => {
    await showPanels({ 'team:comments': [comment({ kind: 'reviewed', text: '' })] });
    expect(await screen.findByText('Written by Ann, reviewed by Ben')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'I have reviewed this' })).toBeNull();
  });

  it('let somebody else than the author review', async () => {
    const { requests } = await showPanels({}, { me: 'Ben' });
    fireEvent.click(await screen.findByRole('button', { name: 'I have reviewed this' }));
    await expect.poll(() => requests('team:add-comment').map(({ kind }) => kind)).toEqual(['reviewed']);
  });
});
