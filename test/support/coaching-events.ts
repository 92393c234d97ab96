import { type CoachingEvent, eventSchema } from '#domain/coaching/event.ts';

/** The signing keys of the two people in tests of coaching. */
export const WRITER = `ed25519:${'a'.repeat(64)}`;
export const COACH = `ed25519:${'c'.repeat(64)}`;

/** The id of an event that a test names. */
export const eventIdOf = (name: string | number): string =>
  Buffer.from(String(name).padStart(16, '.')).toString('hex').slice(0, 32);

/** An event on the cause, by its name in the test. */
export const coachingEvent = (
  name: string | number,
  by: string,
  n: number,
  kind: string,
  replyTo: string | number | null = null,
  rest: Partial<CoachingEvent> = {},
): CoachingEvent =>
  eventSchema.parse({
    id: eventIdOf(name),
    n,
    by,
    at: '2026-05-12',
    kind,
    place: { section: 'cause' },
    replyTo: replyTo === null ? null : eventIdOf(replyTo),
    text: `text of ${name}`,
    ...rest,
  });
