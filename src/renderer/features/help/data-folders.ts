import type { AppInfo } from '#ipc/contract.ts';

/** A folder the app uses on this computer: its name, its path and its purpose. */
export type DataFolder = { readonly what: string; readonly path: string; readonly meaning: string };

/** The folders the app uses. Caches and the log are in subfolders of the settings folder. */
export function dataFolders(info: AppInfo): DataFolder[] {
  const slash = info.settingsFolder.includes('\\') ? '\\' : '/';
  return [
    {
      what: 'Your COEs',
      path: info.libraryFolder,
      meaning: 'One file for each COE, which any text editor can open. The trash is in the same folder.',
    },
    { what: 'Settings', path: info.settingsFolder, meaning: 'Your choices. Never text from a COE.' },
    {
      what: 'Search index and list',
      path: `${info.settingsFolder}${slash}libraries`,
      meaning:
        'Contains text from your COEs to make search fast; encrypted if the library is. You can delete it: Once rebuilds it from the files.',
    },
    {
      what: 'Unsaved words',
      path: `${info.settingsFolder}${slash}journal`,
      meaning:
        'What you typed and have not saved, stored or sent yet, for each library; encrypted if the library is. Do not delete it: Once offers it after a crash.',
    },
    {
      what: 'People',
      path: `${info.settingsFolder}${slash}people`,
      meaning:
        'What others shared with you for coaching, your notes about it, and questions that you have not added yet, encrypted for your own key. It is in no library and no backup that Once makes.',
    },
    {
      what: 'Your keys for sharing',
      path: `${info.settingsFolder}${slash}sharing`,
      meaning:
        'Your own keys and the cards of others. The system’s keyring protects the keys where there is one. Without them, what others shared cannot be read.',
    },
    {
      what: 'Log',
      path: `${info.settingsFolder}${slash}logs`,
      meaning: 'Codes and counts for finding faults. Never your text, titles or folders.',
    },
  ];
}
