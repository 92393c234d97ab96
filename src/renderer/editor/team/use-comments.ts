import { useMemo } from 'react';

import { isOwnName, ownNames } from '#domain/actions/own-work.ts';
import { joinList } from '#domain/text/format.ts';
import { type CommentKind, type Discussion, discussionOf, type TeamComment } from '#domain/team/team-comment.ts';

import { useCoe, useDraft } from '../../draft/draft-context.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { invalidate, useIpcQuery } from '../../platform/queries.ts';
import { useSettings } from '../../platform/settings.ts';
import { useTeam } from '../../platform/team.ts';
import { showFailure } from '../../ui/show-failure.ts';

const NONE: readonly TeamComment[] = [];

/** What the team said about the open COE; null in a library that is not a team's. */
export type Comments = Discussion & {
  readonly me: string;
  /** Whether the person at this computer may add something. */
  readonly canWrite: boolean;
  /** Whether the person at this computer wrote the COE. */
  readonly isAuthor: boolean;
  /** "Written by Ann, reviewed by Ben"; empty if nobody is named. */
  readonly people: string;
};

/** The comments on the open COE, and who wrote and reviewed it. */
export function useComments(): Comments | null {
  const { id: coeId } = useDraft();
  const team = useTeam();
  const { authorName, aliases } = useSettings();
  const author = useCoe((coe) => coe.author.trim());
  const events = useIpcQuery('team:comments', { coeId }, { enabled: team !== null }).data ?? NONE;
  const discussion = useMemo(() => discussionOf(events), [events]);
  if (team === null) return null;
  const reviewers = [...new Set(discussion.reviews.map(({ by }) => by))];
  const people = [
    ...(author === '' ? [] : [`Written by ${author}`]),
    ...(reviewers.length === 0 ? [] : [`${author === '' ? 'Reviewed' : 'reviewed'} by ${joinList(reviewers)}`]),
  ].join(', ');
  const isAuthor = author === team.me || isOwnName(author, ownNames(authorName, aliases));
  return { ...discussion, me: team.me, canWrite: team.status !== 'read-only', isAuthor, people };
}

/** Adds an event to the comments on a COE. Resolves to whether it is stored. */
export async function addComment(
  coeId: string,
  kind: CommentKind,
  place: TeamComment['place'],
  { replyTo = null, text = '' }: { readonly replyTo?: string | null; readonly text?: string } = {},
): Promise<boolean> {
  const { section, row } = place;
  const added = await invokeIn(currentLibrary(), 'team:add-comment', {
    coeId,
    kind,
    place: { section, row },
    replyTo,
    text,
  });
  if (added.ok) invalidate(['team:comments']);
  else showFailure(added.error, 'Nothing was stored');
  return added.ok;
}
