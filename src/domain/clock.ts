/** The clock as the domain sees it: always passed in, so that a test can hold it still. Milliseconds since 1970 in UTC. */
export type Clock = () => number;

/** Writes a clock reading the way files keep it: an ISO 8601 instant in UTC with milliseconds. */
export const instantFrom = (clock: Clock): string => new Date(clock()).toISOString();
