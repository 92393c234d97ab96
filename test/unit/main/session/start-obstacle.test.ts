import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { startObstacle, type Surroundings } from '#main/session/start-obstacle.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const surroundings = (changes: Partial<Surroundings> = {}): Surroundings => {
  const usualUserData = path.join(temporaryFolder(), 'settings');
  return {
    platform: 'linux',
    env: { DISPLAY: ':0' },
    hasOwnScreen: false,
    userData: () => usualUserData,
    usualUserData,
    ...changes,
  };
};

describe('what keeps the app from starting', () => {
  it('is nothing where there is a screen and a folder to write to', () => {
    const here = surroundings();
    expect(startObstacle(here)).toBeNull();
    expect(existsSync(here.usualUserData)).toBe(true);
    expect(startObstacle(surroundings({ env: { WAYLAND_DISPLAY: 'wayland-0' } }))).toBeNull();
    expect(startObstacle(surroundings({ env: {}, hasOwnScreen: true }))).toBeNull();
    expect(startObstacle(surroundings({ env: {}, platform: 'darwin' }))).toBeNull();
  });

  it('is a missing screen on Linux', () => {
    expect(startObstacle(surroundings({ env: {} }))).toMatch(
      /^Once needs a screen: .* Start it in a desktop session\.\n$/,
    );
  });

  it('is a folder of settings that cannot be created, also when Electron does not say why', () => {
    const file = path.join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const usualUserData = path.join(file, 'settings');
    const userData = (): string => {
      throw new Error('Failed to get userData path');
    };
    const text = startObstacle(surroundings({ userData, usualUserData }));
    expect(text).toContain(`\n${usualUserData}\nA file is in its place. Nothing was changed.`);
    expect(text).toContain('--user-data-dir=DIR');
  });

  it.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('is a folder without the right to write', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o500);
    expect(startObstacle(surroundings({ userData: () => folder }))).toContain('The system does not permit it.');
  });
});
