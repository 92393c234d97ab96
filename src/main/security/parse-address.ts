/** An address as the URL standard reads it, or null. */
export const parseAddress = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
