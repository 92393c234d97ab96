import path from 'node:path';

import { EXPORT_ENDINGS, type ExportFormatId, isDrawnFormat } from '#domain/export/export-formats.ts';
import { paperOf } from '#domain/export/paper.ts';
import { fail, ok } from '#domain/result.ts';
import { PLAIN_DATE_STYLE } from '#domain/time/date-style.ts';
import type { ExportScope } from '#ipc/exports.ts';
import type { Announce, Handlers } from '#main/ipc/handlers.ts';
import type { Library } from '#main/library/library-api.ts';

import { drawFile, type ToPdf } from './draw-file.ts';
import type { AskSavePath } from './export-handlers.ts';
import { exportName } from './export-name.ts';
import { type ExportTarget, saveExport } from './save-export.ts';

/** What the export handlers need. `askForFolder` returns null if the person cancels. */
export type SaveExportDeps = {
  readonly askWhere: AskSavePath;
  readonly askForFolder: () => Promise<string | null>;
  readonly library: () => Library | null;
  /** What drawing needs: the zone, the locale that decides the paper, and the printer. */
  readonly draw: { readonly zone: () => string; readonly locale: () => string; readonly toPdf: ToPdf };
  readonly announce: Announce;
  readonly showFile: (file: string) => void;
  /** Puts a text on the clipboard, as HTML too if `html` is not null. */
  readonly writeClipboard: (text: string, html: string | null) => Promise<void>;
};

const KIND_NAMES: Readonly<Record<ExportFormatId, string>> = {
  markdown: 'Markdown',
  html: 'Web page',
  docx: 'Word document',
  pdf: 'PDF',
  csv: 'Table (CSV)',
  json: 'COE',
  everything: 'Zip archive',
};

type Channels = 'exports:save' | 'exports:cancel' | 'exports:reveal' | 'clipboard:write';

/** Creates the handlers that export COEs to a place the person chooses, one export at a time. */
export function saveExportHandlers(deps: SaveExportDeps): Pick<Handlers, Channels> {
  let running: AbortController | null = null;
  let last: string | null = null;
  return {
    'exports:save': async ({ scope, format, choice, separator }) => {
      const library = deps.library();
      if (library === null) return fail({ kind: 'library-loading' });
      const ids = await idsOf(scope, library);
      const target = await askForTarget(scope, format, deps);
      if (target === null) return fail({ kind: 'cancelled' });
      running?.abort();
      const own = new AbortController();
      running = own;
      const saved = await saveExport(
        format,
        {
          ids,
          read: async (id) => {
            if (scope.of === 'coe') return ok(scope.coe);
            const opened = await library.open(id);
            return opened.ok ? ok(opened.value.coe) : opened;
          },
          readAttachment: (name) => library.attachments.readAttachment(name),
          readPatterns: async () => library.patterns.knownPatterns(),
          allPatterns: scope.of === 'library',
          choice,
          separator,
          draw: (drawn, coes) =>
            drawFile(
              drawn,
              coes,
              { zone: deps.draw.zone(), dates: PLAIN_DATE_STYLE, paper: paperOf(deps.draw.locale()) },
              deps.draw.toPdf,
            ),
          onProgress: (done) => {
            if (done % 20 === 0) deps.announce('exports:progress', { done, total: ids.length });
          },
          signal: own.signal,
        },
        target,
      );
      if (running === own) running = null;
      if (!saved.ok) return saved;
      const { files, refused, leftOut } = saved.value;
      const first = target.fileName ?? files[0];
      last = first === undefined ? target.folder : path.join(target.folder, first);
      return ok({
        name: target.fileName ?? path.basename(target.folder),
        files: files.length,
        refused: refused.length,
        unread: leftOut.coes.length,
        missing: leftOut.attachments.length,
      });
    },
    'exports:cancel': async () => {
      running?.abort();
      return ok(null);
    },
    'exports:reveal': async () => {
      if (last !== null) deps.showFile(last);
      return ok(null);
    },
    'clipboard:write': async ({ text, html }) => {
      await deps.writeClipboard(text, html);
      return ok(null);
    },
  };
}

const AT_ONCE = 500;

async function idsOf(scope: ExportScope, library: Library): Promise<string[]> {
  if (scope.of === 'coe') return [scope.coe.id];
  if (scope.of === 'chosen') return [...scope.ids];
  if (scope.of === 'library') return library.summaries().map((summary) => summary.id);
  const ids: string[] = [];
  for (;;) {
    const { filter, text } = scope;
    const request = { filter, text, order: 'happened-newest' as const, offset: ids.length, limit: AT_ONCE };
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    const { rows, total } = await library.list(request);
    ids.push(...rows.map((row) => row.id));
    if (rows.length === 0 || ids.length >= total) return ids;
  }
}

/** Asks for a file where the format makes one, else for a folder; null if the person cancels. */
async function askForTarget(
  scope: ExportScope,
  format: ExportFormatId,
  { askWhere, askForFolder }: SaveExportDeps,
): Promise<ExportTarget | null> {
  const extension = EXPORT_ENDINGS[format];
  const isOneFile = isDrawnFormat(format) || format === 'everything' || (scope.of === 'coe' && format !== 'csv');
  if (!isOneFile) {
    const folder = await askForFolder();
    return folder === null ? null : { folder, fileName: null, overwrite: false };
  }
  const name =
    scope.of === 'coe' && format !== 'everything' ? exportName(scope.coe, extension) : `Once export.${extension}`;
  const file = await askWhere({ name, kind: KIND_NAMES[format], extension });
  // The save dialog has asked before replacing a file.
  return file === null ? null : { folder: path.dirname(file), fileName: path.basename(file), overwrite: true };
}
