/** Returns milliseconds since 1970 in UTC. Always passed in, so that tests control the time. */
export type Clock = () => number;

/** The current instant as files store it: ISO 8601 in UTC with milliseconds. */
export const instantFrom = (clock: Clock): string => new Date(clock()).toISOString();
