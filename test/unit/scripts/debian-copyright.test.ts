import { readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { debianCopyright } from '../../../scripts/package/debian-copyright.mjs';

const own = readFileSync('build/linux/copyright', 'utf8');
const made = (name: string, licence: string, text: string) => ({ name, version: '1.2.3', licence, homepage: '', text });

const APACHE = `Apache License

   2. Grant of Copyright License. Subject to the terms
      (c) You must retain, in the Source form
   Copyright [yyyy] [name of copyright owner]

   Copyright 2019 Adobe`;
const MIT =
  'The MIT License\n\n# Copyright (c) 2011-2020 Ada <ada@example.org>\n\nThe above copyright notice and\ncopyright notice.';

it('lists who holds the copyright of each package in the app, and its licence, in the form that Debian reads', () => {
  const text = debianCopyright(own, [
    made('a', 'Apache-2.0', APACHE),
    made('b', 'MIT', MIT),
    made('c', 'ISC', 'Permission to use is granted.'),
    { ...made('d', 'MIT', MIT), version: '' },
  ]);
  const paragraphs = text.trim().split(/\n\n+/);
  expect(paragraphs).toHaveLength(own.trim().split(/\n\n+/).length + 1);
  for (const line of text.split('\n')) expect(line).toMatch(/^(?:[A-Z][A-Za-z-]*: ?\S| ?\S| {2}\S|)/);
  expect(
    paragraphs
      .find((each) => each.startsWith('Files: opt/Once/resources/app.asar'))
      ?.split('\n')
      .slice(1, 9),
  ).toEqual([
    'Copyright: 2026 The Once authors, and of the packages in it:',
    ' a 1.2.3 (Apache-2.0):',
    '  Copyright 2019 Adobe',
    ' b 1.2.3 (MIT):',
    '  Copyright (c) 2011-2020 Ada <ada@example.org>',
    ' c 1.2.3 (ISC):',
    '  see its licence',
    ' d (MIT):',
  ]);
  expect(paragraphs.at(-1)).toMatch(/^License: Expat\n Permission is hereby granted/);
});
