import { ACTORS, GIVEN_NAMES } from './lexicon.ts';
import type { Predicate } from './predicates.ts';

/** What an attentive person does, after "would have". */
const PERCEIVED = new Set(
  'seen noticed known caught realised realized spotted found avoided prevented checked asked read looked tested told called rung understood guessed foreseen recognised recognized thought'.split(
    ' ',
  ),
);
/** After "could have", what is no missed chance but a feeling. */
const FELT = new Set('been cried wept hugged kissed screamed died sworn had danced gone'.split(' '));
/** What is caught without noticing anything. */
const CATCHES =
  /^(?:fire|her|him|me|us)\b|\b(?:boat|bus|chill|cold|connection|covid|ferry|fish|flight|flu|lift|measles|plane|tide|train|tram|tube)\b/;
/** What "I’d have" says of a missed sign. What one would have asked, read or told may be a plan that something crossed. */
const MISSED = /^(?:avoided|caught|known|noticed|prevented|realised|realized|recognised|recognized|spotted)$/;
const PARTICIPLE =
  /^(?:been|done|known|seen|told|gone|made|taken|written|thought|caught|kept|read|asked|had|said|felt|left|sent|paid|let|put|set|met|held|found|stood|spent|rung|see|know|ask|check|\w+(?:ed|en|ght))$/;
/** A person after one of these words is compared with or asked about, and no judgement. */
const COMPARED = new Set(['than', 'as', 'whether', 'so', 'assume', 'assumed']);
/**
 * How many words after its verb make this predicate a judgement by hindsight: what a person should, could or would have
 * done. Null where it is none. What others should have done to a person counts for nothing ("should have been told").
 */
export function hindsightIn(predicate: Predicate): number | null {
  const { actor, head, before, verb, form, rest, after, isNamed, isNegated, isIndefinite } = predicate;
  if (isIndefinite || COMPARED.has(after) || actor === 'nobody' || /^(?:every(?:one|body)|planners?)$/.test(head))
    return null;
  const done = form;
  const isTeam =
    actor === 'self' || actor === 'person' || /^(?:they|operators?|reviewers?|contractors?|ops|management)$/.test(head);
  const hadWays = (word: string): boolean => before.has(word) && before.has('have');
  if (done === 'caught' && CATCHES.test(rest.slice(0, 4).join(' '))) return null;
  if (hadWays('should') || hadWays('ought')) {
    if (!isTeam && isNegated) return null;
    if (done === 'been') return rest.some((word) => /(?:ed|en|ght|ld)$/.test(word)) ? null : 0;
    if (!isTeam) return PERCEIVED.has(done) ? 0 : null;
    return PARTICIPLE.test(done) || before.has('been') ? (before.has('been') ? null : 0) : null;
  }
  if (hadWays('could') && isTeam && !isNegated)
    return FELT.has(done) || before.has('been') || !PARTICIPLE.test(done) ? null : 0;
  const wouldHave = hadWays('would') || (hadWays('d') && MISSED.test(done));
  if (wouldHave && isTeam && !isNegated && !isNamed && !isHindered(rest) && !isOpinion(predicate))
    return PERCEIVED.has(done) ? 0 : form === 'done' && /^(?:better|well)/.test(rest[0] ?? '') ? 1 : null;
  if (hadWays('might') && head.length <= 4 && PERCEIVED.has(done)) return 0;
  if (
    isTeam &&
    ((before.has('had') && before.has('to') && verb === 'know') ||
      (before.has('must') && before.has('have') && verb === 'know'))
  )
    return 0;
  const isPlainly = before.has('clearly') || before.has('obviously');
  const isOnly = isPlainly || before.has('simply') || before.has('just');
  if (isTeam && isOnly && /^(?:ignore|miss|overlook)$/.test(verb)) return 0;
  if (isTeam && isOnly && before.has('did') && isNegated) return 0;
  const isSaid = before.has('was') || before.has('were');
  if (isTeam && isSaid && /^(?:wrong|foolish|naive|naïve|unwise|stupid|mistaken)$/.test(form) && rest[0] === 'to')
    return 2;
  return null;
}

/** Whether the words say what stood in the way, which was no person: "but the phone was dead", "if the lamp had worked". */
function isHindered(rest: readonly string[]): boolean {
  if (rest.includes('but')) return true;
  const at = rest.indexOf('if');
  return at >= 0 && rest.length > at + 1 && !rest.slice(at + 1, at + 4).some(isPerson);
}

const isPerson = (word: string): boolean =>
  ACTORS.has(word) || GIVEN_NAMES.has(word) || word === 'anyone' || word === 'anybody';

/** "I would have thought that it holds." */
const isOpinion = ({ form, rest }: Predicate): boolean =>
  form === 'thought' && !/^(?:about|again|of|to|twice)$/.test(rest[0] ?? '');
