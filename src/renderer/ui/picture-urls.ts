const PICTURES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
};

/** The data URLs of attachments in base64 by their names; empty for a file that is no picture. */
export const pictureUrls = (
  attachments: readonly { readonly name: string; readonly base64: string }[],
): ReadonlyMap<string, string> => new Map(attachments.map(({ name, base64 }) => [name, pictureUrl(name, base64)]));

function pictureUrl(name: string, base64: string): string {
  const type = PICTURES[name.split('.').at(-1)?.toLowerCase() ?? ''];
  return type === undefined ? '' : `data:${type};base64,${base64}`;
}
