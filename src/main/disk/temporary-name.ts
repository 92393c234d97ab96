const TEMPORARY = /^\.once-[0-9A-Za-z-]+\.tmp$/;

/**
 * The name of a file while it is written: a dot first, since sync services skip such names. `unique` is letters, digits and
 * dashes, and differs for each file that is written at the same time in one folder.
 */
export const temporaryName = (unique: string): string => `.once-${unique}.tmp`;

/** Whether a file name is one that `temporaryName` makes. */
export const isTemporaryName = (name: string): boolean => TEMPORARY.test(name);
