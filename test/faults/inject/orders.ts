import { openSync } from 'node:fs';

/** Gives faultfs.c an order, which it takes from the path of an open that always fails; answers how it failed. */
function order(what: string): string {
  try {
    openSync(`/faults/${what}`, 'r');
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : '';
  }
  throw new Error('The fault injector is not loaded');
}

/** From now on the k-th call that touches the folder goes wrong in this way. */
export const arm = (call: number, mode: string): void => void order(`arm/${call}/${mode}`);

/** Nothing goes wrong any more. */
export const disarm = (): void => void order('disarm');

/** Whether the fault struck. */
export const struck = (): boolean => order('struck') === 'EEXIST';

/** Whether anything stands on the disk that a power cut could undo. */
export const isUnflushed = (): boolean => order('unflushed') === 'EEXIST';
