import type { CoachingEvent } from '../coaching/event.ts';

type Choice = {
  /** The signing key of the writer. */
  readonly writer: string;
  /** The events that earlier copies had, by their ids. */
  readonly sent: ReadonlyMap<string, CoachingEvent>;
  /** Replaces names in a text as the copy does. */
  readonly replace: (text: string) => string;
};

/**
 * The events of a share as they go along with its next copy. An event that was sent stays as it was sent. In those that
 * the writer added since, names are replaced as in the copy; one that the writer withdrew before it was sent stays, and
 * so does its withdrawal.
 */
export function eventsThatGo(
  events: readonly CoachingEvent[],
  { writer, sent, replace }: Choice,
): readonly CoachingEvent[] {
  const isNew = ({ id, by }: CoachingEvent): boolean => by === writer && !sent.has(id);
  const unsent = new Set(events.filter(isNew).map(({ id }) => id));
  const withdrawals = events.filter(
    ({ kind, by, replyTo }) => kind === 'withdraw' && by === writer && replyTo !== null,
  );
  const dropped = new Set(
    withdrawals.flatMap(({ id, replyTo }) =>
      replyTo !== null && unsent.has(replyTo) && unsent.has(id) ? [id, replyTo] : [],
    ),
  );
  return events.flatMap((event) => {
    if (dropped.has(event.id)) return [];
    if (!unsent.has(event.id)) return [sent.get(event.id) ?? event];
    const { text, action } = event;
    return [
      {
        ...event,
        text: replace(text),
        action: action && { ...action, text: replace(action.text), doneWhen: replace(action.doneWhen) },
      },
    ];
  });
}
