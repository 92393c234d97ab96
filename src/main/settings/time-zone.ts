/** The IANA zone that a person's days are counted in: the one they chose, or the computer's. */
export function zoneOf(chosen: string): string {
  if (chosen !== '' && isZone(chosen)) return chosen;
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false; // an unknown zone is a RangeError
  }
}
