import { expect, test } from 'vitest';

import { pathForDialog } from '#main/app/path-for-dialog.ts';

test('a path adds no line to a dialog and turns no text around', () => {
  expect(pathForDialog('/home/anna/COEs\n\nOnce has checked it.')).toBe(
    '/home/anna/COEs\ufffd\ufffdOnce has checked it.',
  );
  expect(pathForDialog('/tmp/a\u2028b\u202ec\u2066d')).toBe('/tmp/a\ufffdb\ufffdc\ufffdd');
});

test.each(['/home/anna/Meine COEs – Größe', 'C:\\Users\\山田\\回顧', '/home/مریم/خطا\u200cها'])(
  'an ordinary path stays as it is: %s',
  (path) => expect(pathForDialog(path)).toBe(path),
);
