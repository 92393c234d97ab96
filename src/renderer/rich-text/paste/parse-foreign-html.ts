/** A policy of the page's Trusted Types. At run time it makes an object; the DOM's types here still take text. */
type HtmlPolicy = { createHTML(html: string): string };
type TrustedTypes = { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy };

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

/**
 * The one door through which our code lets text be read as HTML. The content security policy names it, and refuses text in
 * every other place that would make elements or scripts of it. It stays in this file: nobody else can make such HTML.
 */
const policy: HtmlPolicy = trustedTypes?.createPolicy('once-paste', { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
};

/** Reads HTML from another program into a document that is never shown: nothing in it loads, runs or navigates. */
export const parseForeignHtml = (html: string): Document =>
  new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
