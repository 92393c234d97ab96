import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';

import { COMMANDS } from '#ipc/commands.ts';
import { menuTemplate, type MenuInput } from '#main/menu/menu-template.ts';
import { spellingMenu, textMenu } from '#main/menu/text-menu.ts';

const situation = (change: Partial<MenuInput> = {}): MenuInput => ({
  mac: false,
  development: false,
  recents: [],
  mayLock: true,
  shortcuts: {},
  run: () => undefined,
  openRecent: () => undefined,
  reload: () => undefined,
  pastePlain: () => undefined,
  ...change,
});

const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

describe.each([true, false])('the application menu (macOS: %s)', (mac) => {
  it('has every menu command once', () => {
    const ids = flat(menuTemplate(situation({ mac }))).flatMap(({ id }) => id ?? []);
    for (const command of COMMANDS)
      expect(
        ids.filter((id) => id === command.id),
        command.id,
      ).toHaveLength(1);
  });

  it('runs a command by its id', () => {
    const ran: string[] = [];
    const items = flat(menuTemplate(situation({ mac, run: (id) => void ran.push(id) })));
    for (const { id, click } of items) if (id === 'coe.new') Reflect.apply(click ?? (() => undefined), undefined, []);
    expect(ran).toEqual(['coe.new']);
  });

  it('has no duplicate shortcut, and none that types a letter', () => {
    const taken = flat(menuTemplate(situation({ mac, development: true }))).flatMap(
      ({ accelerator }) => accelerator ?? [],
    );
    const asPressed = taken.map((accelerator) => String(accelerator).replace(/CmdOrCtrl|Cmd|Ctrl/, 'Mod'));
    expect(new Set(asPressed).size).toBe(asPressed.length);
    for (const accelerator of asPressed) {
      expect(accelerator).not.toMatch(/Alt.*Mod|Mod.*Alt/);
      expect(accelerator).toMatch(/\+|^F\d+$/);
    }
  });

  it('has changed shortcuts, and takes their keys from other commands', () => {
    const shortcuts = { 'coe.add-why': 'CmdOrCtrl+S', 'coe.link': '' };
    const items = flat(menuTemplate(situation({ mac, shortcuts })));
    const keysOf = (id: string) => items.find((item) => item.id === id)?.accelerator;
    expect(keysOf('coe.add-why')).toBe('CmdOrCtrl+S');
    expect(keysOf('coe.save')).toBeUndefined();
    expect(keysOf('coe.link')).toBeUndefined();
  });

  it('offers Reload in development only', () => {
    const labels = (development: boolean) =>
      flat(menuTemplate(situation({ mac, development }))).map(({ label }) => label);
    expect(labels(false)).not.toContain('Reload');
    expect(labels(true)).toContain('Reload');
  });

  it('opens a recent library by its handle, whatever its folder name', () => {
    const opened: string[] = [];
    const recents = [{ handle: 'h1', name: 'Us & them', folder: '/p/Us & them', isOpen: true }];
    const items = flat(menuTemplate(situation({ mac, recents, openRecent: (handle) => void opened.push(handle) })));
    const item = items.find(({ label }) => label === 'Us && them');
    Reflect.apply(item?.click ?? (() => undefined), undefined, []);
    expect(item?.checked).toBe(true);
    expect(opened).toEqual(['h1']);
  });
});

describe('platform conventions', () => {
  const menuOf = (mac: boolean, label: string) =>
    flat(menuTemplate(situation({ mac })).filter((menu) => menu.label === label)).map(({ id, role }) => id ?? role);

  it('puts Settings, About and Quit in the app menu on macOS, in File and Help elsewhere', () => {
    expect(menuOf(true, 'Once')).toEqual(expect.arrayContaining(['go.settings', 'help.about', 'quit', 'hide']));
    expect(menuOf(true, '&File')).not.toContain('go.settings');
    expect(menuOf(false, '&File')).toEqual(expect.arrayContaining(['go.settings', 'quit']));
    expect(menuOf(false, '&Help')).toContain('help.about');
  });
});

describe('the text menu', () => {
  it('pastes plainly by a command of ours, as the Edit menu does, so that the page learns of it', () => {
    let pasted = 0;
    const pastePlain = (): void => void (pasted += 1);
    for (const items of [
      textMenu({ isEditable: true, selectionText: '' }, pastePlain) ?? [],
      spellingMenu([], () => undefined, pastePlain),
      flat(menuTemplate(situation({ pastePlain }))),
    ]) {
      expect(items.map(({ role }) => role)).not.toContain('pasteAndMatchStyle');
      const item = items.find(({ label }) => label === 'Paste as plain text');
      Reflect.apply(item?.click ?? (() => undefined), undefined, []);
    }
    expect(pasted).toBe(3);
  });

  it('offers the available edits', () => {
    expect(textMenu({ isEditable: true, selectionText: '' }, () => undefined)?.map(({ role }) => role)).toContain(
      'paste',
    );
    expect(textMenu({ isEditable: false, selectionText: 'some words' }, () => undefined)).toEqual([{ role: 'copy' }]);
    expect(textMenu({ isEditable: false, selectionText: '  ' }, () => undefined)).toBeNull();
  });
});
