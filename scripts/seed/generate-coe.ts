import { CURRENT_SCHEMA_VERSION, type Coe, COE_FORMAT, coeSchema } from '../../src/domain/coe/coe.ts';
import * as vocabulary from '../../src/domain/coe/vocabulary.ts';
import type { Moment } from '../../src/domain/time/moment.ts';
import type { Random } from './random.ts';
import { titleOf } from './titles.ts';
import type { Writer } from './words.ts';

const FIVE_YEARS_MS = 5 * 365 * 86_400_000;
/** Fixed, so that the same seed always generates the same files. */
const NEWEST = Date.UTC(2026, 9, 31);
const TAGS = [
  'work',
  'home',
  'family',
  'health',
  'money',
  'travel',
  'on-call',
  'release',
  'people',
  'learning',
  'école',
  'gemba',
];
const OWNERS = ['me', 'Ana', 'Rubén', 'the team', 'Mei', 'Olu', 'Kasper'];
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Generates one COE of any kind within five years: about seven kilobytes, half of them text. */
export function generateCoe(random: Random, write: Writer): Coe {
  const happenedMs = NEWEST - Math.floor(random.next() * FIVE_YEARS_MS);
  const kind = random.pick(vocabulary.KIND_IDS);
  const createdMs = happenedMs + random.between(1, 20) * 86_400_000;
  const began = minute(happenedMs);
  const at = (minutes: number): Moment => minute(happenedMs + minutes * 60_000);
  const noticed = random.between(1, 300);
  const maybe = <Value>(probability: number, value: () => Value): Value | null =>
    random.chance(probability) ? value() : null;
  const several = <Value>(least: number, most: number, make: (index: number) => Value): Value[] =>
    Array.from({ length: random.between(least, most) }, (_, index) => make(index + 1));
  const why = (depth: number, index: number): unknown => ({
    id: `why-${depth}-${index}-${random.between(1000, 9999)}`,
    text: write.sentence(),
    evidence: random.chance(0.3) ? write.sentence(3, 8) : '',
    control: maybe(0.6, () => random.pick(vocabulary.CONTROL_IDS)),
    mark: depth === 3 ? random.pick(vocabulary.WHY_ENDING_IDS) : null,
    whys: depth < 3 ? several(1, 1, (next) => why(depth + 1, next)) : [],
  });

  return coeSchema.parse({
    format: COE_FORMAT,
    schemaVersion: CURRENT_SCHEMA_VERSION,
    id: ulidAt(createdMs, random),
    kind,
    title: titleOf(kind, random),
    happened: happened(happenedMs, random),
    summary: `${write.sentence()} ${write.sentence()}`,
    severity: maybe(0.85, () => random.between(0, 3)),
    status: random.pick(vocabulary.STATUS_IDS),
    lifeArea: random.pick(['', 'work', 'family', 'self']),
    tags: [...new Set(several(0, 3, () => random.pick(TAGS)))],
    times: { began, noticed: at(noticed), mitigated: at(noticed + random.between(5, 400)) },
    sections: {
      context: { prose: write.prose(1, 2), expected: write.sentence(), different: write.sentence() },
      customerImpact: {
        prose: write.prose(1, 2),
        groups: several(0, 1, (index) => ({
          id: `group-${index}`,
          who: write.words(1, 3),
          level: random.between(0, 3),
        })),
      },
      impact: {
        prose: write.prose(1, 1),
        costs: several(0, 1, (index) => ({
          id: `cost-${index}`,
          area: random.pick(vocabulary.IMPACT_AREA_IDS),
          what: write.words(2, 5),
          amount: String(random.between(1, 900)),
          unit: 'hours',
        })),
      },
      timeline: {
        entries: several(0, 3, (index) => ({
          id: `entry-${index}`,
          when: at(index * random.between(5, 40)),
          what: write.sentence(),
        })),
      },
      noticed: {
        prose: write.prose(1, 1),
        by: maybe(0.8, () => random.pick(vocabulary.DETECTOR_IDS)),
        signal: maybe(0.8, () => random.pick(vocabulary.SIGNAL_IDS)),
        halve: write.sentence(),
      },
      mitigated: {
        prose: write.prose(1, 1),
        steps: several(0, 2, (index) => ({ id: `step-${index}`, text: write.sentence() })),
      },
      cause: {
        prose: write.prose(1, 1),
        trigger: maybe(0.85, () => random.pick(vocabulary.TRIGGER_IDS)),
        conditions: several(0, 2, (index) => ({
          id: `condition-${index}`,
          condition: random.pick(vocabulary.CONDITION_IDS),
          control: maybe(0.7, () => random.pick(vocabulary.CONTROL_IDS)),
        })),
        safeguards: several(0, 1, (index) => ({
          id: `safeguard-${index}`,
          text: write.words(2, 5),
          state: random.pick(vocabulary.SAFEGUARD_STATE_IDS),
        })),
      },
      whys: { happened: several(0, 1, (index) => why(1, index)) },
      learned: {
        prose: write.prose(1, 1),
        lessons: several(0, 1, (index) => ({ id: `lesson-${index}`, rule: write.sentence() })),
      },
      actions: {
        items: several(0, 2, (index) => {
          const status = random.pick(vocabulary.ACTION_STATUS_IDS);
          const doneMs = createdMs + random.between(2, 60) * 86_400_000;
          const checkMs = doneMs + random.between(30, 180) * 86_400_000;
          const result = status === 'done' ? maybe(0.5, () => random.pick(vocabulary.CHECK_RESULT_IDS)) : null;
          return {
            id: `action-${index}`,
            text: write.sentence(),
            purpose: random.pick(vocabulary.PURPOSE_IDS),
            strength: random.pick(vocabulary.STRENGTH_IDS),
            owner: random.pick(OWNERS),
            due: maybe(0.8, () => dateOf(createdMs + random.between(5, 90) * 86_400_000)),
            status,
            doneOn: status === 'done' ? dateOf(doneMs) : null,
            checkDate: result === null ? maybe(0.6, () => dateOf(checkMs)) : dateOf(checkMs),
            result,
            checks: result === null ? [] : [{ id: 'check-1', on: dateOf(checkMs), result }],
          };
        }),
      },
    },
    minutesWriting: random.between(5, 180),
    createdAt: new Date(createdMs).toISOString(),
    updatedAt: new Date(createdMs + random.between(0, 30) * 86_400_000).toISOString(),
  });
}

const dateOf = (epochMs: number): string => new Date(epochMs).toISOString().slice(0, 10);

const minute = (epochMs: number): Moment => ({
  precision: 'minute',
  value: new Date(epochMs).toISOString().slice(0, 16),
  zone: 'UTC',
  offset: '+00:00',
  approximate: false,
});

function happened(epochMs: number, random: Random): Moment {
  const roll = random.next();
  if (roll < 0.05) return { precision: 'unknown', value: '', approximate: false };
  if (roll < 0.15) return { precision: 'month', value: dateOf(epochMs).slice(0, 7), approximate: true };
  return roll < 0.7 ? { precision: 'day', value: dateOf(epochMs), approximate: false } : minute(epochMs);
}

function ulidAt(epochMs: number, random: Random): string {
  let time = '';
  for (let rest = epochMs; time.length < 10; rest = Math.floor(rest / 32)) time = `${CROCKFORD[rest % 32]}${time}`;
  return time + Array.from({ length: 16 }, () => CROCKFORD[random.between(0, 31)]).join('');
}
