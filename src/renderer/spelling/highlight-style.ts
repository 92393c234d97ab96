/** The name of the highlight in the CSS Custom Highlight registry. */
export const HIGHLIGHT_NAME = 'once-misspelling';

/** The style of the highlight. It must be in the tree that has the text, so the page and each mirror include it. */
export const HIGHLIGHT_RULE = `::highlight(${HIGHLIGHT_NAME}) { text-decoration: underline wavy var(--danger) 1px; text-decoration-skip-ink: none; }`;
