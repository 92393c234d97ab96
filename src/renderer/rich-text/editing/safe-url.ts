const SAFE_SCHEMES = ['http:', 'https:', 'mailto:'];

/** Whether a link may lead there: only the web and mail; never a script, a file or another program. */
export function isSafeUrl(url: string): boolean {
  try {
    return SAFE_SCHEMES.includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** The address a person meant: "example.org/page" is on the web, "jo@example.org" is mail. Null when not safe. */
export function meantUrl(typed: string): string | null {
  const text = typed.trim();
  if (isSafeUrl(text)) return text;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  if (/^[^\s:/?#]+\.[^\s:/?#]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(text)) return `https://${text}`;
  return null;
}
