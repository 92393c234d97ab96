import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { NO_OWN_QUESTIONS, type OwnQuestions, writeQuestions } from '#domain/questions/own-questions.ts';
import { listFilesToBackUp } from '#main/backups/files-to-back-up.ts';
import { generateIdentity } from '#main/encryption/age/x25519-keys.ts';
import { openTestLibrary } from '#test/support/open-test-library.ts';

const withCondition = (name: string): OwnQuestions => ({
  ...NO_OWN_QUESTIONS,
  conditions: [{ name, meaning: `What ${name} means` }],
});
const names = (questions: OwnQuestions): string[] => questions.conditions.map(({ name }) => name);
const fileOf = (folder: string): string => path.join(folder, 'questions', 'questions.json');
const write = (folder: string, name: string, text: string): void => {
  mkdirSync(path.join(folder, 'questions'), { recursive: true });
  writeFileSync(path.join(folder, 'questions', name), text);
};

describe('the own questions of a library', () => {
  it('are none at first, without a file', async () => {
    const { library, folder } = await openTestLibrary();
    expect(await library.readQuestions()).toEqual({
      ok: true,
      value: { questions: NO_OWN_QUESTIONS, fault: null, readOnly: false },
    });
    expect(existsSync(path.join(folder, 'questions'))).toBe(false);
  });

  it('are saved in one readable file, which is part of a backup', async () => {
    const { library, folder } = await openTestLibrary();
    await library.changeQuestions(NO_OWN_QUESTIONS, withCondition('Moon'));
    expect(readFileSync(fileOf(folder), 'utf8')).toBe(writeQuestions(withCondition('Moon')));
    expect(readdirSync(path.join(folder, 'questions'))).toEqual(['questions.json']);
    expect(listFilesToBackUp(folder).names).toContain('questions/questions.json');
  });

  it('are merged with a change by another program', async () => {
    const { library, folder } = await openTestLibrary();
    write(folder, 'questions.json', writeQuestions(withCondition('Tide')));
    const changed = await library.changeQuestions(NO_OWN_QUESTIONS, withCondition('Moon'));
    expect(changed.ok && names(changed.value.questions).toSorted()).toEqual(['Moon', 'Tide']);
  });

  it('are merged with the copies of a sync service, which then move to the quarantine', async () => {
    const { library, folder } = await openTestLibrary();
    write(folder, 'questions.json', writeQuestions(withCondition('Moon')));
    write(folder, 'questions (conflicted copy).json', writeQuestions(withCondition('Tide')));
    write(folder, 'notes.json', 'not ours');
    const read = await library.readQuestions();
    expect(read.ok && names(read.value.questions).toSorted()).toEqual(['Moon', 'Tide']);
    expect(readdirSync(path.join(folder, 'questions')).toSorted()).toEqual(['notes.json', 'questions.json']);
    expect(readdirSync(path.join(folder, 'set-aside'))).toEqual(['questions (conflicted copy).json']);
  });

  it('are the built-in ones while the file is broken, which is left alone until a change sets it aside', async () => {
    const { library, folder } = await openTestLibrary();
    write(folder, 'questions.json', '{ "format": "once-que');
    const read = await library.readQuestions();
    expect(read).toMatchObject({ ok: true, value: { questions: NO_OWN_QUESTIONS, fault: 'broken' } });
    expect(readFileSync(fileOf(folder), 'utf8')).toBe('{ "format": "once-que');
    const changed = await library.changeQuestions(NO_OWN_QUESTIONS, withCondition('Moon'));
    expect(changed).toMatchObject({ ok: true, value: { fault: null } });
    expect(readFileSync(path.join(folder, 'set-aside', 'questions.json'), 'utf8')).toBe('{ "format": "once-que');
    expect(readFileSync(fileOf(folder), 'utf8')).toBe(writeQuestions(withCondition('Moon')));
  });

  it('are the built-in ones while a newer version wrote the file, and no change is made to it', async () => {
    const { library, folder } = await openTestLibrary();
    const newer = '{ "format": "once-questions", "version": 2, "asks": [] }';
    write(folder, 'questions.json', newer);
    write(folder, 'questions (conflicted copy).json', writeQuestions(withCondition('Tide')));
    expect(await library.readQuestions()).toEqual({
      ok: true,
      value: { questions: NO_OWN_QUESTIONS, fault: 'newer-version', readOnly: true },
    });
    expect(await library.changeQuestions(NO_OWN_QUESTIONS, withCondition('Moon'))).toEqual({
      ok: false,
      error: { kind: 'unreadable', fault: { reason: 'newer-version', version: 2 } },
    });
    expect(readFileSync(fileOf(folder), 'utf8')).toBe(newer);
    expect(readdirSync(path.join(folder, 'questions'))).toHaveLength(2);
    expect(existsSync(path.join(folder, 'set-aside'))).toBe(false);
  });

  it('are announced once for each change: by Once, by another program, or by removing the file', async () => {
    const { library, folder, told } = await openTestLibrary();
    const announced = (): number => told.filter(({ event }) => event === 'questions:changed').length;
    await library.readQuestions();
    await library.changeQuestions(NO_OWN_QUESTIONS, withCondition('Moon'));
    await library.reconcile();
    expect(announced()).toBe(1);
    write(folder, 'questions.json', writeQuestions(withCondition('Tide')));
    await expect.poll(announced).toBe(2);
    rmSync(fileOf(folder));
    await expect.poll(announced).toBe(3);
  });

  it('are announced when the first to see a change of another program is a page that reads them', async () => {
    const { library, folder, told } = await openTestLibrary();
    await library.readQuestions();
    write(folder, 'questions.json', writeQuestions(withCondition('Tide')));
    await library.readQuestions();
    expect(told.filter(({ event }) => event === 'questions:changed')).toHaveLength(1);
  });

  it('cannot be changed in a library that is read-only', async () => {
    const { library, folder } = await openTestLibrary();
    await library.changeQuestions(NO_OWN_QUESTIONS, withCondition('Moon'));
    const reader = await openTestLibrary({ folder, readOnly: true });
    expect(await reader.library.readQuestions()).toMatchObject({ value: { readOnly: true } });
    const changed = await reader.library.changeQuestions(withCondition('Moon'), NO_OWN_QUESTIONS);
    expect(changed).toEqual({ ok: false, error: { kind: 'library-read-only' } });
  });

  it('are encrypted in an encrypted library, by name and content', async () => {
    const { library, folder } = await openTestLibrary({ identity: generateIdentity() });
    await library.changeQuestions(NO_OWN_QUESTIONS, withCondition('Moon'));
    const [name = ''] = readdirSync(path.join(folder, 'questions'));
    expect(name).not.toContain('questions');
    expect(readFileSync(path.join(folder, 'questions', name)).includes('Moon')).toBe(false);
    const read = await library.readQuestions();
    expect(read.ok && names(read.value.questions)).toEqual(['Moon']);
  });
});
