/**
 * The IANA zone that days are counted in and times are entered in: `chosen` when this runtime knows it, else
 * `computer`. An empty `chosen` means the computer's zone. UTC when neither is known: a computer whose zone is not set
 * reports `Etc/Unknown`, or nothing at all.
 */
export function dayZone(chosen: string, computer: string | undefined): string {
  return [chosen, computer].find((zone) => zone !== undefined && isZoneName(zone)) ?? 'UTC';
}

/** Whether `zone` names an IANA zone known to this runtime. False for the empty string. */
export function isZoneName(zone: string): boolean {
  if (zone === '') return false;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // an unknown zone is a RangeError
  }
}
