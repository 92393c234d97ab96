/** A time of day, `HH:MM`, extracted from typed text; null when there is none. `rest` is the text without it. */
export type ExtractedTime = { readonly rest: string; readonly time: string | null };

const CLOCK = /(?:^|[\sT,])(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*([ap])\.?m\b\.?)?(?![\d:])/i;
const SPOKEN = /(?:^|[\s,])(\d{1,2})\s*([ap])\.?m\b\.?/i;
const DOTTED = /^(\d{1,2})\.(\d{2})$/;
const PACKED = /^([01]\d|2[0-3])([0-5]\d)$/;
const LIKELY_YEAR = /^(19|20)\d{2}$/;

/** Finds `10:04`, `9am` or `9:30 pm` anywhere, and `10.04` or `1004` on their own. Four digits like 2026 are a year. */
export function extractTime(text: string): ExtractedTime {
  const clock = CLOCK.exec(text) ?? DOTTED.exec(text) ?? (LIKELY_YEAR.test(text) ? null : PACKED.exec(text));
  if (clock !== null) return { rest: text.replace(clock[0], ' '), time: clockTime(clock[1], clock[2], clock[3]) };
  const spoken = SPOKEN.exec(text);
  if (spoken !== null) return { rest: text.replace(spoken[0], ' '), time: clockTime(spoken[1], '00', spoken[2]) };
  return { rest: text, time: null };
}

function clockTime(hour = '', minute = '', half?: string): string {
  const typed = Number(hour);
  const shifted = half === undefined ? typed : (typed % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${String(shifted).padStart(2, '0')}:${minute}`;
}
