import { buffer } from 'node:stream/consumers';

import { fromBufferPromise } from 'yauzl';

/** The content of every file in a zip, and the list of their names as a last part. */
export async function unzipped(zip: Uint8Array): Promise<Buffer[]> {
  const opened = await fromBufferPromise(Buffer.from(zip));
  const parts: Buffer[] = [];
  const names: string[] = [];
  for await (const entry of opened.eachEntry()) {
    names.push(entry.fileName);
    parts.push(await buffer(await opened.openReadStreamPromise(entry)));
  }
  return [...parts, Buffer.from(names.join('\n'))];
}
