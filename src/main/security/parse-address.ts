/** Parses an address by the URL standard; null when it is invalid. */
export const parseAddress = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
