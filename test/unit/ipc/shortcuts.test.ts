import { describe, expect, it } from 'vitest';

import { type Command, COMMANDS } from '#ipc/commands.ts';
import {
  defaultShortcut,
  hasFixedShortcut,
  isAccelerator,
  isGlobalShortcut,
  refusalOf,
  shortcutsInUse,
  usedBy,
  validShortcuts,
  withShortcut,
} from '#ipc/shortcuts.ts';

describe.each([false, true])('the shortcuts in use (macOS: %s)', (mac) => {
  it('are the defaults when nothing is changed', () => {
    const inUse = shortcutsInUse({}, mac);
    for (const command of COMMANDS as readonly Command[])
      expect(inUse.get(command.id as never), command.id).toBe(defaultShortcut(command, mac));
  });

  it('have every default free of refusals', () => {
    for (const command of COMMANDS as readonly Command[]) {
      const keys = defaultShortcut(command, mac);
      if (keys === undefined || hasFixedShortcut(command.id as never)) continue;
      if (mac && keys === 'F11') continue;
      expect(isAccelerator(keys), keys).toBe(true);
      expect(refusalOf(keys, mac), keys).toBeNull();
    }
  });

  it('take keys from the command that has them by default, and give them back', () => {
    const changed = withShortcut({}, 'coe.add-why', 'CmdOrCtrl+S', mac);
    expect(usedBy('CmdOrCtrl+S', 'coe.add-why', {}, mac)?.id).toBe('coe.save');
    expect(shortcutsInUse(changed, mac).get('coe.add-why')).toBe('CmdOrCtrl+S');
    expect(shortcutsInUse(changed, mac).has('coe.save')).toBe(false);
    const back = withShortcut(changed, 'coe.add-why', '', mac);
    expect(back).toEqual({});
    expect(shortcutsInUse(back, mac).get('coe.save')).toBe('CmdOrCtrl+S');
  });

  it('take keys from a command that got them by a change', () => {
    const first = withShortcut({}, 'coe.add-why', 'CmdOrCtrl+J', mac);
    const second = withShortcut(first, 'coe.add-action', 'CmdOrCtrl+J', mac);
    expect(second).toEqual({ 'coe.add-action': 'CmdOrCtrl+J' });
  });

  it('can be removed, and reset', () => {
    const removed = withShortcut({}, 'coe.link', '', mac);
    expect(shortcutsInUse(removed, mac).has('coe.link')).toBe(false);
    expect(withShortcut(removed, 'coe.link', null, mac)).toEqual({});
    expect(withShortcut(removed, 'coe.link', 'CmdOrCtrl+Shift+K', mac)).toEqual({});
  });

  it('ignore stored values that cannot be used', () => {
    const stored = {
      'coe.save': 'CmdOrCtrl+C',
      'coe.new': 'Hyper+Foo',
      'edit.undo': 'CmdOrCtrl+J',
      'coe.link': 'L',
      'of.another-version': 'CmdOrCtrl+J',
    };
    expect([...shortcutsInUse(stored, mac)]).toEqual([...shortcutsInUse({}, mac)]);
  });
});

it('two stored shortcuts with the same keys leave the second command with its default', () => {
  const inUse = shortcutsInUse({ 'coe.new': 'CmdOrCtrl+J', 'coe.save': 'CmdOrCtrl+J' }, false);
  expect(inUse.get('coe.new')).toBe('CmdOrCtrl+J');
  expect(inUse.get('coe.save')).toBe('CmdOrCtrl+S');
});

it.each([
  ['CmdOrCtrl+C', 'reserved'],
  ['CmdOrCtrl+Shift+V', 'reserved'],
  ['CmdOrCtrl+B', 'reserved'],
  ['CmdOrCtrl+Left', 'reserved'],
  ['Alt+Up', 'reserved'],
  ['Alt+F4', 'reserved'],
  ['CmdOrCtrl+=', 'reserved'],
  ['CmdOrCtrl+Alt+J', 'alt-graph'],
  ['J', 'no-modifier'],
  ['Shift+J', 'no-modifier'],
  ['Alt+F', 'no-modifier'],
  ['CmdOrCtrl+J', undefined],
  ['F7', undefined],
  ['Alt+Left', undefined],
])('%s is refused as: %s', (keys, is) => expect(refusalOf(keys, false)?.is).toBe(is));

it('only valid entries of stored shortcuts are kept', () => {
  const stored = { 'coe.save': 'CmdOrCtrl+J', 'coe.new': 5, 'coe.link': '', 'go.back': 'Shift+Shift+A', later: 'F8' };
  expect(validShortcuts(stored)).toEqual({ 'coe.save': 'CmdOrCtrl+J', 'coe.link': '', later: 'F8' });
});

it('a global shortcut needs Shift with Ctrl or Cmd, or a function key with one of them', () => {
  for (const keys of ['CmdOrCtrl+Shift+N', 'Ctrl+Shift+9', 'CmdOrCtrl+F9', 'Shift+F9'])
    expect(isGlobalShortcut(keys), keys).toBe(true);
  for (const keys of [
    '',
    'N',
    'F9',
    'Shift+N',
    'CmdOrCtrl+N',
    'CmdOrCtrl+Alt+N',
    'CmdOrCtrl+Shift+/',
    'CmdOrCtrl+Shift+Up',
    'x+y',
  ])
    expect(isGlobalShortcut(keys), keys).toBe(false);
});
