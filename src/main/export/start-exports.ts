import type { BrowserWindow, Session } from 'electron';

import type { Clock } from '#domain/clock.ts';
import type { Announcements } from '#main/ipc/announcements.ts';
import type { Library } from '#main/library/library-api.ts';
import type { AppState } from '#main/settings/app-state.ts';
import type { SettingsStore } from '#main/settings/settings-store.ts';

import { attachmentHandlers } from './attachment-handlers.ts';
import { calendarHandlers } from './calendar-handlers.ts';
import { type AskSavePath, exportHandlers } from './export-handlers.ts';
import { createMarkdownCopy } from './markdown-copy-service.ts';
import { createPrinter } from './print/printer.ts';
import { printHandlers } from './print-handlers.ts';
import { saveExportHandlers } from './save-export-handlers.ts';
import { writeClipboard } from './write-clipboard.ts';

/** What exporting needs from the app. The dialogs return null if the person cancels. */
export type StartExportsDeps = Announcements & {
  readonly library: () => Library | null;
  /** Resolves when the first library is open or locked. */
  readonly opened: Promise<unknown>;
  readonly appState: SettingsStore<AppState>;
  readonly askWhereToSave: AskSavePath;
  readonly askForExportFolder: () => Promise<string | null>;
  /** Selects a file in the file manager. */
  readonly showFile: (file: string) => void;
  /** The folder of the app's fonts. */
  readonly fonts: string;
  /** Creates the hidden window that prints. */
  readonly createPrintWindow: (session: Session) => BrowserWindow;
  readonly zone: () => string;
  readonly locale: () => string;
  readonly clock: Clock;
};

/** Creates everything that writes copies of COEs to files that the person chooses, or on paper. */
export function startExports(deps: StartExportsDeps) {
  const { library, appState, announce, zone, locale, clock, askWhereToSave: askWhere, askForExportFolder } = deps;
  const printer = createPrinter(deps.fonts, deps.createPrintWindow);
  const markdownCopy = createMarkdownCopy({
    library,
    folderOf: (folder) => appState.value().markdownCopyFolders[folder] ?? null,
    setFolder: (folder, chosen) =>
      appState.change(({ markdownCopyFolders: { [folder]: _before, ...others } }) => ({
        markdownCopyFolders: chosen === null ? others : { ...others, [folder]: chosen },
      })),
    askForFolder: askForExportFolder,
  });
  deps.onAnnounced('coes:changed', ({ ids }) => void markdownCopy.refresh(ids === 'many' ? 'all' : ids));
  void deps.opened.then(() => markdownCopy.refresh('all'));
  return {
    /** Every channel that exports or prints. */
    handlers: {
      ...exportHandlers(askWhere),
      ...saveExportHandlers({
        askWhere,
        askForFolder: askForExportFolder,
        library,
        draw: { zone, locale, toPdf: printer.toPdf },
        announce,
        showFile: deps.showFile,
        writeClipboard,
      }),
      ...attachmentHandlers(askWhere, library),
      ...calendarHandlers({ askWhere, library, clock }),
      ...printHandlers(printer, zone, library),
      ...markdownCopy.handlers,
    },
    printer,
  };
}
