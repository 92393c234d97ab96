import { shell } from 'electron';

/** Opens addresses, folders and files in other programs. No other file does. */
export const systemShell = {
  /** Opens an address in the program that is set up for it. Only for one that the person agreed to. */
  openAddress: (address: string): Promise<void> => shell.openExternal(address),
  /** Opens a folder in the file manager; false if that fails. */
  showFolder: async (folder: string): Promise<boolean> => (await shell.openPath(folder)) === '',
  /** Selects a file in the file manager. */
  showFile: (file: string): void => shell.showItemInFolder(file),
};
