/**
 * A checksum of a text, seven characters at most: the same text always has the same, and another hardly ever. Nothing of
 * the text can be read from it. FNV-1a of 32 bits (Fowler, Noll and Vo).
 */
export function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
