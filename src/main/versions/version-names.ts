import { instantFrom } from '#domain/clock.ts';
import { VERSION_REASONS, type VersionReason } from '#domain/versions/version-reason.ts';

const NAME = new RegExp(`^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)(\\d{3})Z-(${VERSION_REASONS.join('|')})$`);

/**
 * A parsed version id. The id is the file name without its extension, such as `20260301T102207512Z-before`; `at` is an
 * ISO instant.
 */
export type VersionName = { readonly versionId: string; readonly at: string; readonly why: VersionReason };

/** The id of a version stored at a time in milliseconds since the epoch. Ids sort by time. */
export const versionIdOf = (epochMs: number, why: VersionReason): string =>
  `${instantFrom(() => epochMs).replaceAll(/[-:.]/g, '')}-${why}`;

/** Parses a version id; null for anything else, so that no request can name a path. */
export function parseVersionId(versionId: string): VersionName | null {
  const [, year, month, day, hour, minute, second, milli, why] = NAME.exec(versionId) ?? [];
  const known = VERSION_REASONS.find((each) => each === why);
  if (known === undefined) return null;
  return { versionId, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`, why: known };
}
