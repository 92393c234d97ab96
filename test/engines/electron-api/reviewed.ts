/**
 * Why the app works on both versions, for each used part of Electron's API that the oldest and the newest version
 * declare in different ways.
 */
export const REVIEWED: Readonly<Record<string, string>> = {
  'App.getPath': 'The newer version knows more folders; the app asks for none of them.',
  "BrowserWindow 'query-session-end'": 'The older version never calls the listener; the end of the session saves too.',
  "BrowserWindow 'session-end'": 'The listener takes no argument.',
  'Clipboard.readText': 'The result is awaited, which also holds for one that is no promise.',
  'Clipboard.write': 'writeClipboard passes clipboard items where there are any, and texts by name otherwise.',
  'Clipboard.writeText': 'The result is awaited, which also holds for one that is no promise.',
  'GlobalShortcut.register': 'Accelerator was another name for string.',
  'GlobalShortcut.unregister': 'Accelerator was another name for string.',
  'MenuItemConstructorOptions.accelerator': 'Accelerator was another name for string.',
  'MenuItemConstructorOptions.type': 'The newer version knows more types; the app uses none of them.',
  'PopupOptions.window': 'A BrowserWindow is passed, and is a BaseWindow in both.',
  'SafeStorage.decryptStringAsync': 'systemKeychain calls decryptString where it is missing.',
  'SafeStorage.encryptStringAsync': 'systemKeychain calls encryptString where it is missing.',
  'SafeStorage.isAsyncEncryptionAvailable': 'systemKeychain calls isEncryptionAvailable where it is missing.',
  "Session 'will-download'": 'The listener takes the event alone.',
  'Session.setPermissionCheckHandler': 'Every permission is denied, whatever its name.',
  'Session.setPermissionRequestHandler': 'Every permission is denied, whatever its name.',
};
