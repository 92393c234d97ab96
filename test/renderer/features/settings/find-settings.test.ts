import { expect, test, vi } from 'vitest';

vi.stubGlobal('navigator', { userAgent: 'Linux' });
const { findSettings } = await import('#renderer/features/settings/find-settings.ts');
const { SETTING_SECTIONS } = await import('#renderer/features/settings/setting-sections.ts');
const { DEFAULT_SETTINGS } = await import('#ipc/settings.ts');

const names = (text: string) => findSettings(SETTING_SECTIONS, text).map(({ name }) => name);
const keys = (text: string) => findSettings(SETTING_SECTIONS, text).flatMap(({ rows }) => rows.map(({ key }) => key));

test('an empty search shows all settings', () => {
  expect(findSettings(SETTING_SECTIONS, ' ')).toEqual(SETTING_SECTIONS);
});

test('a search shows only rows with every word', () => {
  expect(keys('time zone')).toEqual(['zone']);
  expect(names('dark')).toEqual(['Appearance']);
  expect(names('dark folder')).toEqual([]);
});

test('settings are also found by synonyms', () => {
  expect(keys('timezone')).toEqual(['zone']);
  expect(keys('font')).toEqual(['proseSize']);
  expect(names('offline')).toEqual(['Privacy']);
});

test('a section whose name matches shows all its rows', () => {
  expect(findSettings(SETTING_SECTIONS, 'writing')[0]).toEqual(SETTING_SECTIONS[1]);
});

test('every setting has exactly one row', () => {
  const elsewhere = ['exportChoice', 'welcomed', 'remindersOffered', 'shortcuts'];
  const chosen = Object.keys(DEFAULT_SETTINGS).filter((key) => !elsewhere.includes(key));
  expect(keys('').toSorted()).toEqual(chosen.toSorted());
});
