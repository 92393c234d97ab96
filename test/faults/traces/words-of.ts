/** Words that name a number, longer for some numbers than for others, so that files grow and shrink. */
export const wordsOf = (number: number): string => `${number} ${'lorem ipsum dolor '.repeat((number * 37) % 800)}`;
