import { getCallSites } from 'node:util';

/**
 * What the page and its tests leave in the globals of their process. Packages stay loaded from one file of tests to the
 * next, with timers and listeners of their own, which they would miss. So only what code outside `node_modules` begins
 * is remembered. Each function begins at once, and answers what takes everything away again and ends.
 */
type TakeAway = () => void;

/** Whether the function that called the one that asks is of a package. */
const isCalledByPackage = (): boolean => getCallSites(3)[2]?.scriptName.includes('/node_modules/') === true;

/** Remembers timers, to stop those that still wait. */
export function rememberTimers(): TakeAway {
  const { setTimeout, setInterval } = globalThis;
  const waiting = new Set<unknown>();
  const remembering =
    (set: (...given: unknown[]) => unknown) =>
    (...given: unknown[]): unknown => {
      const isOfPackage = isCalledByPackage();
      const timer = set(...given);
      if (!isOfPackage) waiting.add(timer);
      return timer;
    };
  Object.assign(globalThis, {
    setTimeout: remembering(setTimeout as (...given: unknown[]) => unknown),
    setInterval: remembering(setInterval as (...given: unknown[]) => unknown),
  });
  return () => {
    for (const timer of waiting) clearTimeout(timer as NodeJS.Timeout);
    Object.assign(globalThis, { setTimeout, setInterval });
  };
}

/** Remembers listeners of some targets, such as the window, to remove those that are still there. */
export function rememberListeners(targets: readonly EventTarget[]): TakeAway {
  const takeAways = targets.map((target): TakeAway => {
    const own = Object.getOwnPropertyDescriptor(target, NAME);
    const add = target.addEventListener;
    const listeners: Parameters<typeof add>[] = [];
    const remembering = (...given: Parameters<typeof add>): void => {
      if (!isCalledByPackage()) listeners.push(given);
      add.apply(target, given);
    };
    Object.defineProperty(target, NAME, { value: remembering, configurable: true, writable: true });
    return () => {
      for (const [type, listener, options] of listeners) target.removeEventListener(type, listener, options);
      if (own === undefined) Reflect.deleteProperty(target, NAME);
      else Object.defineProperty(target, NAME, own);
    };
  });
  return () => takeAways.forEach((takeAway) => takeAway());
}

const NAME = 'addEventListener';
