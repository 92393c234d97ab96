import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../..');
/** What the app shows is in these; the Markdown export keeps its labels, because it is read back. */
const sources = globSync('src/{renderer,domain,main,ipc}/**/*.{ts,tsx,html}', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !file.startsWith('src/domain/export/markdown/'))
  .map((file) => ({ file, text: readFileSync(path.join(root, file), 'utf8').replaceAll(/\s+/g, ' ') }));

/** Sentences that people stumbled over, and those that took their place. */
const REPLACED: readonly (readonly [old: string, now: string | null])[] = [
  ['Anyone may make a mistake', 'Anyone can make a mistake once'],
  ['Nothing waits for you today', 'Nothing is due today'],
  ['stand here when they are due', null],
  ['Nothing to point at', 'No suggestions'],
  ['Nothing is said of', 'have no entry'],
  ['more stretch', 'one other gap'],
  ['with nothing written', 'without an entry'],
  ['By which way did it reach', 'How did it reach you?'],
  ['What would have halved', 'What would have let you notice in half the time?'],
  ['How grave', 'How severe?'],
  ['Gravest first', 'Most severe first'],
  ['brush against', 'Which of your values did it touch?'],
  ['The question then', 'What to ask on that day'],
  ['is answered, or left out on purpose', 'still empty'],
  ['Not asked: why', 'Not asked yet: why nobody noticed sooner'],
  ['helps nothing', 'helps no one'],
  ['Whether it held is asked', null],
  ['It is shown at both', 'Both COEs show the link'],
  ['The cause was another', 'A different cause'],
  ['stands in ${', 'appears in ${'],
  ['where both COEs are among those shown', 'A repeat counts only when both COEs pass the filter'],
  ['For no condition is there', null],
  ['0 were repeats', 'None was a repeat'],
  ['stand together', 'appear together'],
  ['Last written down', 'Last created'],
  ['Look at capital letters', 'Check Caps Lock and the keyboard layout'],
  ['It helps against slips', 'It protects against mistakes, but not when the disk fails'],
  ['Only your words.', 'Focus mode is on.'],
  ['There is little of it', 'Once uses little. It also follows the system’s setting.'],
  ['Once also does without', null],
  ['From what is on disk to', 'Struck through: only in the saved file. Underlined: only in what was recovered.'],
  ['is put together by itself', 'Everything else is merged automatically'],
  ['Paste and Match Style', 'Paste as plain text'],
  [
    'Shall this computer tell you',
    'Remind you once a day when something is due? The reminder shows numbers, never titles.',
  ],
];

it.each(REPLACED)('the app does not say “%s”', (old, now) => {
  expect(sources.filter(({ text }) => text.includes(old)).map(({ file }) => file)).toEqual([]);
  if (now !== null)
    expect(
      sources.some(({ text }) => text.includes(now)),
      now,
    ).toBe(true);
});

it('a button that goes on says “Continue”', () => {
  expect(sources.filter(({ text }) => /['">]\s*Go on\s*['"<]/.test(text)).map(({ file }) => file)).toEqual([]);
});
