// @vitest-environment happy-dom
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { createHashRouter } from 'react-router';
import { expect, it } from 'vitest';

const file = path.resolve(import.meta.dirname, '../../../src/renderer/index.html');
const page = readFileSync(file, 'utf8').replace(/<link[^>]*>/, '');

it('the page has a base element without an address, so that no link searches the page for one', () => {
  const { head } = new DOMParser().parseFromString(page, 'text/html');
  const base = head.querySelector('base');
  expect(base).not.toBeNull();
  expect(base?.hasAttribute('href')).toBe(false);
  document.head.append(base ?? '');
  expect(createHashRouter([{ path: '*' }]).createHref({ pathname: '/coes', search: '', hash: '' } as never)).toBe(
    '#/coes',
  );
});
