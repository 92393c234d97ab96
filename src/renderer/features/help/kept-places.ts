import type { AppInfo } from '#ipc/contract.ts';

/** Something the app keeps on this computer: what it is, where it lies, and what it is good for. */
export type KeptPlace = { readonly what: string; readonly place: string; readonly meaning: string };

/** What the app keeps, and where. `settingsPlace` is a folder, in which the caches and the log have folders of their own. */
export function keptPlaces(info: AppInfo): KeptPlace[] {
  const slash = info.settingsPlace.includes('\\') ? '\\' : '/';
  return [
    {
      what: 'Your COEs',
      place: info.libraryPlace,
      meaning: 'One file each, which any text editor can open. The trash is in the same folder.',
    },
    { what: 'Settings', place: info.settingsPlace, meaning: 'What you chose. Never a word of a COE.' },
    {
      what: 'Search index and list',
      place: `${info.settingsPlace}${slash}libraries`,
      meaning:
        'Holds words of your COEs, so that searching is quick; encrypted if the library is. May be deleted; it is made again from the files.',
    },
    {
      what: 'Log',
      place: `${info.settingsPlace}${slash}logs`,
      meaning: 'Codes and counts for finding faults. Never your words, titles or folders.',
    },
  ];
}
