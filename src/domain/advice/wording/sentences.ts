/** Code and addresses are nobody's words, and what stands in quotation marks or a quotation is somebody else's. */
const NOT_OURS = /```[\s\S]*?(?:```|$)|`[^`\n]*`|^>.*$|https?:\/\/\S+|[“"„«][^”"“»\n]{1,300}[”"“»]/gm;

/** The sentences of prose, without what others said in it. A line of a list or a table is one of its own. */
export const sentencesIn = (text: string): string[] =>
  text
    .replace(NOT_OURS, ' ')
    // A line that goes on is one sentence with the next; a blank line, a list or a heading ends it.
    .replace(/([^\n])\n(?=[a-z(])/g, '$1 ')
    .split(/[.!?;:](?=\s|$)|\n|\|/)
    .map((sentence) => sentence.replace(/[*_~#]+/g, '').trim())
    .filter((sentence) => sentence !== '');
