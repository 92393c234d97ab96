import { readFileSync } from 'node:fs';

import { describe, expect, it, test } from 'vitest';

import { DESPAIR_PHRASES } from '#domain/care/despair-phrases.ts';
import { createDespairFinder, findDespair } from '#domain/care/find-despair.ts';
import { cpuTimeOf } from '#test/support/cpu-time.ts';
import { OWN_REPORTS, REAL_REPORTS, reportsIn } from '#test/support/reports.ts';
import { someCoe } from '#test/support/some-coe.ts';

describe('words of despair', () => {
  it.each([
    'I want to kill myself.',
    'i wanna kill my self tonight',
    'I keep thinking about killing myself',
    'I tried to kill myself in March',
    'I’m suicidal and nobody knows',
    'I have had suicidal thoughts since the letter came',
    'I am thinking of ending my life',
    'I could end it all tonight',
    'I’ve been thinking about ending things',
    'I just want to die',
    'Honestly, I want to be dead.',
    'I wish I were dead',
    'I wish I had never been born',
    'I wish I could go to sleep and never wake up',
    'I hope I don’t wake up tomorrow',
    'I do not want to be alive anymore',
    'I don’t want to live like this any more',
    'I don’t want to be here any longer, honestly',
    'dont want to exist',
    'Some days I want to disappear forever.',
    'I should be dead',
    'I don’t deserve to live',
    'I don’t see the point any more.',
    'I no longer see the point of living',
    'What is the point of going on?',
    'There is no point in living',
    'I have no reason to go on',
    'There is nothing left to live for',
    'Nothing matters any more',
    'My life is not worth living',
    'My life is over.',
    'I am so tired of living',
    'I’m done with life',
    'I have lost the will to live',
    'I hate being alive',
    'I give up on life',
    'Everyone would be better off without me',
    'My kids would be happier if I was gone',
    'The world would be a better place without me',
    'Nobody would miss me',
    'If I died tonight, who would even notice?',
    'I don’t think anyone would miss me',
    'I am a burden to my family',
    'I can’t go on',
    'I cannot go on like this any longer',
    'I can’t do this anymore',
    'I can’t live with myself',
    'I don’t know how much longer I can hold on',
    'I see no way out',
    'I just want the pain to stop',
    'I want it all to be over',
    'I want to hurt myself',
    'I have started cutting myself again',
    'I can’t promise that I won’t harm myself',
    'I am thinking about jumping off a bridge',
    'I keep thinking about walking in front of a train',
    'I took all my pills',
    'I wrote my goodbye letters',
    'Goodbye, everyone.',
    'I wrote in my diary: “I want to die”',
    '**I want to kill myself**',
    'The release went out late, the review was harsh; and I think about dying every day',
  ])('are found in: %s', (text) => {
    expect(findDespair(text)).toHaveLength(1);
  });

  it.each([
    'This deadline is killing me',
    'We had to kill the process by hand',
    'She killed the pod, and it came back',
    'I killed the wrong session',
    'I could have died of embarrassment',
    'I wanted to die of shame when he read my name',
    'I nearly killed myself laughing',
    'I could kill myself for forgetting the tickets',
    'I shot myself in the foot with that flag',
    'I cut myself on the broken glass',
    'I hurt myself when I fell off the bike',
    'I should cut myself some slack',
    'I don’t want to die',
    'I am not suicidal, I am only sad',
    'I would never hurt myself',
    'I am going to die if we miss the train',
    'The worker commits suicide when memory runs out',
    'We lost a colleague to suicide last year',
    'The suicide risk form was down for two hours',
    'My father died in May',
    'The battery died at noon',
    'I am dead tired',
    'I am dying to see the play',
    'The dead letter queue was full',
    'I ran 5 kms along the river',
    'I don’t see the point of another meeting',
    'I don’t see the point of this project any more',
    'There was no point in going on with the migration',
    'There was no point in trying any more, so we rolled back',
    'What is the point of this alert?',
    'Nothing matters more than the backups',
    'The pod had no reason to live on that node',
    'I have no reason to think so',
    'I can’t go on holiday in May',
    'I can’t go on call next week',
    'I can’t live without the calendar',
    'I can’t do this any more by hand, so I wrote a script',
    'I don’t want to be here for the next outage without a runbook',
    'I don’t want to wake up to forty alerts again',
    'We are tired of life without backups',
    'We decided to end it with a rollback',
    'I want this meeting to end',
    'I want everything to stop when the alarm fires',
    'I ended the call',
    'The team is better off with two people on call',
    'The release went better without me touching it',
    'Nobody would notice if the job stopped',
    'Nobody noticed that I had left',
    'There is no way out of the merge conflict',
    'I see no way out of the parking garage',
    'I wish I had never deployed it',
    'I wish I was there on time',
    'I wanted the ground to open',
    'I want out of this contract',
    'I said goodbye to the team on Friday',
    'The pills were in the other bag',
    'I took my pills at eight',
    'The nurse entered an overdose into the form',
    'The job overdosed the queue with retries',
    'Jumping to version 3 broke the build',
    'We walked into a trap',
    'I am a burden to nobody',
    'The life of the certificate is over',
    'The lease was ending',
    'I was bored to death',
    'They drove the car into the car park',
    'The garden was worth living with',
    'The old data centre has no future',
    'I want to disappear into a good book',
    'I would rather not be here in this queue',
    'I can’t take it to the workshop before Friday',
    'I thought about the end of the quarter',
    'I hate waiting',
    'It was the death of the old pager',
    'I feel stupid',
    'I felt like a failure',
    'I was sad for a week',
    'See `kill myself` in the script',
    'The watchdog wants to die before the parent does',
    'The parent waits for the child to die',
    'She told me that she wanted to leave',
    'Dad’s funeral was on the same day',
  ])('are not found in: %s', (text) => {
    expect(findDespair(text)).toEqual([]);
  });

  it('are not found in any report of a team', () => {
    const reports = [...reportsIn(OWN_REPORTS), ...reportsIn(REAL_REPORTS)];
    expect(reports.flatMap((file) => findDespair(readFileSync(file, 'utf8')))).toEqual([]);
  });
});

test('every passage of a COE is read, whatever its kind, and each change counts', () => {
  const find = createDespairFinder();
  const coe = someCoe({ kind: 'outage' });
  expect(find(coe)).toEqual([]);
  expect(find({ ...coe, title: 'I want to die' })).toEqual(['i want to die']);
  const learned = { ...coe.sections.learned, lessons: [{ ...someLesson, rule: 'I can’t go on.' }] };
  expect(find({ ...coe, sections: { ...coe.sections, learned } })).toEqual(['i cant go on']);
  expect(find(coe)).toEqual([]);
});

const someLesson = { id: 'l1', rule: '', elsewhere: '', basis: null };

test('an endless sentence takes no time', () => {
  const endless = [
    'i really just honestly ',
    'everyone would be really ',
    'no point in living and ',
    'not never dont ',
  ];
  // A pattern is tried only where some of its words are.
  const needed = DESPAIR_PHRASES.flatMap((phrase) => phrase.words.map(([word]) => word)).join(' ');
  const taken = cpuTimeOf(() => endless.forEach((words) => findDespair(`${words.repeat(20_000)}${needed}`)));
  // A pattern that goes back and forth would take minutes; one that does not takes a moment on any machine.
  expect(taken).toBeLessThan(20_000);
});
