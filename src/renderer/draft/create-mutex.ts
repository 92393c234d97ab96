/**
 * Returns a function that runs tasks one after another, in the order of its calls. A task that fails does not stop the
 * next.
 */
export function createMutex(): <Value>(task: () => Promise<Value>) => Promise<Value> {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const done = last.then(task);
    last = done.catch(() => null);
    return done;
  };
}
