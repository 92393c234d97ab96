import { z } from 'zod';

import { SECTION_IDS } from '../coe/vocabulary.ts';
import { parseJsonText } from '../file/json-text.ts';
import { coeIdSchema } from '../ids.ts';
import { compareText } from '../text/compare.ts';
import { teamEventIdSchema } from './team-question.ts';

/** Says that a JSON file is an event of the comments of a team library. Never changes. */
const COMMENT_FORMAT = 'once-team-comment';

/**
 * What a member can do: begin a thread, answer in one, resolve or reopen one, take an own event back, or say that the
 * COE was reviewed. Ids are in files, so never renamed.
 */
export const COMMENT_KINDS = ['comment', 'answer', 'resolve', 'reopen', 'withdraw', 'reviewed'] as const;
export type CommentKind = (typeof COMMENT_KINDS)[number];

/** The longest text of a comment, in UTF-16 code units. */
export const MAX_COMMENT_TEXT = 4_000;

/** The part of a COE that a comment is about; `header` is what is above the sections. */
export const commentPlaceSchema = z.looseObject({
  section: z.enum([...SECTION_IDS, 'header']),
  row: z.string().max(64).nullable().default(null),
});

/**
 * One event of the comments on a COE, as stored in `talk/<month>/<COE>/<id>.json`, and never changed afterwards. `by` is
 * the name that the member gave; nothing proves it. `replyTo` is the event that this one answers, resolves, reopens or
 * withdraws; null for one that begins a thread, and for a review. `after` is the last event on the COE that was there
 * when this one was added; null for none. It orders the two when the clocks of two computers differ.
 */
export const teamCommentSchema = z.looseObject({
  format: z.literal(COMMENT_FORMAT),
  version: z.literal(1),
  id: teamEventIdSchema,
  coeId: coeIdSchema,
  kind: z.enum(COMMENT_KINDS).or(z.string().regex(/^[a-z-]{1,32}$/)),
  by: z.string().min(1).max(200),
  at: z.iso.datetime(),
  place: commentPlaceSchema,
  replyTo: teamEventIdSchema.nullable().default(null),
  after: teamEventIdSchema.nullable().default(null),
  text: z.string().max(MAX_COMMENT_TEXT).default(''),
});
export type TeamComment = z.infer<typeof teamCommentSchema>;

/** Reads the text of a comment's file; null if it is not one. Never throws. */
export function readTeamComment(text: string): TeamComment | null {
  const json = parseJsonText(text);
  const comment = json.ok ? teamCommentSchema.safeParse(json.value) : null;
  return comment?.success === true ? comment.data : null;
}

/** The text of a comment's file: indented JSON with a final newline. */
export const writeTeamComment = (comment: TeamComment): string => `${JSON.stringify(comment, null, 2)}\n`;

/** A new event. */
export const newTeamComment = (
  event: Pick<TeamComment, 'id' | 'coeId' | 'kind' | 'by' | 'at' | 'place' | 'replyTo' | 'after' | 'text'>,
): TeamComment => ({
  ...event,
  format: COMMENT_FORMAT,
  version: 1,
});

/** A thread of comments: the event that began it, the answers in order of time, and whether it is resolved. */
export type CommentThread = {
  readonly first: TeamComment;
  readonly answers: readonly TeamComment[];
  readonly isResolved: boolean;
};

/** Who wrote and who reviewed a COE, and what was said about it. */
export type Discussion = {
  readonly threads: readonly CommentThread[];
  /** The reviews, oldest first. */
  readonly reviews: readonly TeamComment[];
};

/**
 * The threads in the comments on a COE, oldest first. Events arrive in any order and more than once. A withdrawn event
 * is left out, with its answers if it began the thread; only its own author can withdraw it. An event of a kind that
 * this version does not know is left out.
 */
export function discussionOf(events: readonly TeamComment[]): Discussion {
  const inOrder = eventsInOrder(events);
  const byId = new Map(inOrder.map((event) => [event.id, event]));
  const withdrawn = new Set(
    inOrder.flatMap(({ kind, replyTo, by }) =>
      kind === 'withdraw' && replyTo !== null && byId.get(replyTo)?.by === by ? [replyTo] : [],
    ),
  );
  const shown = inOrder.filter(({ id }) => !withdrawn.has(id));
  const threads = shown
    .filter(({ kind, replyTo }) => kind === 'comment' && replyTo === null)
    .map((first): CommentThread => {
      const replies = shown.filter(({ replyTo }) => replyTo === first.id);
      const last = replies.findLast(({ kind }) => kind === 'resolve' || kind === 'reopen');
      return {
        first,
        answers: replies.filter(({ kind }) => kind === 'answer'),
        isResolved: last?.kind === 'resolve',
      };
    });
  return { threads, reviews: shown.filter(({ kind }) => kind === 'reviewed') };
}

/**
 * Each event once, after the one that it replies to and the one that was there before it, and otherwise in order of the
 * times that their computers had.
 */
export function eventsInOrder(events: readonly TeamComment[]): TeamComment[] {
  const byId = new Map(events.map((event) => [event.id, event]));
  const ordered = new Set<TeamComment>();
  const met = new Set<TeamComment>();
  for (const event of [...byId.values()].toSorted(compareEvents)) {
    const waiting = [event];
    for (let next = waiting.at(-1); next !== undefined; next = waiting.at(-1)) {
      const before = [next.replyTo, next.after]
        .flatMap((id) => byId.get(id ?? '') ?? [])
        .filter((one) => !met.has(one));
      met.add(next);
      if (before.length > 0) waiting.push(...before);
      else ordered.add(waiting.pop() ?? next);
    }
  }
  return [...ordered];
}

const compareEvents = (one: TeamComment, other: TeamComment): number =>
  one.at === other.at ? compareText(one.id, other.id) : compareText(one.at, other.at);
