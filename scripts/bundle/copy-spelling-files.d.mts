/** Puts the dictionaries that ship with the app into a folder, with their licences. */
export function copyDictionaries(root: string, folder: string): void;
/** Puts Hunspell's program into the folder of the bundle that loads it. */
export function copyHunspell(root: string, folder: string): void;
