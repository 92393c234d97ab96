import { describe, expect, it } from 'vitest';

import {
  discussionOf,
  eventsInOrder,
  newTeamComment,
  readTeamComment,
  type TeamComment,
  writeTeamComment,
} from '#domain/team/team-comment.ts';
import { someCoe } from '#test/support/some-coe.ts';

const { id: coeId } = someCoe();
const ids = 'ABCDEFGHJK';
let made = 0;
const event = (parts: Partial<TeamComment>): TeamComment => {
  made += 1;
  return newTeamComment({
    id: `${ids[made % 10]}`.repeat(20) + String(made).padStart(6, '0'),
    coeId,
    kind: 'comment',
    by: 'Ann',
    at: `2026-05-14T08:00:${String(made % 60).padStart(2, '0')}.000Z`,
    place: { section: 'cause', row: null },
    replyTo: null,
    after: null,
    text: 'Why?',
    ...parts,
  });
};

describe('comments', () => {
  const question = event({});
  const answer = event({ kind: 'answer', by: 'Ben', replyTo: question.id, text: 'Because.' });

  it('are threads with their answers, whatever order and number they arrive in', () => {
    const thread = { first: question, answers: [answer], isResolved: false };
    expect(discussionOf([answer, question, answer]).threads).toEqual([thread]);
  });

  it('are resolved and reopened by the last who says so', () => {
    const resolve = event({ kind: 'resolve', replyTo: question.id });
    const reopen = event({ kind: 'reopen', replyTo: question.id });
    expect(discussionOf([question, resolve]).threads[0]?.isResolved).toBe(true);
    expect(discussionOf([question, resolve, reopen]).threads[0]?.isResolved).toBe(false);
  });

  it('come after what was there when they were added, whatever the clocks of two computers say', () => {
    const [fast, right] = ['2026-05-14T13:00:00.000Z', '2026-05-14T12:10:00.000Z'];
    const asked = event({ by: 'Ann', at: fast });
    const resolve = event({ kind: 'resolve', by: 'Ann', at: fast, replyTo: asked.id, after: asked.id });
    const reopen = event({ kind: 'reopen', by: 'Ben', at: right, replyTo: asked.id, after: resolve.id });
    const again = event({ kind: 'answer', by: 'Ben', at: right, replyTo: asked.id, after: reopen.id });
    for (const events of [
      [asked, resolve, reopen, again],
      [again, reopen, resolve, asked],
    ]) {
      expect(eventsInOrder(events)).toEqual([asked, resolve, reopen, again]);
      expect(discussionOf(events).threads[0]?.isResolved).toBe(false);
    }
  });

  it('that name each other, or thousands one after the other, are all there', () => {
    const [one, other] = [event({}), event({})];
    expect(
      eventsInOrder([
        { ...one, after: other.id },
        { ...other, after: one.id },
      ]),
    ).toHaveLength(2);
    const chain = Array.from({ length: 6_000 }, (_none, index) =>
      event({ id: String(index).padStart(26, '0'), after: String(index + 1).padStart(26, '0') }),
    );
    expect(eventsInOrder(chain).map(({ id }) => id)).toEqual(chain.map(({ id }) => id).toReversed());
  });

  it('can be withdrawn by their author alone', () => {
    const byBen = event({ kind: 'withdraw', by: 'Ben', replyTo: question.id });
    expect(discussionOf([question, byBen]).threads).toHaveLength(1);
    const byAnn = event({ kind: 'withdraw', by: 'Ann', replyTo: question.id });
    expect(discussionOf([question, answer, byAnn]).threads).toEqual([]);
  });

  it('tell who reviewed', () => {
    expect(discussionOf([event({ kind: 'reviewed', by: 'Ben', text: '' })]).reviews.map(({ by }) => by)).toEqual([
      'Ben',
    ]);
  });

  it('of a kind that this version does not know are kept in the file and left out of the threads', () => {
    const unknown = event({ kind: 'sticker', replyTo: question.id });
    expect(readTeamComment(writeTeamComment(unknown))).toEqual(unknown);
    expect(discussionOf([question, unknown]).threads).toEqual([{ first: question, answers: [], isResolved: false }]);
  });

  it.each(['', '{', '[]', '{"format":"once-team-comment","version":1}', 'null'])('%j is not one', (text) => {
    expect(readTeamComment(text)).toBeNull();
  });
});
