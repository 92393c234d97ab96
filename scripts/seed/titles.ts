import type { KindId } from '../../src/domain/coe/vocabulary.ts';
import type { Random } from './random.ts';

const TITLES: Record<KindId, { forms: string[]; things: string[]; extras: string[] }> = {
  outage: {
    forms: [
      '# was down for %',
      'Orders failed while # %',
      '# served stale data %',
      'Deploy of # took out %',
      '# ran out of disk %',
    ],
    things: [
      'the checkout',
      'the login page',
      'the search cluster',
      'the mail queue',
      'billing',
      'the image cache',
      'the API gateway',
      'the Zürich database',
    ],
    extras: [
      'two hours',
      'after a certificate expired',
      'on a Friday',
      'during the sale',
      'after a config change',
      'in one region',
    ],
  },
  'missed-event': {
    forms: ['Missed # %', 'Late for # %', 'Forgot # %', 'Double-booked # %'],
    things: [
      'the kindergarten graduation',
      'my sister’s birthday',
      'the parent evening',
      'a dentist appointment',
      'the train to Besançon',
      'the anniversary dinner',
    ],
    extras: [
      'because of a meeting',
      'by an hour',
      'in spite of two reminders',
      'while travelling',
      'for the second time',
    ],
  },
  'career-setback': {
    forms: ['Was let go from # %', 'Passed over for # %', 'Lost # %', 'A bad review at # %'],
    things: [
      'the platform team',
      'the lead role',
      'the client account',
      'the start-up',
      'the promotion round',
      'the research grant',
    ],
    extras: [
      'after the reorganisation',
      'without seeing it coming',
      'in the third year',
      'after a missed deadline',
      'with a month’s notice',
    ],
  },
  'other-mistake': {
    forms: ['Sent # to the wrong person %', 'Paid # twice %', 'Deleted # %', 'Broke # %', 'Promised # %'],
    things: [
      'the invoice',
      'the family photos',
      'the tax papers',
      'a private message',
      'the spare key',
      'the rental deposit',
    ],
    extras: ['in a hurry', 'without checking', 'late at night', 'from the phone', 'before the holidays'],
  },
};

/** A title as a person would write it. */
export function titleOf(kind: KindId, random: Random): string {
  const { forms, things, extras } = TITLES[kind];
  const title = random.pick(forms).replace('#', random.pick(things)).replace('%', random.pick(extras));
  return `${title.charAt(0).toUpperCase()}${title.slice(1)}`;
}
