// @vitest-environment happy-dom
import { beforeEach, expect, it, onTestFinished } from 'vitest';

import { fail, ok, type Result } from '#domain/result.ts';
import type { AppError } from '#ipc/app-error.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '#ipc/settings.ts';
import { invalidateOnEvents, queryClient } from '#renderer/platform/queries.ts';
import { changeSettings } from '#renderer/platform/settings.ts';

type Answer = (result: Result<Settings, AppError>) => void;

let answers: Answer[] = [];
let announce: (settings: Settings) => void = () => undefined;

/** Main, which answers a change when the test says so. */
beforeEach(() => {
  answers = [];
  Object.assign(window, {
    once: {
      ask: (_channel: string, _change: SettingsChange) => new Promise((resolve: Answer) => answers.push(resolve)),
      on: (event: string, listener: (settings: Settings) => void) => {
        if (event === 'settings:changed') announce = listener;
        return () => undefined;
      },
    },
  });
  queryClient.setQueryData(['settings:read', {}], DEFAULT_SETTINGS);
  onTestFinished(invalidateOnEvents());
});

const shown = (): Settings | undefined => queryClient.getQueryData(['settings:read', {}]);

it('a setting that is changed while main answers another one stays as it is shown', async () => {
  const first = changeSettings({ theme: 'dark' });
  const second = changeSettings({ reduceMotion: true });
  announce({ ...DEFAULT_SETTINGS, theme: 'dark' });
  expect(shown()).toMatchObject({ theme: 'dark', reduceMotion: true });
  answers[0]?.(ok({ ...DEFAULT_SETTINGS, theme: 'dark' }));
  await first;
  expect(shown()).toMatchObject({ theme: 'dark', reduceMotion: true });
  answers[1]?.(ok({ ...DEFAULT_SETTINGS, theme: 'dark', reduceMotion: true }));
  await second;
  expect(shown()).toMatchObject({ theme: 'dark', reduceMotion: true });
});

it('a setting that could not be saved is as it was, and others stay changed', async () => {
  const first = changeSettings({ theme: 'dark' });
  const second = changeSettings({ reduceMotion: true });
  answers[0]?.(fail({ kind: 'disk', reason: 'full', code: 'ENOSPC' }));
  await first;
  expect(shown()).toMatchObject({ theme: DEFAULT_SETTINGS.theme, reduceMotion: true });
  answers[1]?.(ok({ ...DEFAULT_SETTINGS, reduceMotion: true }));
  await second;
  expect(shown()).toEqual({ ...DEFAULT_SETTINGS, reduceMotion: true });
});

it('a setting that was changed twice and never saved is as main has it', async () => {
  const first = changeSettings({ theme: 'dark' });
  const second = changeSettings({ theme: 'light' });
  answers[0]?.(fail({ kind: 'disk', reason: 'full', code: 'ENOSPC' }));
  await first;
  expect(shown()).toMatchObject({ theme: 'light' });
  answers[1]?.(fail({ kind: 'disk', reason: 'full', code: 'ENOSPC' }));
  await second;
  expect(shown()).toEqual(DEFAULT_SETTINGS);
});

it('a setting that could not be saved is as main announced it meanwhile', async () => {
  const changed = changeSettings({ theme: 'dark' });
  announce({ ...DEFAULT_SETTINGS, theme: 'light' });
  expect(shown()).toMatchObject({ theme: 'dark' });
  answers[0]?.(fail({ kind: 'disk', reason: 'full', code: 'ENOSPC' }));
  await changed;
  expect(shown()).toMatchObject({ theme: 'light' });
});

it('asks again for what is due to the person after a change of their name, which is shown before main has it', async () => {
  const own = ['today:read', { whose: 'mine' }];
  queryClient.setQueryData(own, {});
  const changed = changeSettings({ authorName: 'Ann' });
  const settings = { ...DEFAULT_SETTINGS, authorName: 'Ann' };
  announce(settings);
  answers[0]?.(ok(settings));
  await changed;
  expect(queryClient.getQueryState(own)?.isInvalidated).toBe(true);
});
