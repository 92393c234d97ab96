/**
 * The content security policy of the page. It may load its own scripts, styles and fonts, and images it draws itself;
 * it may connect nowhere, and inline scripts and styles do not run. Text becomes HTML in two places only, both for
 * pasted content: our own reader (`once-paste`), and the fallback in Lexical, which creates its policy again for each
 * paste.
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

/**
 * The content security policy of a page to print: no scripts, the one style sheet that has `styleHash` (SHA-256, in
 * base64), the app's fonts, and pictures that are part of the page. `sandbox` also stops scripts, forms and navigation.
 */
export const printPolicy = (styleHash: string): string =>
  [
    "default-src 'none'",
    `style-src 'sha256-${styleHash}'`,
    "font-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    'sandbox allow-same-origin',
  ].join('; ');
