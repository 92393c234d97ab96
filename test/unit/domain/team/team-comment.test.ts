import { describe, expect, it } from 'vitest';

import { discussionOf, newTeamComment, type TeamComment } from '#domain/team/team-comment.ts';

let made = 0;
const event = (kind: TeamComment['kind'], by: string, replyTo: TeamComment | null = null): TeamComment => {
  made += 1;
  return newTeamComment({
    id: `01J${String(made).padStart(23, '0')}`,
    coeId: '01K84NDHAA6BH94HRP63QDMCQ1',
    kind,
    by,
    at: `2026-05-14T09:00:${String(made).padStart(2, '0')}.000Z`,
    place: { section: 'cause', row: null },
    replyTo: replyTo?.id ?? null,
    text: `Event ${made}`,
  });
};

describe('the discussion of a COE', () => {
  it('is the same in whatever order the events arrive', () => {
    const asked = event('comment', 'Ben');
    const all = [asked, event('answer', 'Ann', asked), event('resolve', 'Ann', asked), event('reviewed', 'Ben')];
    const discussion = discussionOf([...all, ...all].toReversed());
    expect(discussion).toEqual(discussionOf(all));
    expect(discussion.threads).toMatchObject([{ first: { by: 'Ben' }, answers: [{ by: 'Ann' }], isResolved: true }]);
    expect(discussion.reviews).toMatchObject([{ by: 'Ben' }]);
  });

  it('lets a thread be reopened, and only the author withdraw', () => {
    const asked = event('comment', 'Ben');
    const resolved = event('resolve', 'Ann', asked);
    const reopened = event('reopen', 'Cem', asked);
    expect(discussionOf([asked, resolved, reopened]).threads[0]?.isResolved).toBe(false);
    expect(discussionOf([asked, event('withdraw', 'Ann', asked)]).threads).toHaveLength(1);
    expect(discussionOf([asked, event('withdraw', 'Ben', asked)]).threads).toEqual([]);
  });
});
