import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { type CoachingEvent, EVENT_KINDS, eventSchema } from '#domain/coaching/event.ts';
import { inOrder, nextNumber, replyTarget, threadsOf, uniteEvents } from '#domain/coaching/threads.ts';
import { COACH, coachingEvent as event, eventIdOf, WRITER } from '#test/support/coaching-events.ts';

const united = (known: readonly CoachingEvent[], incoming: readonly CoachingEvent[], signer: string) => {
  const result = uniteEvents(known, incoming, signer);
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
};

const stateOf = (...events: CoachingEvent[]) => threadsOf(events, WRITER)[0]?.state;

describe('adding the events of a file', () => {
  const first = event('q1', COACH, 1, 'question');
  const second = event('q2', COACH, 2, 'question');

  it('counts what is new and what was known', () => {
    const one = united([], [first], COACH);
    expect([one.added.length, one.known]).toEqual([1, 0]);
    const two = united(one.events, [first, second, second], COACH);
    expect([two.added, two.known]).toEqual([[second], 1]);
    expect(united(two.events, [first], COACH).added).toEqual([]);
  });

  it('refuses a known id with other content, and an event of somebody other than the signer', () => {
    expect(uniteEvents([first], [second, { ...first, text: 'other' }], COACH)).toEqual({
      ok: false,
      error: { kind: 'event-changed', id: first.id },
    });
    expect(uniteEvents([], [first, { ...first, text: 'other' }], COACH).ok).toBe(false);
    expect(uniteEvents([], [event('a', WRITER, 1, 'answer', 'q1')], COACH)).toEqual({
      ok: false,
      error: { kind: 'event-of-another', id: eventIdOf('a') },
    });
    const own = event('a', WRITER, 1, 'answer', 'q1');
    expect(united([own], [own, first], COACH).known).toBe(1);
  });

  it('compares events whatever the order of their keys, unknown keys included', () => {
    const later = { ...first, mood: { calm: true, clear: true } };
    const turned = Object.fromEntries(Object.entries(later).toReversed());
    expect(united([later], [eventSchema.parse(turned)], COACH).known).toBe(1);
    expect(uniteEvents([later], [first], COACH).ok).toBe(false);
  });
});

describe('the state of a thread', () => {
  const question = event('q', COACH, 1, 'question');

  it('is open until the other person answers, and again after another question', () => {
    const answer = event('a', WRITER, 1, 'answer', 'q');
    expect(stateOf(question)).toBe('open');
    expect(stateOf(question, event('x', COACH, 2, 'comment', 'q'))).toBe('open');
    expect(stateOf(question, answer)).toBe('answered');
    expect(stateOf(question, answer, event('m', COACH, 2, 'more', 'a'))).toBe('open');
  });

  it('is resolved and reopened by the writer alone', () => {
    const resolve = event('r', WRITER, 1, 'resolve', 'q');
    const reopen = event('o', WRITER, 2, 'reopen', 'q');
    expect(stateOf(question, resolve)).toBe('resolved');
    expect(stateOf(question, event('r', COACH, 2, 'resolve', 'q'))).toBe('open');
    expect(stateOf(question, resolve, reopen)).toBe('open');
    expect(stateOf(question, resolve, reopen, event('p', WRITER, 3, 'resolve', 'q'))).toBe('resolved');
    expect(stateOf(question, resolve, event('o', COACH, 2, 'reopen', 'q'))).toBe('resolved');
  });

  it('is open again when the coach asked something that the decision did not see', () => {
    const resolve = event('r', WRITER, 1, 'resolve', 'q');
    expect(stateOf(question, resolve, event('m', COACH, 2, 'more', 'q'))).toBe('open');
    expect(stateOf(question, resolve, event('m', COACH, 2, 'comment', 'r'))).toBe('resolved');
    const seen = event('m', COACH, 2, 'more', 'q');
    expect(stateOf(question, seen, event('r', WRITER, 1, 'resolve', 'm'))).toBe('resolved');
  });

  it('of a proposal is open until the writer accepts or declines it', () => {
    const proposal = event('p', COACH, 1, 'proposal');
    expect(stateOf(proposal)).toBe('open');
    expect(stateOf(proposal, event('a', WRITER, 1, 'answer', 'p'))).toBe('open');
    expect(stateOf(proposal, event('a', WRITER, 1, 'accept', 'p'))).toBe('accepted');
    expect(stateOf(proposal, event('d', WRITER, 1, 'decline', 'p'))).toBe('declined');
    expect(stateOf(proposal, event('d', WRITER, 1, 'decline', 'p'), event('a', WRITER, 2, 'accept', 'p'))).toBe(
      'accepted',
    );
    expect(stateOf(proposal, event('a', COACH, 2, 'accept', 'p'))).toBe('open');
    expect(stateOf(question, event('a', WRITER, 1, 'accept', 'q'))).toBe('open');
  });

  it('is withdrawn by the author of its first event alone, and a withdrawn answer does not count', () => {
    const answer = event('a', WRITER, 1, 'answer', 'q');
    expect(stateOf(question, event('w', COACH, 2, 'withdraw', 'q'))).toBe('withdrawn');
    expect(stateOf(question, event('w', WRITER, 1, 'withdraw', 'q'))).toBe('open');
    expect(stateOf(question, answer, event('w', WRITER, 2, 'withdraw', 'a'))).toBe('open');
  });

  it('does not depend on the day of an event', () => {
    const resolve = event('r', WRITER, 1, 'resolve', 'q', { at: '2020-01-01' });
    expect(stateOf(question, resolve, event('o', WRITER, 2, 'reopen', 'q', { at: '2019-01-01' }))).toBe('open');
  });
});

describe('threads', () => {
  it('gives a proposal in reply to a question a thread of its own', () => {
    const events = [event('q', COACH, 1, 'question'), event('p', COACH, 2, 'proposal', 'q')];
    expect(threadsOf(events, WRITER).map(({ root }) => root.kind)).toEqual(['question', 'proposal']);
  });

  it('keep a kind that this version does not know', () => {
    const threads = threadsOf([event('s', COACH, 1, 'sketch'), event('t', COACH, 2, 'wave', 's')], WRITER);
    expect(threads.map(({ events, state }) => [events.map(({ kind }) => kind), state])).toEqual([
      [['sketch', 'wave'], 'open'],
    ]);
  });

  it('show a reply to something that is not there, but no decision about it', () => {
    const threads = threadsOf([event('a', COACH, 1, 'more', 'gone'), event('r', WRITER, 1, 'resolve', 'gone')], WRITER);
    expect(threads.map(({ root }) => root.kind)).toEqual(['more']);
  });

  it('hold every event once when replies form a circle', () => {
    const circle = [
      event('a', COACH, 1, 'comment', 'c'),
      event('b', COACH, 2, 'comment', 'a'),
      event('c', WRITER, 1, 'comment', 'b'),
      event('d', COACH, 3, 'question', 'c'),
    ];
    for (const events of [circle, circle.toReversed()]) {
      const threads = threadsOf(events, WRITER);
      expect(threads).toHaveLength(1);
      expect(threads[0]?.events.map(({ id }) => id).toSorted()).toEqual(circle.map(({ id }) => id).toSorted());
    }
  });

  it('hold 20,000 events that reply to one another', () => {
    const chain = Array.from({ length: 20_000 }, (_, place) =>
      event(place, place % 2 === 0 ? COACH : WRITER, (place >> 1) + 1, 'comment', place === 0 ? null : place - 1),
    );
    const threads = threadsOf(chain.toReversed(), WRITER);
    expect(threads.map(({ events }) => events.length)).toEqual([20_000]);
  });

  it('count a reply to the last event of the other person as one that saw everything before', () => {
    const events = [
      event('q', COACH, 1, 'question'),
      event('m', COACH, 2, 'more', 'q'),
      event('a', WRITER, 1, 'answer', 'm'),
    ];
    const [thread] = threadsOf(events, WRITER);
    expect(thread && replyTarget(thread, WRITER).id).toBe(eventIdOf('m'));
    expect(nextNumber(events, COACH)).toBe(3);
  });
});

/** What two people could write: each event replies to an earlier one or to none. */
const history = fc
  .array(
    fc.record({
      isWriter: fc.boolean(),
      kind: fc.constantFrom(...EVENT_KINDS, 'sketch'),
      replyTo: fc.nat(),
      begins: fc.boolean(),
      section: fc.constantFrom('cause' as const, 'header' as const),
    }),
    { maxLength: 25 },
  )
  .map((drawn) => {
    const numbers = { [WRITER]: 0, [COACH]: 0 };
    return drawn.map(({ isWriter, kind, replyTo, begins, section }, place) => {
      const by = isWriter ? WRITER : COACH;
      numbers[by] = (numbers[by] ?? 0) + 1;
      const target = begins || place === 0 ? null : replyTo % place;
      return event(place, by, numbers[by] ?? 0, kind, target, { place: { section, row: null, field: null } });
    });
  });

describe('any order and repetition of files', () => {
  it('ends in the same state', () => {
    fc.assert(
      fc.property(
        history,
        fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 50 }),
        fc.infiniteStream(fc.nat()),
        (events, files, keys) => {
          const all = {
            [WRITER]: events.filter(({ by }) => by === WRITER),
            [COACH]: events.filter(({ by }) => by === COACH),
          };
          const shuffled = (some: readonly CoachingEvent[]): CoachingEvent[] =>
            some
              .map((one) => ({ one, key: keys.next().value ?? 0 }))
              .toSorted((a, b) => a.key - b.key)
              .map(({ one }) => one);
          let known: readonly CoachingEvent[] = [];
          const whole = [
            [true, Infinity],
            [false, Infinity],
          ] as const;
          for (const [isWriter, length] of shuffledFiles([...files, ...whole], keys)) {
            const signer = isWriter ? WRITER : COACH;
            const before = known;
            const result = united(before, shuffled((all[signer] ?? []).slice(0, length)), signer);
            known = result.events;
            expect(result.events).toHaveLength(before.length + result.added.length);
          }
          expect(known).toEqual(inOrder(events));
          expect(threadsOf(known, WRITER)).toEqual(threadsOf(events, WRITER));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('puts each event after the one it replies to, and those of one author by number', () => {
    fc.assert(
      fc.property(history, (events) => {
        const places = new Map(inOrder(events).map(({ id }, place) => [id, place]));
        expect(places.size).toBe(events.length);
        for (const { id, replyTo } of events)
          if (replyTo !== null) expect(places.get(replyTo)).toBeLessThan(places.get(id) ?? -1);
        for (const by of [WRITER, COACH]) {
          const own = inOrder(events).filter((one) => one.by === by);
          expect(own.map(({ n }) => n)).toEqual(own.map(({ n }) => n).toSorted((a, b) => a - b));
        }
      }),
    );
  });

  it('leaves no event out of the threads but decisions about nothing', () => {
    fc.assert(
      fc.property(history, (events) => {
        const shown = threadsOf(events, WRITER).flatMap(({ events: inThread }) => inThread);
        expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
        const ids = new Set(shown.map(({ id }) => id));
        for (const { id, kind } of events)
          if (!['resolve', 'reopen', 'accept', 'decline', 'withdraw'].includes(kind)) expect(ids).toContain(id);
      }),
    );
  });
});

function shuffledFiles<File>(files: readonly File[], keys: IterableIterator<number>): File[] {
  return files
    .map((file) => ({ file, key: keys.next().value ?? 0 }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ file }) => file);
}
