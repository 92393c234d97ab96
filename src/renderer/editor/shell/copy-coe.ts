import type { Coe } from '#domain/coe/coe.ts';
import { chooseParts } from '#domain/export/choose-parts.ts';
import { markdownForClipboard } from '#domain/export/markdown/write-markdown.ts';
import { richTextOf } from '#domain/export/rich-text.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import { DEFAULT_SETTINGS, type Settings } from '#ipc/settings.ts';

import { invoke } from '../../platform/bridge.ts';
import { queryClient } from '../../platform/queries.ts';
import { zoneNow } from '../../platform/today.ts';
import { explainError } from '../../ui/explain-error.ts';
import { showToast } from '../../ui/toast.tsx';

/**
 * Copies a COE to the clipboard with the parts that were chosen for the last export. Rich text goes beside its
 * Markdown, and a program takes the one that it understands.
 */
export async function copyCoe(coe: Coe, as: 'markdown' | 'rich-text'): Promise<void> {
  const { exportChoice, zone: chosenZone } =
    queryClient.getQueryData<Settings>(['settings:read', {}]) ?? DEFAULT_SETTINGS;
  const chosen = chooseParts(coe, exportChoice);
  const copied = await invoke('clipboard:write', {
    text: markdownForClipboard(chosen),
    html: as === 'markdown' ? null : richTextOf(chosen, { zone: zoneNow(chosenZone), dates: PLAIN_DATE_STYLE }),
  });
  if (!copied.ok) return showToast(explainError(copied.error).title);
  const without = exportChoice.privateFields ? '' : ' Feelings and your state on the day stayed here.';
  showToast(`Copied as ${as === 'markdown' ? 'Markdown' : 'rich text'}.${without}`);
}
