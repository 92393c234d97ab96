/** The name of the highlight in the CSS Custom Highlight registry. */
export const MARKS = 'once-misspelling';

/** The style of the highlight. It must be in the tree that has the text, so the page and each mirror include it. */
export const MARK_RULE = `::highlight(${MARKS}) { text-decoration: underline wavy var(--danger) 1px; text-decoration-skip-ink: none; }`;
