import { describe, expect, it, onTestFinished, vi } from 'vitest';

import { findWording } from '#domain/advice/wording/find-wording.ts';
import { cpuTimeOf } from '#test/support/cpu-time.ts';

const NAMES = ['Ana Ruiz', 'Theo'];
const rules = (text: string, isPersonal = true): string[] =>
  findWording(text, { isPersonal, names: NAMES }).map(({ rule }) => rule);

describe('words that blame', () => {
  it.each([
    'A technician failed to copy the file',
    'We failed to consider the other region',
    'Theo forgot to renew the certificate',
    'The engineer on call neglected to check the disk',
    'I forgot about the recital',
    'She completely forgot to tell us',
    'The reviewer was careless',
    'Ana did not even bother to look',
    'They were negligent for years',
    'The outage was caused by human error',
    'The root cause was operator error',
    'It came down to a case of pilot error',
    'Because of his carelessness the door stood open',
    'Theo’s negligence cost us a day',
    'My manager failed to mention the review',
    'Somebody had simply forgotten to lock it',
    'Marta forgot to run the script',
    'Paul did not check the disk',
    'He did not even do his job',
    'She did not properly do her job',
    'The trainee broke production because she did not read the page',
    'The on-call missed the alert',
    'Jonas pushed the change without any review',
    'It was a simple lack of care by the on-call',
    'It all comes from Finance’s incompetence',
    'The checklist was not followed by the supplier',
    'Marta never listens to anyone',
    'Ana never helps me with anything',
    'My sister never helps',
    'Management was asleep at the wheel',
    'The guard was asleep on the job',
    'The manager couldn’t care less about us',
    'Nobody even bothered to look',
    'It was a rookie mistake',
    'This was human error',
  ])('are seen in: %s', (text) => {
    expect(rules(text)).toContain('blame-wording');
  });

  it.each([
    'The servers failed to start',
    'The deploy failed to roll back',
    'Nodes that failed to join were replaced',
    'The job fails to finish when the disk is full',
    'Kubernetes failed to schedule the pods',
    'Requests from users failed to reach the service',
    'The script forgot no file',
    'The alarm neglected nothing',
    'We noticed that the backup failed to run',
    'A colleague saw that the certificate failed to load',
    'The human error rate of the study was 2 percent',
    'He told me: “you failed to copy the file”',
    '> A technician failed to copy the file',
    'See `we failed to consider` in the log',
    'Nobody is to blame here',
    'We are careful about the wording',
    'The manager is careful with numbers',
    'He was careless with praise, and we loved it',
    'She did not know that the table had grown',
    'Kubernetes never forgets a node',
    'The new pump never helps at night',
    'The list was not followed by a page',
    'The migration ran without a hitch',
    'Engineers broke the circular dependency',
    'She sat on the bed and let the phone ring.',
    'The bill was on me that evening.',
    'It was on Tom’s desk.',
    'I just went home and slept.',
    'The root cause was the pump not checking its own pressure.',
  ])('are not seen in: %s', (text) => {
    expect(rules(text, false)).toEqual([]);
  });
});

describe('words of hindsight', () => {
  it.each([
    'Theo should have tested it first',
    'The operator could have noticed the light',
    'I should have known',
    'She would have seen it if she had looked',
    'We should have known that the disk was full',
    'The engineer should not have restarted it',
    'I shouldn’t have said yes',
    'He clearly ignored the warning',
    'It was obvious that this would break',
    'Marta should have asked first',
    'Theo should’ve read the page',
    'We should have caught it in review',
    'If only she had left earlier',
    'Everyone knows that you test this first',
    'All he had to do was call',
  ])('are seen in: %s', (text) => {
    expect(rules(text, false)).toContain('hindsight-wording');
  });

  it.each([
    'We should have a talk about it',
    'Appointing an incident manager could have helped',
    'Every team should have a runbook',
    'Workloads should have priority',
    'A canary would have caught the change',
    'An alert could have told us within minutes',
    'The data could have been restored',
    'The limit should have been lower',
    'The two clusters should have the same version',
    'We could have users in two regions by then',
    'I should have more sleep from now on',
    'The list is clearly laid out',
    'They simply work in shifts',
    'She could have been reached by phone, and was',
    'The cause was obvious from the logs',
    'Everyone knows the runbook by now',
    'Prometheus should have more memory',
    'By noon we had all the data on the new disk.',
    'There is an unnecessary retry in the client.',
    'Warnings were visible in the log of the other host.',
  ])('are not seen in: %s', (text) => {
    expect(rules(text, false)).toEqual([]);
  });
});

describe('hard words about oneself', () => {
  it.each([
    'I am such an idiot',
    'I’m a terrible mother',
    'I was so stupid',
    'I am a complete failure',
    'I always forget the important things',
    'I never get anything right',
    'Typical me.',
    'Everybody thinks that I cannot be trusted',
    'Nobody will ever trust me again',
    'They all know that it was me',
    'It is all my fault',
    'I hate myself for it',
    'That was so stupid of me',
    'How could I be so blind',
    'I should be ashamed',
    'I’m useless and they know',
    'I feel worthless',
    'I let everyone down',
    'I deserved it',
    'I am not good enough',
    'I can’t do anything right',
    'I will never be trusted with it',
    'What kind of father forgets the day?',
    'No one will ever hire me again',
    'What is wrong with me',
  ])('are seen in: %s', (text) => {
    expect(rules(text)).toContain('harsh-on-oneself');
  });

  it.each([
    'I always take the train at eight',
    'I never work on Fridays',
    'I was a bad fit for that team, said the letter',
    'I am tired and want to sleep',
    'Everyone knows the way to the school',
    'I was the fool in the play, and the children laughed',
    'My mother said “you are an idiot”',
    'I felt ashamed when she asked',
    'It was partly my doing and partly the traffic',
    'I always say the date back now',
    'I was not good enough at Spanish to follow the call',
    'I let the dog out at six',
    'I feel tired and sad',
    'I deserved a rest and took one',
    'I am poor this month and cook at home',
    'My sister told me that I was a fraud, in the play that is',
    'I don’t think that I am a bad father',
    'I can’t even see the screen from there',
  ])('are not seen in: %s', (text) => {
    expect(rules(text).filter((rule) => rule === 'harsh-on-oneself')).toEqual([]);
  });

  it('are looked for only where someone writes about their own life', () => {
    expect(rules('I am such an idiot', false)).toEqual([]);
  });
});

describe('promises of care', () => {
  it.each(['We just need to be more careful', 'Be more careful next time.', 'Everyone must pay more attention'])(
    'are seen in: %s',
    (text) => {
      expect(rules(text, false)).toEqual(['weak-action']);
    },
  );

  it.each(['The valve needs more care', 'We are careful with the valve', 'We need to be more than three people'])(
    'are not seen in: %s',
    (text) => {
      expect(rules(text, false)).toEqual([]);
    },
  );
});

it('a sentence that says it twice is said once, and an endless one takes no time', () => {
  expect(rules('I forgot to call. I forgot to call.')).toEqual(['blame-wording']);
  const taken = cpuTimeOf(() => {
    rules(`${'we had simply and they had also '.repeat(30_000)}`);
    rules(`I ${'really '.repeat(100_000)}`);
    rules('“'.repeat(200_000));
    rules('cause is '.repeat(50_000));
  });
  // A pattern that goes back and forth would take minutes; one that does not takes a moment on any machine.
  expect(taken).toBeLessThan(20_000);
});

it('quotes harsh words about oneself without the word that carries on', () => {
  const [match] = findWording('I am stupid and I failed everyone.', { isPersonal: true, names: [] });
  expect(match?.words).toBe('I am stupid');
});

it.each([
  'She wrote »I am such an idiot« and went home.',
  'She wrote „I am such an idiot“ and went home.',
  'She wrote «\u00A0I am such an idiot\u00A0» and went home.',
  'She wrote “I am such an idiot” and went home.',
])('what is quoted is not the writer’s: %s', (text) => {
  expect(rules(text)).toEqual([]);
});

it('words between two quotations in the German order are the writer’s', () => {
  const matches = findWording('Nach »Eins« I am such an idiot, »Zwei«.', { isPersonal: true, names: [] });
  expect(matches.map(({ words }) => words)).toEqual(['I am such an idiot']);
});

it.each(['I am such an idiot\u202F!', 'I am\u00A0such an  idiot !', 'I am such\nan idiot\u00A0: always'])(
  'quotes words with one space between them and none around them: %j',
  (text) => {
    expect(findWording(text, { isPersonal: true, names: [] }).map(({ words }) => words)).toEqual([
      'I am such an idiot',
    ]);
  },
);

describe('a sentence without any such words', () => {
  it('is not matched against the patterns that list every word for a person, which take long to compile', () => {
    const exec = vi.spyOn(RegExp.prototype, 'exec');
    onTestFinished(() => exec.mockRestore());
    expect(rules('The queue was full before the pager rang, and the engineer could not sign in.')).toEqual([]);
    const lengths = exec.mock.contexts.map((pattern) => (pattern as RegExp).source.length);
    expect(lengths.length).toBeGreaterThan(50);
    expect(Math.max(...lengths)).toBeLessThan(2000);
  });
});
