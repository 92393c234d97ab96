import { fail, ok, type Result } from '../result.ts';
import { compareText } from '../text/compare.ts';
import { type CoachingEvent, EVENT_KINDS, type EventKind } from './event.ts';

/** The most events that a share can have; more are refused. */
export const MAX_EVENTS = 20_000;

/** Why the events of a file are refused as a whole. `id` is the first event at fault. */
export type EventsRefusal =
  | { readonly kind: 'event-changed'; readonly id: string }
  | { readonly kind: 'event-of-another'; readonly id: string }
  | { readonly kind: 'too-many-events' };

/** All events after a file was added, in order, and those of them that were not known before. */
export type UnitedEvents = {
  readonly events: readonly CoachingEvent[];
  readonly added: readonly CoachingEvent[];
  readonly known: number;
};

/**
 * Adds the events of a file that `signer` signed to the known ones. The same events again change nothing, and the order
 * in which files come does not matter. The whole file is refused when an event has the id of a known one and other
 * content, or is new and by somebody other than the signer.
 */
export function uniteEvents(
  known: readonly CoachingEvent[],
  incoming: readonly CoachingEvent[],
  signer: string,
): Result<UnitedEvents, EventsRefusal> {
  const byId = new Map(known.map((event) => [event.id, event]));
  const added: CoachingEvent[] = [];
  const met = new Set<string>();
  for (const event of incoming) {
    const same = byId.get(event.id);
    if (same === undefined) {
      if (event.by !== signer) return fail({ kind: 'event-of-another', id: event.id });
      byId.set(event.id, event);
      added.push(event);
    } else if (!isEqual(same, event)) return fail({ kind: 'event-changed', id: event.id });
    met.add(event.id);
  }
  if (byId.size > MAX_EVENTS) return fail({ kind: 'too-many-events' });
  return ok({ events: inOrder([...byId.values()]), added: inOrder(added), known: met.size - added.length });
}

/** The events of both, in order; of two with the same id, the known one. For copies of one's own file. */
export function mergeEvents(known: readonly CoachingEvent[], others: readonly CoachingEvent[]): CoachingEvent[] {
  const byId = new Map(others.map((event) => [event.id, event]));
  for (const event of known) byId.set(event.id, event);
  return inOrder([...byId.values()]);
}

/** Whether two JSON values are the same, whatever the order of their keys. */
function isEqual(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return Object.is(one, other);
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const [ones, others] = [new Map(Object.entries(one)), new Map(Object.entries(other))];
  return (
    ones.size === others.size && [...ones].every(([key, value]) => others.has(key) && isEqual(value, others.get(key)))
  );
}

/** The number for the next event of an author. */
export const nextNumber = (events: readonly CoachingEvent[], by: string): number =>
  events.reduce((highest, event) => (event.by === by ? Math.max(highest, event.n) : highest), 0) + 1;

const compare = (one: CoachingEvent, other: CoachingEvent): number =>
  one.n - other.n || compareText(one.by, other.by) || compareText(one.id, other.id);

/**
 * Events in an order that depends on nothing but the events: each after the one it replies to, and those of one author
 * by their numbers. Replies that form a circle, which no app writes, are ordered by their numbers.
 */
export function inOrder(events: readonly CoachingEvent[]): CoachingEvent[] {
  const waiting = events.toSorted(compare);
  const ids = new Set(waiting.map(({ id }) => id));
  const followers = new Map<string, CoachingEvent[]>();
  const blockers = new Map<string, number>();
  const lastOf = new Map<string, CoachingEvent>();
  const follow = (first: string, event: CoachingEvent): void => {
    const list = followers.get(first);
    if (list === undefined) followers.set(first, [event]);
    else list.push(event);
    blockers.set(event.id, (blockers.get(event.id) ?? 0) + 1);
  };
  for (const event of waiting) {
    const last = lastOf.get(event.by);
    if (last !== undefined) follow(last.id, event);
    lastOf.set(event.by, event);
    if (event.replyTo !== null && ids.has(event.replyTo)) follow(event.replyTo, event);
  }
  const ordered: CoachingEvent[] = [];
  const done = new Set<string>();
  const free = new Queue(waiting.filter(({ id }) => !blockers.has(id)));
  let next = 0;
  while (ordered.length < waiting.length) {
    let event = free.take();
    // Only a circle leaves events but none that is free.
    while (event === undefined) {
      const candidate = waiting[next];
      next += 1;
      if (candidate === undefined) return ordered;
      if (!done.has(candidate.id)) event = candidate;
    }
    if (done.has(event.id)) continue;
    done.add(event.id);
    ordered.push(event);
    for (const follower of followers.get(event.id) ?? []) {
      const left = (blockers.get(follower.id) ?? 1) - 1;
      blockers.set(follower.id, left);
      if (left === 0) free.add(follower);
    }
  }
  return ordered;
}

/** Events of which the first by number is taken first. */
class Queue {
  readonly #events: CoachingEvent[];

  constructor(sorted: readonly CoachingEvent[]) {
    this.#events = sorted.toReversed();
  }

  take(): CoachingEvent | undefined {
    return this.#events.pop();
  }

  add(event: CoachingEvent): void {
    let [low, high] = [0, this.#events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#events[middle];
      if (other !== undefined && compare(other, event) > 0) low = middle + 1;
      else high = middle;
    }
    this.#events.splice(low, 0, event);
  }
}

/**
 * `open` waits for the other person; `answered` has an answer to everything that was asked. `resolved`, `accepted` and
 * `declined` are decisions of the COE's writer, and end with a later question.
 */
export type ThreadState = 'open' | 'answered' | 'resolved' | 'accepted' | 'declined' | 'withdrawn';

/** An event and what belongs to it, in order. Every proposal has a thread of its own, even when it is a reply. */
export type Thread = {
  readonly root: CoachingEvent;
  /** The root and everything after it, withdrawals included. */
  readonly events: readonly CoachingEvent[];
  readonly state: ThreadState;
  /** Ids of events that their authors withdrew. Their text is not shown. */
  readonly withdrawn: ReadonlySet<string>;
};

const DECISIONS: ReadonlySet<string> = new Set<EventKind>(['resolve', 'reopen', 'accept', 'decline']);
const ASKS: ReadonlySet<string> = new Set<EventKind>(['question', 'more']);
const ANSWERS: ReadonlySet<string> = new Set<EventKind>(['answer', 'comment']);

/** Whether this version knows what a kind means. Events of other kinds are shown without their meaning. */
export const isKnownKind = (kind: string): kind is EventKind => (EVENT_KINDS as readonly string[]).includes(kind);

/**
 * Whether an event by `by` in a thread has an effect: only the COE's writer resolves, reopens, accepts and declines, only
 * a proposal is accepted or declined, and only the author of an event withdraws it. Others are kept and do nothing.
 */
function isEffective(
  event: CoachingEvent,
  target: CoachingEvent | undefined,
  root: CoachingEvent,
  writer: string,
): boolean {
  if (event.kind === 'withdraw') return target !== undefined && target.by === event.by;
  if (DECISIONS.has(event.kind) && event.by !== writer) return false;
  if (event.kind === 'accept' || event.kind === 'decline') return root.kind === 'proposal';
  return true;
}

/** Whether a new event would have an effect on the known ones that it is about. */
export function hasEffect(event: CoachingEvent, known: readonly CoachingEvent[], writer: string): boolean {
  const byId = new Map(known.map((one) => [one.id, one]));
  const target = event.replyTo === null ? undefined : byId.get(event.replyTo);
  const root = target === undefined ? undefined : byId.get(rootsOf(inOrder(known), byId).get(target.id) ?? '');
  return isEffective(event, target, root ?? event, writer);
}

/** The threads of a share, in the order in which they begin. `writer` is the signing key of the COE's writer. */
export function threadsOf(events: readonly CoachingEvent[], writer: string): Thread[] {
  const ordered = inOrder(events);
  const byId = new Map(ordered.map((event) => [event.id, event]));
  const rootOf = rootsOf(ordered, byId);
  const grouped = new Map<string, CoachingEvent[]>();
  for (const event of ordered) {
    const root = rootOf.get(event.id) ?? event.id;
    const list = grouped.get(root);
    if (list === undefined) grouped.set(root, [event]);
    else list.push(event);
  }
  return [...grouped].flatMap(([rootId, all]) => {
    const root = byId.get(rootId);
    // Without the event that it is about, a decision or a withdrawal says nothing.
    if (root === undefined || all.every(({ kind }) => kind === 'withdraw' || DECISIONS.has(kind))) return [];
    return [threadOf(root, all, byId, writer)];
  });
}

function rootsOf(ordered: readonly CoachingEvent[], byId: ReadonlyMap<string, CoachingEvent>): Map<string, string> {
  const rootOf = new Map<string, string>();
  for (const event of ordered) {
    const path: CoachingEvent[] = [];
    const onPath = new Set<string>();
    let at: CoachingEvent = event;
    let root: string | undefined;
    while (root === undefined) {
      root = rootOf.get(at.id);
      if (root !== undefined) break;
      path.push(at);
      onPath.add(at.id);
      const parent = at.kind === 'proposal' || at.replyTo === null ? undefined : byId.get(at.replyTo);
      if (parent === undefined) root = at.id;
      // A circle: its events belong to the first of them.
      else if (onPath.has(parent.id)) root = path.slice(path.indexOf(parent)).toSorted(compare)[0]?.id ?? at.id;
      else at = parent;
    }
    for (const { id } of path) rootOf.set(id, root);
  }
  return rootOf;
}

function threadOf(
  root: CoachingEvent,
  all: readonly CoachingEvent[],
  byId: ReadonlyMap<string, CoachingEvent>,
  writer: string,
): Thread {
  const inThread = new Map(all.map((event) => [event.id, event]));
  const parentOf = (event: CoachingEvent): CoachingEvent | undefined =>
    event.replyTo === null ? undefined : byId.get(event.replyTo);
  const effective = all.filter((event) => isEffective(event, parentOf(event), root, writer));
  const withdrawn = new Set(
    effective.flatMap((event) => (event.kind === 'withdraw' && event.replyTo !== null ? [event.replyTo] : [])),
  );
  const valid = effective.filter(({ id, kind }) => kind !== 'withdraw' && !withdrawn.has(id));
  const thread = { root, events: [root, ...all.filter(({ id }) => id !== root.id)], withdrawn };
  if (withdrawn.has(root.id)) return { ...thread, state: 'withdrawn' };

  /** For each author, the highest number in this thread that an event's author had seen when writing it. */
  const seenBy = new Map<string, ReadonlyMap<string, number>>();
  const lastOf = new Map<string, ReadonlyMap<string, number>>();
  for (const event of all) {
    const seen = new Map<string, number>();
    const parent = event.replyTo === null ? undefined : inThread.get(event.replyTo);
    const earlier = [lastOf.get(event.by), parent === undefined ? undefined : seenBy.get(parent.id)];
    for (const one of earlier) for (const [by, n] of one ?? []) seen.set(by, Math.max(n, seen.get(by) ?? 0));
    seen.set(event.by, Math.max(event.n, seen.get(event.by) ?? 0));
    seenBy.set(event.id, seen);
    lastOf.set(event.by, seen);
  }
  const hasSeen = (later: CoachingEvent, earlier: CoachingEvent): boolean =>
    (seenBy.get(later.id)?.get(earlier.by) ?? 0) >= earlier.n;

  const decision = valid.findLast(({ kind }) => DECISIONS.has(kind));
  const asks = valid.filter((event) => event === root || ASKS.has(event.kind));
  if (
    decision !== undefined &&
    decision.kind !== 'reopen' &&
    asks.every((ask) => ask.by === writer || hasSeen(decision, ask))
  )
    return {
      ...thread,
      state: decision.kind === 'accept' ? 'accepted' : decision.kind === 'decline' ? 'declined' : 'resolved',
    };
  const answers = valid.filter((event) => event !== root && ANSWERS.has(event.kind));
  const isAnswered = asks.every((ask) => answers.some((answer) => answer.by !== ask.by && hasSeen(answer, ask)));
  const isReopened = decision?.kind === 'reopen' && !answers.some((answer) => hasSeen(answer, decision));
  return { ...thread, state: isAnswered && !isReopened && root.kind !== 'proposal' ? 'answered' : 'open' };
}

/** Whether a thread waits for somebody. */
export const isOpen = ({ state }: Thread): boolean => state === 'open';

/**
 * The event that a reply by `by` names: the last one of the other person, so that everything before it counts as seen;
 * else the root.
 */
export const replyTarget = ({ root, events }: Thread, by: string): CoachingEvent =>
  events.findLast((event) => event.by !== by) ?? root;
