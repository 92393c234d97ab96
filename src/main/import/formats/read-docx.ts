import { convertToHtml } from 'mammoth';
import { buffer } from 'node:stream/consumers';
import { fromBufferPromise } from 'yauzl';

import { readPage } from '#domain/import/html/read-html.ts';
import { quantity } from '#domain/text/format.ts';
import type { FileReading, ImportOptions, SourceFile } from '#domain/import/imported-report.ts';

/** The most that the parts of a document may unpack to, in bytes, and how many times its own size. */
const MOST_UNPACKED = 200 * 1024 * 1024;
const MOST_RATIO = 200;
const MOST_BYTES = 20 * 1024 * 1024;
/** A picture of a drawing program, such as EMF, which has no type that becomes an attachment. */
const UNKNOWN_PICTURE = /<img\b(?![^>]*\bsrc="data:image\/(?:png|jpe?g|gif|webp|svg\+xml|bmp|tiff);base64,)[^>]*>/g;
/** How much of a part is searched for a declaration, which stands at its start. */
const DECLARATIONS = 64 * 1024;

/**
 * Reads a Word document like a report in Markdown, by way of HTML. Comments go to Unplaced. A document that unpacks to
 * too much or declares entities is refused before it is parsed, and nothing outside it is read. Never rejects.
 */
export async function readDocx(file: SourceFile<Uint8Array>, options: ImportOptions): Promise<FileReading> {
  try {
    const bytes = Buffer.from(file.content);
    const problem = await problemOf(bytes);
    if (problem !== null) return { is: 'refused', reason: problem };
    const { value } = await convertToHtml(
      { buffer: bytes },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        styleMap: ['comment-reference => sup', "p[style-name='Title'] => p.title:fresh"],
      },
    );
    const unknown = [...value.matchAll(UNKNOWN_PICTURE)].length;
    const doubts =
      unknown === 0 ? [] : [`Left out: ${quantity(unknown, 'picture')} in a format that Once cannot show.`];
    const page = value
      .replaceAll(UNKNOWN_PICTURE, '')
      .replace(/<dl>(?=<dt id="[^"]*comment-)/, '<h2>Comments</h2><dl>')
      .replaceAll(/ ?<a href="#[^"]*comment-ref-[^"]*">↑<\/a>/g, '');
    return readPage({ path: file.path, content: page }, 'docx', options, doubts);
  } catch {
    return { is: 'refused', reason: 'This Word document is damaged.' };
  }
}

/** Why a document is not parsed; null when it may be. */
async function problemOf(bytes: Buffer): Promise<string | null> {
  if (bytes.length > MOST_BYTES) return 'This Word document is larger than 20 MB.';
  const zip = await fromBufferPromise(bytes);
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED || unpacked > bytes.length * MOST_RATIO) {
      return 'This Word document unpacks to far more than its size.';
    }
    if (!/\.(?:xml|rels)$/i.test(entry.fileName)) continue;
    // yauzl fails when a part is longer than it says.
    const part = await buffer(await zip.openReadStreamPromise(entry));
    const start = part.subarray(0, DECLARATIONS);
    if (
      /<!(?:DOCTYPE|ENTITY)/i.test(start.toString('latin1')) ||
      /<!(?:DOCTYPE|ENTITY)/i.test(start.toString('utf16le'))
    ) {
      return 'This Word document declares entities, which no program that writes such documents does.';
    }
  }
  return null;
}
