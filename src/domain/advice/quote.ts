const MOST_WORDS = 9;

/** A few words of a text in quotation marks, to point at it without repeating it. */
export function quote(text: string): string {
  const words = text.trim().split(/\s+/);
  return `“${words.slice(0, MOST_WORDS).join(' ')}${words.length > MOST_WORDS ? '…' : ''}”`;
}
