import { fail } from '#domain/result.ts';
import type { Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';

import type { AskSavePath } from './export-handlers.ts';
import { saveCopy } from './write-copy.ts';

/**
 * Creates the handler that saves an attachment as a file that the person chooses. It suggests the name the file had,
 * with the ending that it is kept under.
 */
export const attachmentHandlers = (
  askWhere: AskSavePath,
  library: () => Library | null,
): Pick<Handlers, 'attachments:save-as'> => ({
  'attachments:save-as': async ({ name, fileName }) => {
    const open = library();
    if (open === null) return fail({ kind: 'library-loading' });
    const bytes = await open.attachments.readAttachment(name);
    if (bytes === null) return fail({ kind: 'attachment-missing' });
    const extension = name.slice(name.lastIndexOf('.') + 1);
    const stem = fileName.replaceAll(/[/\\:*?"<>|\p{Cc}]/gu, ' ').trim();
    const file = await askWhere({
      name: stem.toLowerCase().endsWith(`.${extension}`) ? stem : `${stem || 'file'}.${extension}`,
      kind: 'File',
      extension,
    });
    return file === null ? fail({ kind: 'cancelled' }) : saveCopy(file, bytes);
  },
});
