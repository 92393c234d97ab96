import { describe, expect, it, vi } from 'vitest';

import { coeFilterSchema } from '#domain/catalogue/coe-filter.ts';
import { summarise } from '#domain/catalogue/coe-summary.ts';
import { unpackThemes } from '#domain/themes/packed-themes.ts';
import { Catalogue } from '#main/library/catalogue.ts';
import { createThemesReader } from '#main/library/themes-reader.ts';
import { someCoe } from '#test/support/some-coe.ts';

const stamp = { mtimeMs: 0, size: 0, ino: 0 };
const all = coeFilterSchema.parse({});
const outages = coeFilterSchema.parse({ kinds: ['outage'] });

describe('the themes of a library', () => {
  const catalogue = new Catalogue();
  const put = (coe: ReturnType<typeof someCoe>) => catalogue.put({ summary: summarise(coe), revision: 'r', stamp });
  put(someCoe({ kind: 'outage' }, 1));
  put(someCoe({ kind: 'missed-event' }, 2));
  const { read } = createThemesReader(catalogue);

  it('are counted once until something changes', async () => {
    const first = await read(all, 'UTC', '2026-06-01');
    expect(await read(all, 'UTC', '2026-06-01')).toBe(first);
    put(someCoe({ kind: 'outage' }, 3));
    expect(first.n).toBe(2);
    expect((await read(all, 'UTC', '2026-06-01')).n).toBe(3);
  });

  it('are those of the filter and of the day', async () => {
    const first = await read(all, 'UTC', '2026-06-01');
    const some = await read(outages, 'UTC', '2026-06-01');
    const { coes } = unpackThemes(some);
    expect([coes.at(0)?.kind, coes.at(1)?.kind, coes.length]).toEqual(['outage', 'outage', 2]);
    expect(await read(all, 'UTC', '2026-06-02')).not.toBe(first);
  });

  it('are counted before somebody asks, again after a change', async () => {
    const reader = createThemesReader(catalogue);
    await reader.prepare();
    reader.expect('UTC', '2026-06-01');
    const counts = vi.spyOn(catalogue, 'inOrder');
    for (let time = 1; time <= 2; time += 1) {
      put(someCoe({ kind: 'outage' }, 10 + time));
      await reader.prepare();
      await reader.prepare();
      await reader.read(all, 'UTC', '2026-06-01');
      expect(counts).toHaveBeenCalledTimes(time);
    }
  });
});
