/** What the marks are called among the page's highlights. */
export const MARKS = 'once-misspelling';

/** How they look. Highlights are styled in the tree that holds the text, so the page and each mirror have the rule. */
export const MARK_RULE = `::highlight(${MARKS}) { text-decoration: underline wavy var(--danger) 1px; text-decoration-skip-ink: none; }`;
