import type { NewCommit, TreeChange } from './team-repository.ts';

/**
 * What `git fast-import` reads to write one commit, whose id it prints. Lengths come before contents, and paths are
 * quoted, so no content can become a command. Throws on a path that git could not hold; callers make their own paths.
 */
export async function* importStream({
  ref,
  parents,
  author,
  time,
  message,
  changes,
}: NewCommit): AsyncGenerator<Buffer> {
  const who = `${identityPart(author.name)} <${identityPart(author.email)}> ${Math.trunc(time)} +0000`;
  const text = Buffer.from(message.replaceAll('\0', ''));
  yield Buffer.concat([
    Buffer.from(`commit ${ref}\nmark :1\nauthor ${who}\ncommitter ${who}\ndata ${text.length}\n`),
    text,
    Buffer.from(`\n${parents.map((parent, index) => `${index === 0 ? 'from' : 'merge'} ${parent}\n`).join('')}`),
  ]);
  for await (const change of changes) yield changeCommand(change);
  yield Buffer.from('\nget-mark :1\ndone\n');
}

function changeCommand(change: TreeChange): Buffer {
  const path = quotedPath(change.path);
  if ('deleted' in change) return Buffer.from(`D ${path}\n`);
  if ('oid' in change) return Buffer.from(`M 100644 ${change.oid} ${path}\n`);
  return Buffer.concat([
    Buffer.from(`M 100644 inline ${path}\ndata ${change.bytes.length}\n`),
    change.bytes,
    Buffer.from('\n'),
  ]);
}

function quotedPath(path: string): string {
  const parts = path.split('/');
  if (parts.some((part) => /^(?:|\.|\.\.|\.git|git~\d+)$/i.test(part)) || path.includes('\0')) {
    throw new Error('A path of a commit is not one that git may hold.');
  }
  return `"${path.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll('\n', String.raw`\n`)}"`;
}

/** A name or address without what would end it in a commit; git needs something there. */
const identityPart = (text: string): string => text.replaceAll(/[<>\p{Cc}\s]+/gu, ' ').trim() || 'unknown';
