const NAME = String.raw`attachments/([0-9a-f]{64}\.[a-z0-9]{1,8})`;
const LABEL = String.raw`\[((?:[^[\]\\]|\\.|\[[^[\]]*\])*)\]`;
const TITLE = String.raw`(?:\s+(?:"[^"]*"|'[^']*'|\([^)]*\)))?`;
/** A picture or link in Markdown whose address is an attachment, or the address alone. */
const LINK = new RegExp(String.raw`(!?)${LABEL}\(\s*<?(?:\./)?${NAME}>?${TITLE}\s*\)|${NAME}`, 'gi');

/**
 * The attachments that texts refer to, each once: the name, and the words of the first picture or link to it, empty for
 * none. `value` is any JSON value.
 */
export function attachmentsIn(value: unknown): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const visit = (each: unknown): void => {
    if (typeof each === 'object' && each !== null) Object.values(each).forEach(visit);
    if (typeof each !== 'string') return;
    for (const [, , label = '', linked, alone = ''] of each.matchAll(LINK)) {
      const name = (linked ?? alone).toLowerCase();
      if ((found.get(name) ?? '') === '') found.set(name, label.replaceAll(/\\(.)/g, '$1').trim());
    }
  };
  visit(value);
  return found;
}

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
