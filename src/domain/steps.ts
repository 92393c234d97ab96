/** Work that can pause: it yields after each small piece, so that whoever runs it can let other work in between. */
export type Steps<Value> = Generator<undefined, Value, undefined>;

/** Few enough that visiting them takes a few milliseconds at most. */
const ITEMS_PER_PIECE = 500;

/** Visits each item in order, and yields after every few hundred. */
export function* visitEach<Item>(items: readonly Item[], visit: (item: Item, index: number) => void): Steps<void> {
  for (let start = 0; start < items.length; start += ITEMS_PER_PIECE) {
    items.slice(start, start + ITEMS_PER_PIECE).forEach((item, place) => visit(item, start + place));
    yield;
  }
}

/** Runs work to its end without a pause. */
export function finish<Value>(steps: Steps<Value>): Value {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
