const NAME = String.raw`attachments/([0-9a-f]{64}\.[a-z0-9]{1,8})`;
const LABEL = String.raw`\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]`;
const TITLE = String.raw`(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?`;
/** A picture or link in Markdown whose address is an attachment, or the address alone. */
const LINK = new RegExp(String.raw`(!?)${LABEL}\(\s*<?(?:\./)?${NAME}>?${TITLE}\s*\)|${NAME}`, 'gi');

/**
 * Points the pictures and links of a text at the attachments of a copy. `copyOf` returns the name of an attachment in
 * the copy, or null when it is not in it: then a note stands for the whole picture or link, alternative text included.
 */
export function replaceAttachments(text: string, copyOf: (name: string) => string | null): string {
  if (!/attachments\//i.test(text)) return text;
  return text.replace(LINK, (_whole, mark?: string, label?: string, linked?: string, alone?: string) => {
    const copy = copyOf((linked ?? alone ?? '').toLowerCase());
    if (copy === null) return mark === '!' ? '(picture left out)' : '(file left out)';
    if (linked === undefined) return `attachments/${copy}`;
    return `${mark ?? ''}[${replaceAttachments(label ?? '', copyOf)}](attachments/${copy})`;
  });
}
