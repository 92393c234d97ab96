/**
 * What the page may load: its own scripts, styles and fonts, and pictures it draws itself. There is nowhere it may connect
 * to, and no script or style that is written into the page runs. Text becomes HTML in two places only, both for what is pasted:
 * our own reader (`once-paste`) and the one that Lexical falls back to, which makes its policy anew for each paste.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'none'",
  "form-action 'none'",
  "frame-src 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types lexical once-paste 'allow-duplicates'",
].join('; ');
