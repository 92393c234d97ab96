import { expect, it } from 'vitest';

import { sentencesIn } from '#domain/advice/wording/sentences.ts';

it.each([
  '»Ich bin ein Idiot«, sagte er.',
  'Er rief: »Ich bin ein Idiot!«',
  'Er rief (»Ich bin ein Idiot.«).',
  '»Nein« und »Ich bin ein Idiot« sagte er.',
  '« Ich bin ein Idiot », sagte er.',
])('leaves out what somebody said: %s', (text) => {
  expect(sentencesIn(text).join(' ')).not.toContain('Idiot');
});

it.each([
  '«Das war\nalles» Ich bin ein Idiot. «Nein» sagte er.',
  '« Das war\nalles » Ich bin ein Idiot. « Nein » sagte er.',
  '«Das war\nalles.» Ich bin ein Idiot. «Nein» sagte er.',
  '«Das war\nalles», ich bin ein Idiot, «Nein» sagte er.',
])('keeps the words of the writer between two quotations: %j', (text) => {
  expect(sentencesIn(text).join(' ').toLowerCase()).toContain('ich bin ein idiot');
});
