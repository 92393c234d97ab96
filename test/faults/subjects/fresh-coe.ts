import { dayMoment } from '#domain/time/moment.ts';
import type { OpenedCoe } from '#ipc/contract.ts';
import type { Library } from '#main/library/library-api.ts';

/** Makes a COE of this title in a library where nothing goes wrong yet. */
export async function freshCoe(library: Library, title: string): Promise<OpenedCoe> {
  const made = await library.create({ kind: 'outage', title, happened: dayMoment('2026-05-14') });
  if (!made.ok) throw new Error(`Could not prepare: ${made.error.kind}`);
  return made.value;
}
