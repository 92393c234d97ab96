// @vitest-environment happy-dom
import { expect, it } from 'vitest';

import { mirrorOf } from '#renderer/spelling/textarea-mirror.ts';

it('copies a letter only where it can move a highlight', () => {
  const area = document.createElement('textarea');
  document.body.append(area);
  area.value = 'The wrod is';
  const mirror = mirrorOf(area, () => undefined);
  expect(mirror.text.data).toBe('The wrod is');
  const end = 'The wrod'.length;
  const typed = (value: string): string => {
    area.value = value;
    mirror.copyText(end);
    return mirror.text.data;
  };
  expect(typed('The wrod is here')).toBe('The wrod is');
  expect(typed('Then wrod is here')).toBe('Then wrod is here');
  mirror.remove();
});

it('copies what continues the highlighted word', () => {
  const area = document.createElement('textarea');
  document.body.append(area);
  area.value = 'The wrod';
  const mirror = mirrorOf(area, () => undefined);
  area.value = 'The wrods';
  mirror.copyText('The wrod'.length);
  expect(mirror.text.data).toBe('The wrods');
  mirror.remove();
});

it('is written from the right when the textarea is, also when that changes with the first letter', () => {
  const area = document.createElement('textarea');
  area.style.unicodeBidi = 'plaintext';
  document.body.append(area);
  const mirror = mirrorOf(area, () => undefined);
  const style = mirror.text.parentElement?.style;
  expect(style?.getPropertyValue('unicode-bidi')).toBe('plaintext');
  area.style.direction = 'rtl';
  area.value = 'ש';
  mirror.follow();
  expect(style?.getPropertyValue('direction')).toBe('rtl');
  mirror.remove();
});
