import { CURRENT_SCHEMA_VERSION, type Coe, COE_FORMAT, coeSchema } from '../../src/domain/coe/coe.ts';
import * as vocabulary from '../../src/domain/coe/vocabulary.ts';
import type { Moment } from '../../src/domain/time/moment.ts';
import type { Chance } from './random.ts';
import { titleOf } from './titles.ts';
import type { Writer } from './words.ts';

const FIVE_YEARS_MS = 5 * 365 * 86_400_000;
/** Fixed, so that the same seed always makes the same files. */
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

/** Invents one COE: about seven kilobytes, half of it text, of any kind, somewhere in five years. */
export function inventCoe(chance: Chance, write: Writer): Coe {
  const happenedMs = NEWEST - Math.floor(chance.next() * FIVE_YEARS_MS);
  const kind = chance.pick(vocabulary.KIND_IDS);
  const createdMs = happenedMs + chance.between(1, 20) * 86_400_000;
  const began = minute(happenedMs);
  const at = (minutes: number): Moment => minute(happenedMs + minutes * 60_000);
  const noticed = chance.between(1, 300);
  const maybe = <Value>(probability: number, value: () => Value): Value | null =>
    chance.happens(probability) ? value() : null;
  const several = <Value>(least: number, most: number, make: (place: number) => Value): Value[] =>
    Array.from({ length: chance.between(least, most) }, (_, place) => make(place + 1));
  const why = (depth: number, place: number): unknown => ({
    id: `why-${depth}-${place}-${chance.between(1000, 9999)}`,
    text: write.sentence(),
    evidence: chance.happens(0.3) ? write.sentence(3, 8) : '',
    control: maybe(0.6, () => chance.pick(vocabulary.CONTROL_IDS)),
    mark: depth === 3 ? chance.pick(vocabulary.WHY_MARK_IDS) : null,
    whys: depth < 3 ? several(1, 1, (next) => why(depth + 1, next)) : [],
  });

  return coeSchema.parse({
    format: COE_FORMAT,
    schemaVersion: CURRENT_SCHEMA_VERSION,
    id: ulidAt(createdMs, chance),
    kind,
    title: titleOf(kind, chance),
    happened: happened(happenedMs, chance),
    summary: `${write.sentence()} ${write.sentence()}`,
    severity: maybe(0.85, () => chance.between(0, 3)),
    status: chance.pick(vocabulary.STATUS_IDS),
    lifeArea: chance.pick(['', 'work', 'family', 'self']),
    tags: [...new Set(several(0, 3, () => chance.pick(TAGS)))],
    times: { began, noticed: at(noticed), mitigated: at(noticed + chance.between(5, 400)) },
    sections: {
      context: { prose: write.prose(1, 2), expected: write.sentence(), different: write.sentence() },
      customerImpact: {
        prose: write.prose(1, 2),
        groups: several(0, 1, (place) => ({
          id: `group-${place}`,
          who: write.words(1, 3),
          level: chance.between(0, 3),
        })),
      },
      impact: {
        prose: write.prose(1, 1),
        costs: several(0, 1, (place) => ({
          id: `cost-${place}`,
          area: chance.pick(vocabulary.IMPACT_AREA_IDS),
          what: write.words(2, 5),
          amount: String(chance.between(1, 900)),
          unit: 'hours',
        })),
      },
      timeline: {
        entries: several(0, 3, (place) => ({
          id: `entry-${place}`,
          when: at(place * chance.between(5, 40)),
          what: write.sentence(),
        })),
      },
      noticed: {
        prose: write.prose(1, 1),
        by: maybe(0.8, () => chance.pick(vocabulary.DETECTOR_IDS)),
        signal: maybe(0.8, () => chance.pick(vocabulary.SIGNAL_IDS)),
        halve: write.sentence(),
      },
      mitigated: {
        prose: write.prose(1, 1),
        steps: several(0, 2, (place) => ({ id: `step-${place}`, text: write.sentence() })),
      },
      cause: {
        prose: write.prose(1, 1),
        trigger: maybe(0.85, () => chance.pick(vocabulary.TRIGGER_IDS)),
        conditions: several(0, 2, (place) => ({
          id: `condition-${place}`,
          condition: chance.pick(vocabulary.CONDITION_IDS),
          control: maybe(0.7, () => chance.pick(vocabulary.CONTROL_IDS)),
        })),
        safeguards: several(0, 1, (place) => ({
          id: `safeguard-${place}`,
          text: write.words(2, 5),
          state: chance.pick(vocabulary.SAFEGUARD_STATE_IDS),
        })),
      },
      whys: { happened: several(0, 1, (place) => why(1, place)) },
      learned: {
        prose: write.prose(1, 1),
        lessons: several(0, 1, (place) => ({ id: `lesson-${place}`, rule: write.sentence() })),
      },
      actions: {
        items: several(0, 2, (place) => {
          const status = chance.pick(vocabulary.ACTION_STATUS_IDS);
          const doneMs = createdMs + chance.between(2, 60) * 86_400_000;
          const checkMs = doneMs + chance.between(30, 180) * 86_400_000;
          const result = status === 'done' ? maybe(0.5, () => chance.pick(vocabulary.CHECK_RESULT_IDS)) : null;
          return {
            id: `action-${place}`,
            text: write.sentence(),
            purpose: chance.pick(vocabulary.PURPOSE_IDS),
            strength: chance.pick(vocabulary.STRENGTH_IDS),
            owner: chance.pick(OWNERS),
            due: maybe(0.8, () => dateOf(createdMs + chance.between(5, 90) * 86_400_000)),
            status,
            doneOn: status === 'done' ? dateOf(doneMs) : null,
            checkDate: result === null ? maybe(0.6, () => dateOf(checkMs)) : dateOf(checkMs),
            result,
            checks: result === null ? [] : [{ id: 'check-1', on: dateOf(checkMs), result }],
          };
        }),
      },
    },
    minutesWriting: chance.between(5, 180),
    createdAt: new Date(createdMs).toISOString(),
    updatedAt: new Date(createdMs + chance.between(0, 30) * 86_400_000).toISOString(),
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

function happened(epochMs: number, chance: Chance): Moment {
  const roll = chance.next();
  if (roll < 0.05) return { precision: 'unknown', value: '', approximate: false };
  if (roll < 0.15) return { precision: 'month', value: dateOf(epochMs).slice(0, 7), approximate: true };
  return roll < 0.7 ? { precision: 'day', value: dateOf(epochMs), approximate: false } : minute(epochMs);
}

function ulidAt(epochMs: number, chance: Chance): string {
  let time = '';
  for (let rest = epochMs; time.length < 10; rest = Math.floor(rest / 32)) time = `${CROCKFORD[rest % 32]}${time}`;
  return time + Array.from({ length: 16 }, () => CROCKFORD[chance.between(0, 31)]).join('');
}
