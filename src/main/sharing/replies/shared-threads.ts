import type { CoachingEvent } from '#domain/coaching/event.ts';
import { firstWords, sentRow, sentText } from '#domain/coaching/place-thread.ts';
import type { ThreadFile } from '#domain/coaching/thread-file.ts';
import type { Coe } from '#domain/coe/coe.ts';
import type { SharedThreads } from '#ipc/threads.ts';

import type { SentShare } from './sent-shares.ts';

/** The threads of a share, with what the page needs to place them. `coe` is null when the COE is gone. */
export function sharedThreads(sent: SentShare, { writer, events, news }: ThreadFile, coe: Coe | null): SharedThreads {
  const rows = new Set(events.flatMap(({ place }) => place.row ?? []));
  const copies = [...sent.copies].toSorted(([one], [other]) => other - one);
  const sentRows = [...rows].flatMap((row): [string, string][] => {
    const found = copies.map(([, copy]) => sentRow(copy, row)).find((copy) => copy !== null);
    return found === undefined ? [] : [[row, firstWords(found)]];
  });
  const sentTexts = events.flatMap(({ id, quote, place }: CoachingEvent): [string, string][] => {
    const text = quote === null ? null : sentText(sent.copies.get(quote.seq), place);
    return text === null ? [] : [[id, text]];
  });
  const ownRows = rows.size === 0 ? [] : [...idsIn(coe)].map((id): [string, string] => [sent.hideId(id), id]);
  return {
    share: sent.share,
    reader: sent.reader?.name ?? '',
    isWithdrawn: sent.isWithdrawn,
    writer,
    events,
    rowIds: Object.fromEntries(ownRows.filter(([hidden]) => rows.has(hidden))),
    sentTexts: Object.fromEntries(sentTexts),
    sentRows: Object.fromEntries(sentRows),
    names: sent.names,
    news,
  };
}

/** The ids of all rows of a COE. */
function idsIn(value: unknown, ids = new Set<string>()): Set<string> {
  if (typeof value !== 'object' || value === null) return ids;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'id' && typeof inner === 'string') ids.add(inner);
    else idsIn(inner, ids);
  }
  return ids;
}
