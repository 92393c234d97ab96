// @vitest-environment happy-dom
import { expect, it } from 'vitest';

import { matchesAccelerator, pressedAccelerator } from '#renderer/platform/match-accelerator.ts';

const press = (key: string, code: string, held: string[] = ['ctrl']) => ({
  key,
  code,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});

it.each([
  ['Ctrl and a letter', press('n', 'KeyN'), 'CmdOrCtrl+N'],
  ['with Shift', press('P', 'KeyP', ['ctrl', 'shift']), 'CmdOrCtrl+Shift+P'],
  ['a Cyrillic layout', press('т', 'KeyN'), 'CmdOrCtrl+N'],
  ['a French row of figures', press('&', 'Digit1'), 'CmdOrCtrl+1'],
  ['a German slash, above the 7', press('/', 'Digit7', ['ctrl', 'shift']), 'CmdOrCtrl+/'],
  ['a named key', press('F6', 'F6', []), 'F6'],
  ['an arrow', press('ArrowLeft', 'ArrowLeft', ['alt']), 'Alt+Left'],
])('takes %s', (_, event, accelerator) => expect(matchesAccelerator(event, accelerator)).toBe(true));

it.each([
  ['the letter alone', press('n', 'KeyN', []), 'CmdOrCtrl+N'],
  ['more keys than were asked', press('N', 'KeyN', ['ctrl', 'shift']), 'CmdOrCtrl+N'],
  ['AltGr', press('n', 'KeyN', ['ctrl', 'alt']), 'CmdOrCtrl+N'],
  ['the place of a letter that another letter has', press('z', 'KeyY'), 'CmdOrCtrl+Y'],
])('leaves %s alone', (_, event, accelerator) => expect(matchesAccelerator(event, accelerator)).toBe(false));

it.each([
  ['a letter with Shift', press('J', 'KeyJ', ['ctrl', 'shift']), 'CmdOrCtrl+Shift+J'],
  ['a Cyrillic letter', press('т', 'KeyN'), 'CmdOrCtrl+N'],
  ['a digit with Shift', press('!', 'Digit1', ['ctrl', 'shift']), 'CmdOrCtrl+Shift+1'],
  ['a sign that needs Shift', press('/', 'Digit7', ['ctrl', 'shift']), 'CmdOrCtrl+/'],
  ['a function key', press('F7', 'F7', []), 'F7'],
  ['an arrow', press('ArrowLeft', 'ArrowLeft', ['alt']), 'Alt+Left'],
  ['a modifier alone', press('Control', 'ControlLeft'), null],
  ['a key without a name', press('Enter', 'Enter'), null],
])('names %s, and the name matches the keys', (_, event, accelerator) => {
  expect(pressedAccelerator(event)).toBe(accelerator);
  if (accelerator !== null) expect(matchesAccelerator(event, accelerator)).toBe(true);
});
