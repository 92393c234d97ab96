/**
 * Code, addresses and quotations, also »in the German order«: not the writer's own words. What is between two
 * quotations in the French order, » and «, is theirs.
 */
const NOT_OURS =
  /```[\s\S]*?(?:```|$)|`[^`\n]*`|^>.*$|https?:\/\/\S+|[“"„«][^”"“»\n]{1,300}[”"“»]|(?<![\p{L}\p{N}])»(?=\S)[^«»\n]{1,300}(?<=\S)«/gmu;

/** The sentences of Markdown prose without quotations and code. Each line of a list or a table is a sentence. */
export const sentencesIn = (text: string): string[] =>
  text
    .replace(NOT_OURS, ' ')
    // A line break within a sentence does not end it; a blank line, a list or a heading does.
    .replace(/([^\n])\n(?=[a-z(])/g, '$1 ')
    .split(/[.!?;:](?=\s|$)|\n|\|/)
    .map((sentence) => sentence.replace(/[*_~#]+/g, '').trim())
    .filter((sentence) => sentence !== '');
