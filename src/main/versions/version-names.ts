import { instantFrom } from '#domain/clock.ts';
import { VERSION_WHYS, type VersionWhy } from '#domain/versions/version-why.ts';

const NAME = new RegExp(`^(\\d{4})(\\d\\d)(\\d\\d)T(\\d\\d)(\\d\\d)(\\d\\d)(\\d{3})Z-(${VERSION_WHYS.join('|')})$`);

/** A version by its id, which is its file's name without the ending: `20260301T102207512Z-before`. */
export type VersionName = { readonly versionId: string; readonly at: string; readonly why: VersionWhy };

/** The id of a version kept at an instant, in milliseconds. Ids sort by time. */
export const versionIdOf = (epochMs: number, why: VersionWhy): string =>
  `${instantFrom(() => epochMs).replaceAll(/[-:.]/g, '')}-${why}`;

/** Reads an id; null for anything else, so that no request can name a path. */
export function parseVersionId(versionId: string): VersionName | null {
  const [, year, month, day, hour, minute, second, milli, why] = NAME.exec(versionId) ?? [];
  const known = VERSION_WHYS.find((each) => each === why);
  if (known === undefined) return null;
  return { versionId, at: `${year}-${month}-${day}T${hour}:${minute}:${second}.${milli}Z`, why: known };
}
