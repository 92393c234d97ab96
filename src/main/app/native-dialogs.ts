import path from 'node:path';

import { app, type BrowserWindow, dialog } from 'electron';

import type { AskSavePath } from '#main/export/export-handlers.ts';
import type { AskForImport } from '#main/import/import-handlers.ts';
import { destinationOf } from '#main/security/external-link.ts';
import type { LeaveReason, Unsaved } from '#main/session/leave-guard.ts';

import { leaveDialog } from './leave-dialog.ts';
import { pathForDialog } from './path-for-dialog.ts';

/**
 * Questions asked in native dialogs, which the page cannot draw, answer or hide. Folders and files are null when the
 * person cancelled.
 */
export type NativeDialogs = {
  readonly askToOpen: (address: string) => Promise<boolean>;
  readonly askToLeave: (unsaved: Unsaved, reason: LeaveReason) => Promise<boolean>;
  /** Asks whether to quit although the text of a quick capture would be lost. */
  readonly askToLoseCapture: () => Promise<boolean>;
  readonly askForFolder: () => Promise<string | null>;
  readonly askForBackupFolder: () => Promise<string | null>;
  readonly askForExportFolder: () => Promise<string | null>;
  readonly askForTeamFolder: () => Promise<string | null>;
  readonly askForSharedFolder: () => Promise<string | null>;
  readonly askForEmptyFolder: () => Promise<string | null>;
  readonly askForImport: AskForImport;
  readonly askToImportDropped: (path: string, count: number) => Promise<boolean>;
  readonly askForCard: () => Promise<string | null>;
  readonly askForSharedFile: () => Promise<string | null>;
  readonly askForPeopleBackup: () => Promise<string | null>;
  readonly askToOpenDropped: (path: string) => Promise<boolean>;
  readonly askForDictionary: () => Promise<readonly string[] | null>;
  readonly askWhereToSave: AskSavePath;
  readonly askToSwitch: (folder: string) => Promise<boolean>;
};

/** Creates the dialogs. They are attached to the window if there is one. */
export function createNativeDialogs(window: () => BrowserWindow | null): NativeDialogs {
  /** True when the person pressed the second button; the first is the safe one. */
  const ask = async (message: string, detail: string, buttons: [string, string]): Promise<boolean> => {
    const options = { type: 'question' as const, message, detail, buttons, defaultId: 0, cancelId: 0, noLink: true };
    const over = window();
    const { response } = await (over ? dialog.showMessageBox(over, options) : dialog.showMessageBox(options));
    return response === 1;
  };
  const askForFolder = async (title: string, message: string, buttonLabel: string): Promise<string | null> => {
    const properties = ['openDirectory' as const, 'createDirectory' as const];
    const options = { title, message, buttonLabel, properties };
    const over = window();
    const { canceled, filePaths } = await (over
      ? dialog.showOpenDialog(over, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  };
  const askForFile = async (
    title: string,
    message: string,
    buttonLabel: string,
    filters: { name: string; extensions: string[] }[],
  ): Promise<string | null> => {
    const options = { title, message, buttonLabel, filters, properties: ['openFile' as const] };
    const over = window();
    const { canceled, filePaths } = await (over
      ? dialog.showOpenDialog(over, options)
      : dialog.showOpenDialog(options));
    return canceled ? null : (filePaths[0] ?? null);
  };
  return {
    askToOpen: (address) => ask(`Open ${destinationOf(address)} outside Once?`, address, ['Cancel', 'Open']),
    askToLeave: (unsaved, reason) => {
      const { message, detail, buttons } = leaveDialog(unsaved, reason);
      return ask(message, detail, buttons);
    },
    askToLoseCapture: () =>
      ask(
        'The text in Quick capture is not saved.',
        'It is only in memory, because its library is not open. Quitting would lose it.',
        ['Go back', 'Quit anyway'],
      ),
    askForFolder: () =>
      askForFolder(
        'Open library',
        'Choose the folder that holds your COEs, or an empty one to begin in.',
        'Open library',
      ),
    askForBackupFolder: () =>
      askForFolder(
        'Back up to',
        'Choose a folder for the backups, best on another disk. Once makes a folder of its own in it.',
        'Back up here',
      ),
    askForExportFolder: () =>
      askForFolder(
        'Export to',
        'Choose a folder for the files. Files that are in it already stay as they are.',
        'Export here',
      ),
    askForTeamFolder: () =>
      askForFolder(
        'Keep the team library in',
        'Choose an empty folder on this computer. Best not in a folder that another program syncs.',
        'Keep it here',
      ),
    askForSharedFolder: () =>
      askForFolder(
        'Shared folder',
        'Choose the folder that your team shares: the one a colleague has begun, or an empty one.',
        'Choose',
      ),
    askForEmptyFolder: () =>
      askForFolder('Unpack the backup', 'Choose an empty folder. The backup becomes a library in it.', 'Unpack here'),
    askForImport: async (what) => {
      if (what === 'folder') {
        const folder = await askForFolder('Import', 'Choose a folder of reports or notes. It is only read.', 'Choose');
        return folder === null ? null : [folder];
      }
      const options = {
        title: 'Import',
        message: 'Choose reports, or a zip or export of another app. They are only read.',
        buttonLabel: 'Choose',
        properties: ['openFile' as const, 'multiSelections' as const],
      };
      const over = window();
      const { canceled, filePaths } = await (over
        ? dialog.showOpenDialog(over, options)
        : dialog.showOpenDialog(options));
      return canceled || filePaths.length === 0 ? null : filePaths;
    },
    askToImportDropped: (path, count) =>
      ask(
        count === 1 ? 'Import what you dropped?' : `Import the ${count} files you dropped?`,
        `${pathForDialog(path)}${count === 1 ? '' : ' and others'}\n\nOnce shows what it finds before anything is imported. The originals stay as they are.`,
        ['Cancel', 'Import…'],
      ),
    askForCard: () =>
      askForFile('Add a card', 'Choose the card that somebody sent you.', 'Add', [
        { name: 'Card of Once', extensions: ['once-card'] },
      ]),
    askForSharedFile: () =>
      askForFile('Open shared file', 'Choose a copy, a card, a reply or a withdrawal that somebody sent you.', 'Open', [
        { name: 'Shared with Once', extensions: ['once-share', 'once-card', 'age'] },
        { name: 'All files', extensions: ['*'] },
      ]),
    askForPeopleBackup: () =>
      askForFile('Restore a backup of People', 'Choose a backup of People.', 'Restore', [
        { name: 'Backup of People', extensions: ['age'] },
        { name: 'All files', extensions: ['*'] },
      ]),
    askToOpenDropped: (path) =>
      ask('Open this shared file?', `${pathForDialog(path)}\n\nOnce checks who made it before anything is stored.`, [
        'Cancel',
        'Open',
      ]),
    askForDictionary: async () => {
      const options = {
        title: 'Add a dictionary',
        message: 'Choose the .aff and the .dic file of a Hunspell dictionary.',
        buttonLabel: 'Add',
        filters: [{ name: 'Hunspell dictionary', extensions: ['aff', 'dic'] }],
        properties: ['openFile' as const, 'multiSelections' as const],
      };
      const over = window();
      const { canceled, filePaths } = await (over
        ? dialog.showOpenDialog(over, options)
        : dialog.showOpenDialog(options));
      return canceled || filePaths.length === 0 ? null : filePaths;
    },
    askWhereToSave: async ({ name, kind, extension }) => {
      const options = {
        defaultPath: path.join(app.getPath('documents'), name),
        filters: [{ name: kind, extensions: [extension] }],
        properties: ['createDirectory' as const, 'showOverwriteConfirmation' as const],
      };
      const over = window();
      const { canceled, filePath } = await (over
        ? dialog.showSaveDialog(over, options)
        : dialog.showSaveDialog(options));
      return canceled || filePath === '' ? null : filePath;
    },
    askToSwitch: (folder) =>
      ask('Once is already open with another library.', `Open this one instead?\n${pathForDialog(folder)}`, [
        'Stay',
        'Open it',
      ]),
  };
}
