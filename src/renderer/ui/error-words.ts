/**
 * A failure in words: what happened, without a capital or a full stop so that it can follow a colon; what is safe; and
 * what to do next, empty when there is nothing to do.
 */
export type ErrorWords = { title: string; safe: string; next: string };
