import { expect, it } from 'vitest';

import { attachmentAddress } from '#domain/attachments/attachment-name.ts';
import { copyAddress } from '#domain/attachments/copy-address.ts';
import { attachmentAt } from '#main/security/serve-attachment.ts';

const name = `${'9f'.repeat(32)}.png`;
const copy = '3f'.repeat(16);

it('finds the attachments of the library and of a copy', () => {
  expect(attachmentAt(`app://once/${attachmentAddress(name)}`)).toEqual({ name, copy: null });
  expect(attachmentAt(`app://once/${copyAddress({ copy, name })}`)).toEqual({ name, copy });
});

it.each([
  `app://twice/copies/${copy}/${name}`,
  `https://once/copies/${copy}/${name}`,
  `app://once/copies/${name}`,
  `app://once/copies/${copy}/../${name}`,
  `app://once/copies/${copy}/%2e%2e%2f${name}`,
  `app://once/copies/${copy.slice(2)}/${name}`,
  `app://once/copies/${copy}/x/${name}`,
  `app://once/copies/${copy}/notes.png`,
])('finds none at %s', (address) => {
  expect(attachmentAt(address)).toBeNull();
});
