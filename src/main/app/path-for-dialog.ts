/**
 * A path as a dialog of the system shows it. Line breaks and other control characters, and those that change the
 * direction of what follows, are replaced: in the name of a folder they could pass for words of the dialog.
 */
export const pathForDialog = (path: string): string =>
  path.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
