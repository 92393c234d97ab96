/** The page's Trusted Types policy. At run time it returns an object, but the DOM types still expect a string. */
type HtmlPolicy = { createHTML(html: string): string };
type TrustedTypes = { createPolicy(name: string, rules: HtmlPolicy): HtmlPolicy };

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };

/**
 * The only place where our code parses text as HTML. The content security policy names this policy, and blocks text in
 * every other place that would create elements or scripts. It is not exported, so that no other code can use it.
 */
const policy: HtmlPolicy = trustedTypes?.createPolicy('once-paste', { createHTML: (html) => html }) ?? {
  createHTML: (html) => html,
};

/** Parses HTML from another program into a document that is never shown: nothing in it loads, runs or navigates. */
export const parseForeignHtml = (html: string): Document =>
  new DOMParser().parseFromString(policy.createHTML(html), 'text/html');
