import type { GitFailure } from '#domain/team/git-failure.ts';

/** A version of git: major, minor, patch. */
export type GitVersion = readonly [major: number, minor: number, patch: number];

/**
 * The first safe patch of each minor version: those of May 2024, which closed several ways to run code from a repository
 * (CVE-2024-32002 and others). Older minor versions got no such patch, newer ones began with it.
 */
const FIRST_SAFE_PATCH: ReadonlyMap<number, number> = new Map([
  [39, 4],
  [40, 2],
  [41, 1],
  [42, 2],
  [43, 4],
  [44, 1],
  [45, 1],
]);

/** Reads what `git version` prints, such as `git version 2.39.5 (Apple Git-154)`; null when it is something else. */
export function parseGitVersion(output: string): GitVersion | null {
  const match = /^git version (\d{1,4})\.(\d{1,4})(?:\.(\d{1,4}))?/.exec(output);
  return match === null ? null : [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
}

/** Null when Once may use this git; else the failure to show. Distributions may have mended an older one unseen. */
export function refuseGitVersion(version: GitVersion): GitFailure | null {
  const [major, minor, patch] = version;
  const first = FIRST_SAFE_PATCH.get(minor);
  const isSafe = major > 2 || (major === 2 && (minor > 45 || (first !== undefined && patch >= first)));
  return isSafe ? null : { kind: 'git-too-old', version: version.join('.') };
}
