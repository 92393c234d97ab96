/** Names that Windows gives to devices, whatever their ending. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$|clock\$)$/i;
const MOST_BYTES = 120;

/**
 * A file name made of a title, that every system takes: no separators, no control or direction marks, no device name, no dot
 * or space at its ends, not too long. `fallback` stands in for a title of which nothing is left.
 */
export function fileNameFor(title: string, extension: string, fallback: string): string {
  const clean = trimEnds(
    title
      .normalize('NFC')
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, ' ')
      .replace(/[<>:"/\\|?*]/g, ' ')
      .replace(/\s+/g, ' '),
  );
  const short = trimEnds(cutToBytes(clean, MOST_BYTES));
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
