const SAFE_SCHEMES = ['http:', 'https:', 'mailto:'];

/** Whether a link may have this address: web and mail only, never scripts, files or other programs. */
export function isSafeUrl(url: string): boolean {
  try {
    return SAFE_SCHEMES.includes(new URL(url).protocol);
  } catch {
    return false;
  }
}

/** Completes a typed address: "example.org/page" gets https, "jo@example.org" gets mailto. Null when not safe. */
export function meantUrl(typed: string): string | null {
  const text = typed.trim();
  if (isSafeUrl(text)) return text;
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`;
  if (/^[^\s:/?#]+\.[^\s:/?#]{2,}(?::\d+)?(?:[/?#]\S*)?$/.test(text)) return `https://${text}`;
  return null;
}
