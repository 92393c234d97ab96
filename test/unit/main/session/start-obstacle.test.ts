import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { startObstacle as obstacleWith, type StartObstacle, type Surroundings } from '#main/session/start-obstacle.ts';
import type { LocalDisplay, X11Server } from '#main/session/x11-server.ts';
import { skipBecause } from '#test/support/skip-without.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const surroundings = (changes: Partial<Surroundings> = {}): Surroundings => {
  const usualUserData = path.join(temporaryFolder(), 'settings');
  return {
    platform: 'linux',
    env: { DISPLAY: ':0' },
    findX11: ({ number }) => (number === 0 ? 'there' : 'absent'),
    hasOwnScreen: false,
    isSandboxOff: false,
    mayDoWithoutSandbox: false,
    userData: () => usualUserData,
    usualUserData,
    ...changes,
  };
};

/** What keeps the app from starting. Fails if it also warns. */
const startObstacle = (here: Surroundings): StartObstacle | null =>
  obstacleWith(here, (text) => expect(text).toBe('no warning'));

describe('what keeps the app from starting', () => {
  it('is nothing where there is a screen and a folder to write to', () => {
    const here = surroundings();
    expect(startObstacle(here)).toBeNull();
    expect(existsSync(here.usualUserData)).toBe(true);
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'wayland-0'), '');
    const wayland = { WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: folder };
    expect(startObstacle(surroundings({ env: wayland }))).toBeNull();
    const absolute = { WAYLAND_DISPLAY: path.join(folder, 'wayland-0') };
    expect(startObstacle(surroundings({ env: absolute }))).toBeNull();
    expect(startObstacle(surroundings({ env: {}, hasOwnScreen: true }))).toBeNull();
    expect(startObstacle(surroundings({ env: {}, platform: 'darwin' }))).toBeNull();
  });

  it('is a missing screen on Linux', () => {
    const obstacle = startObstacle(surroundings({ env: {} }));
    expect(obstacle?.hasScreen).toBe(false);
    expect(obstacle?.text).toMatch(/^Once needs a screen: neither .* Start Once in a desktop session\.\n$/);
  });

  it('is an X server that is gone, unless it is on another computer or there is Wayland too', () => {
    const obstacle = startObstacle(surroundings({ env: { DISPLAY: ':7.0' } }));
    expect(obstacle?.hasScreen).toBe(false);
    expect(obstacle?.text).toContain('DISPLAY names :7.0, where there is no X server.');
    for (const DISPLAY of [':0', ':0.1', 'unix:0', 'localhost:10.0', 'other:7'])
      expect(startObstacle(surroundings({ env: { DISPLAY } })), DISPLAY).toBeNull();
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'wayland-0'), '');
    const env = { DISPLAY: ':7', WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: folder };
    expect(startObstacle(surroundings({ env }))).toBeNull();
  });

  it('is nothing but a warning where no program seems to have the socket of the X server open', () => {
    const asked: LocalDisplay[] = [];
    const findX11 = (display: LocalDisplay): X11Server => {
      asked.push(display);
      return 'unlisted';
    };
    const warned: string[] = [];
    const warningFor = (env: Surroundings['env'], more: Partial<Surroundings> = {}): StartObstacle | null =>
      obstacleWith(surroundings({ env, findX11, ...more }), (text) => warned.push(text));
    expect(warningFor({ DISPLAY: ':7.0' })).toBeNull();
    expect(warningFor({ DISPLAY: 'unix:7', WAYLAND_DISPLAY: 'gone' })).toBeNull();
    expect(warned).toEqual([
      'Once needs a screen: DISPLAY names :7.0, and no program seems to have its socket open, /tmp/.X11-unix/X7. ' +
        'If Once ends now, that server is gone: start Once in a desktop session.\n',
      expect.stringContaining('DISPLAY names unix:7, and no program seems'),
    ]);
    expect(asked).toEqual([
      { number: 7, isUnixOnly: false },
      { number: 7, isUnixOnly: true },
    ]);
    expect(warningFor({ DISPLAY: ':7' }, { isSandboxOff: true })?.text).toMatch(/^Once did not start/);
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, 'wayland-0'), '');
    expect(warningFor({ DISPLAY: ':7', WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: folder })).toBeNull();
    expect(warned).toHaveLength(2);
  });

  it('is a Wayland compositor that is gone, unless there is X11 too', () => {
    const env = { WAYLAND_DISPLAY: 'wayland-0', XDG_RUNTIME_DIR: temporaryFolder() };
    const obstacle = startObstacle(surroundings({ env }));
    expect(obstacle?.hasScreen).toBe(false);
    expect(obstacle?.text).toContain(`WAYLAND_DISPLAY names ${path.join(env.XDG_RUNTIME_DIR, 'wayland-0')}, which is`);
    expect(startObstacle(surroundings({ env: { ...env, DISPLAY: ':0' } }))).toBeNull();
  });

  it('is a start without the sandbox that nobody asked for, before any folder is made', () => {
    const here = surroundings({ isSandboxOff: true });
    const { text, hasScreen } = startObstacle(here) ?? {};
    expect(hasScreen).toBe(true);
    expect(text).toMatch(/^Once did not start, .* Nothing was opened or changed\.\n.* add --allow-no-sandbox\.\n$/s);
    expect(existsSync(here.usualUserData)).toBe(false);
    expect(startObstacle({ ...here, mayDoWithoutSandbox: true })).toBeNull();
  });

  it('is a folder of settings that cannot be created, also when Electron does not say why', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const usualUserData = path.join(file, 'settings');
    const userData = (): string => {
      throw new Error('Failed to get userData path');
    };
    const { text, hasScreen } = startObstacle(surroundings({ userData, usualUserData })) ?? {};
    expect(hasScreen).toBe(true);
    expect(text).toContain(`\n${usualUserData}\nA file is in its place. Nothing was changed.`);
    expect(text).toContain('--user-data-dir=DIR');
  });

  it('is a folder without the right to write', (context) => {
    if (process.platform === 'win32') skipBecause('on Windows, modes of folders keep nobody from writing', context);
    if (process.getuid?.() === 0) skipBecause('root may write to every folder', context);
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    expect(startObstacle(surroundings({ userData: () => folder }))?.text).toContain('The system does not permit it.');
  });
});
