/** Device names reserved by Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)$/i;
const MAX_BYTES = 120;

/**
 * Makes a file name from a title that is valid on every system: no separators, no control or direction marks, no device
 * name, no dot or space at either end, at most 120 bytes of the title. Uses `fallback` if nothing of the title is left,
 * and as a prefix for device names.
 */
export function fileNameFor(title: string, extension: string, fallback: string): string {
  const clean = trimEnds(
    title
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/[<>:"/\\|?*]/g, ' ')
      .replace(/\s+/g, ' '),
  );
  const short = trimEnds(cutToBytes(clean, MAX_BYTES));
  const stem = short.split('.')[0]?.trim() ?? '';
  const name = short === '' ? fallback : DEVICE.test(stem) ? `${fallback} ${short}` : short;
  return `${name}.${extension}`;
}

const trimEnds = (text: string): string => text.replace(/^[\s.~]+|[\s.]+$/gu, '');

function cutToBytes(text: string, most: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > most) break;
    kept += character;
  }
  return kept;
}
