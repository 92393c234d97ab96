import { expect, it } from 'vitest';

import { isEnglish } from '#domain/advice/wording/is-english.ts';

it.each([
  'I proved once more how little I am worth',
  'Nobody at the office ever reads what I write',
  'We could have seen it coming',
  'my brain is a sieve and always was',
])('reads as English: %s', (sentence) => {
  expect(isEnglish(sentence)).toBe(true);
});

it.each([
  'Ich bin so ein Idiot, das war doch klar.',
  'So will ich das nie wieder',
  'Der Server war um drei Uhr weg',
  'Wir haben alle so getan, als ob nichts war',
  'Man hat uns nicht informiert',
  'Was war in der Mail an alle',
  'Hij had het moeten controleren voor hij ging',
  'Dat had me niet mogen gebeuren',
  'We of in elk geval ik was te laat',
  'Het is me weer niet gelukt om op tijd te zijn',
  'Ik had er beter op moeten letten',
  'On a tout raté',
  'On me l’a dit trop tard',
  'Je suis nul et je ne fais jamais rien de bien',
  'On a oublié de me le dire',
  'No me di cuenta a tiempo',
  'No hay nadie que me quiera',
  'Todo lo hago mal, no valgo para nada',
  'Sono un idiota, non imparo mai',
  'I miei errori sono sempre gli stessi',
  'A me non lo ha detto',
  'Jeg er så dum, det skulle jeg have set',
  'Jag är så dum att jag skäms',
  'I går var jeg for sent på den',
  '40 €',
  '10 %',
  'I',
  'So',
  '',
])('reads as something else: %s', (sentence) => {
  expect(isEnglish(sentence)).toBe(false);
});
