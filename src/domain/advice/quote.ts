const MAX_WORDS = 9;

/** The first nine words of a text in quotation marks, with an ellipsis if there are more. */
export function quote(text: string): string {
  const words = text.trim().split(/\s+/);
  return `“${words.slice(0, MAX_WORDS).join(' ')}${words.length > MAX_WORDS ? '…' : ''}”`;
}
