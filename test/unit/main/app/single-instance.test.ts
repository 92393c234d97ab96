import { symlinkSync } from 'node:fs';
import path from 'node:path';

import { beforeEach, expect, it, vi } from 'vitest';

import { isFirstInstance } from '#main/app/single-instance.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

/** What Chromium answers, one after the other, and the folder of user data. */
const chromium = { answers: [] as (() => boolean)[], userData: '' };
vi.mock('electron', () => ({
  app: {
    on: () => undefined,
    getPath: () => chromium.userData,
    requestSingleInstanceLock: () => chromium.answers.shift()?.() ?? false,
  },
}));

const START = { capture: false, safeMode: false, allowNoSandbox: false, files: [] };
const refused = (): boolean => false;
const taken = (): boolean => true;
let lock = '';
beforeEach(() => {
  chromium.userData = temporaryFolder();
  lock = path.join(chromium.userData, 'SingletonLock');
});

it('is not the first while another instance has the lock', () => {
  symlinkSync('host-1', lock);
  chromium.answers = [refused, taken];
  expect(isFirstInstance(START)).toBe(false);
});

it('takes the lock when the other instance quits just after it refused', () => {
  chromium.answers = [refused, taken];
  expect(isFirstInstance(START)).toBe(true);
  expect(chromium.answers).toEqual([]);
});

it('is not the first when yet another instance takes the lock before it', () => {
  chromium.answers = [
    refused,
    () => {
      symlinkSync('host-2', lock);
      return false;
    },
  ];
  expect(isFirstInstance(START)).toBe(false);
});

it('is the first where no lock can be made', () => {
  chromium.answers = [refused, refused];
  expect(isFirstInstance(START)).toBe(true);
});

it('is the first where the lock cannot be looked at', () => {
  chromium.userData = path.join(chromium.userData, 'loop');
  symlinkSync('loop', chromium.userData);
  chromium.answers = [refused, refused];
  expect(isFirstInstance(START)).toBe(true);
});
