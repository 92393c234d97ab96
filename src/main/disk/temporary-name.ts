const TEMPORARY = /^\.once-[0-9A-Za-z-]+\.tmp$/;

/**
 * The name of a file while it is being written. It starts with a dot, since sync services skip such names. `unique`
 * consists of letters, digits and dashes, and differs between files written to one folder at the same time.
 */
export const temporaryName = (unique: string): string => `.once-${unique}.tmp`;

/** Whether a file name has the form that `temporaryName` creates. */
export const isTemporaryName = (name: string): boolean => TEMPORARY.test(name);
