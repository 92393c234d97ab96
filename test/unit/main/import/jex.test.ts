import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pack } from 'tar-stream';
import { describe, expect, it } from 'vitest';

import { readJoplinRaw } from '#domain/import/joplin/read-joplin-raw.ts';
import { openPickedSource } from '#main/import/picked-source.ts';
import { NO_CHOICES, reportAt } from '#test/support/archives.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const NOTE = '0123456789abcdef0123456789abcdef';
const PICTURE = 'ffffffffffffffffffffffffffffffff';

async function openTar(fill: (tar: ReturnType<typeof pack>) => void, cut?: number) {
  const tar = pack();
  fill(tar);
  tar.finalize();
  const file = path.join(await temporaryFolder(), 'notes.jex');
  await writeFile(file, (await buffer(tar)).subarray(0, cut));
  return openPickedSource(file);
}

describe('a JEX of Joplin', () => {
  it('is read like the RAW export it contains', async () => {
    const source = await openTar((tar) => {
      tar.entry({ name: `resources/${PICTURE}.png` }, Buffer.from([0x89, 0x50, 0x4e, 0x47]));
      tar.entry({ name: `${PICTURE}.md` }, `a.png\n\nid: ${PICTURE}\ntype_: 4`);
      tar.entry({ name: `${NOTE}.md` }, `Late\n\n![](:/${PICTURE})\n\nid: ${NOTE}\ntype_: 1`);
    });
    if (!source.ok) throw new Error(JSON.stringify(source.error));
    const files = await Promise.all(
      source.value.paths.map(async (name) => {
        const read = await source.value.read(name);
        return { path: name, text: read.ok && name.endsWith('.md') ? `${Buffer.from(read.value)}` : null };
      }),
    );
    const report = reportAt(readJoplinRaw(files, NO_CHOICES), `${NOTE}.md`);
    expect(report.coe.title).toBe('Late');
    expect(report.attachments).toEqual([{ path: `resources/${PICTURE}.png`, alt: '' }]);
  });

  it('has no links and no paths out of it', async () => {
    const source = await openTar((tar) => {
      tar.entry({ name: 'a.md' }, 'text');
      tar.entry({ name: 'link.md', type: 'symlink', linkname: '/etc/passwd' });
      tar.entry({ name: '../../out.md' }, 'out');
      tar.entry({ name: '/etc/out.md' }, 'out');
    });
    if (!source.ok) throw new Error(JSON.stringify(source.error));
    expect(source.value.paths).toEqual(['a.md']);
    expect(source.value.refused.map(({ path: name }) => name)).toEqual(['link.md', '../../out.md', '/etc/out.md']);
    expect((await source.value.read('../../out.md')).ok).toBe(false);
  });

  it('is refused when it is damaged', async () => {
    const source = await openTar((tar) => {
      tar.entry({ name: 'a.md' }, 'x'.repeat(5000));
    }, 2000);
    expect(source).toEqual({ ok: false, error: 'This archive is damaged. Nothing was read from it.' });
  });
});
