import type { Coe } from '../../coe/coe.ts';
import type { Why } from '../../coe/sections/whys.ts';
import { DEPTHS } from '../../guide/depths.ts';
import { flattenWhys } from '../../whys/tree.ts';
import { type Advice, createAdvice } from '../advice.ts';
import { quote } from '../quote.ts';
import { personPattern } from '../wording/people.ts';

/** Fewer levels than this only describe what was seen. */
const MIN_LEVELS = 2;

/** Advice on the whys: branches that end at a person, too few levels, and an empty second tree. */
export function checkWhys(coe: Coe, names: readonly string[]): Advice[] {
  const { happened, unnoticed } = coe.sections.whys;
  const roots = happened.filter(({ text }) => text.trim() !== '');
  const depth = Math.max(0, ...flattenWhys(roots).map((each) => (each.why.text.trim() === '' ? 0 : each.depth + 1)));
  const isUnnoticedOpen = unnoticed.every(({ text }) => text.trim() === '');
  const isSecondShown =
    unnoticed.length > 0 || DEPTHS.some(({ id, showsSecondWhyChain }) => id === coe.depth && showsSecondWhyChain);
  return [
    ...[...roots, ...unnoticed].flatMap((root) => leavesOf(root)).flatMap((leaf) => restsOnPerson(leaf, names)),
    ...(roots.length > 0 && depth < MIN_LEVELS
      ? [createAdvice('few-whys', 'whys', `The whys stop after ${depth === 1 ? 'one step' : `${depth} steps`}.`)]
      : []),
    ...(depth >= MIN_LEVELS && isUnnoticedOpen && coe.depth !== 'quick'
      ? [
          createAdvice('unnoticed-not-asked', 'whys', 'Not asked yet: why nobody noticed sooner.', {
            place: 'unnoticed',
            depth: isSecondShown ? null : 'full',
          }),
        ]
      : []),
  ];
}

/** The ends of the branches below a why, without those marked unknown or outside, which are honest ends. */
function leavesOf(why: Why): Why[] {
  const further = why.whys.filter(({ text }) => text.trim() !== '');
  if (further.length > 0) return further.flatMap(leavesOf);
  return why.text.trim() === '' || why.mark === 'unknown' || why.mark === 'outside' ? [] : [why];
}

/** Words that say what a person is like, wherever they stand. */
const TRAITS =
  /\b(?:human error|careless\w*|negligen\w*|sloppy|lazy|laziness|forgot\w*|not pay(?:ing)? attention|lack of (?:care|attention|discipline)|lack(?:s|ed)? (?:discipline|care|patience|focus|willpower|concentration)|incompeten\w*|should have known|inattenti\w*|oversight|distracted|absent-minded|disorgani[sz]ed|scatter-?brained|forgetful|overconfiden\w*|complacen\w*|(?:my|his|her|their) (?:lack of )?(?:concentration|attention|memory|discipline|laziness|impatience|pride|ego|temper|willpower) (?:was|is|were|got)|(?:(?:can[’']t|cannot|could not|couldn[’']t) (?:say no|focus|concentrate|resist|help it|wait)))\b/i;

/** A reason within the answer, so that it does not end at the person. */
const REASON = /\S\s+(?:because|since|due to|so that|as (?:the|there|no|nobody|we))\b/i;

/** A capitalised word that is probably a name, at the beginning of an answer. */
const NAME = String.raw`(?!(?:The|An?|This|That|These|Those|It|Its|There|Here|What|Which|When|Where|If|In|On|At|As|And|But|So|Or|No|Not|Nothing|All|Some|Each|Every|One|Our|My|Your|His|Her|Their|Both|Only|Other|Two|Three|Most|Many|Data|Staging|Production)\b)[A-Z][a-z]+`;

const ERROR_VERBS = String.raw`(?:failed|forgot|missed|ignored|overlooked|misread|misheard|misunderstood|mistyped|misjudged|mistook|confused|neglected|messed|botched|broke|dropped|skipped|rushed|mixed|deleted|typed|pressed|clicked|lost|assumed|left\b.*\b(?:open|on|off|unlocked|behind|unattended)|disregarded|underestimated|overestimated|relied|trusted|guessed|panicked|froze|hesitated|overreacted|overseen|overpromised|promised\b.*\b(?:keep|too much|before|without)|gave\s+up|got\b.*\b(?:wrong|mixed up|confused)|left\s+it\b|let\b.*\bslip|put\s+(?:it|this)\s+off|meant\s+to|took\b.*\b(?:for granted|for consent|word)|pushed\s+myself)`;

/** What somebody did not do. Not knowing, not having and a first time are circumstances, not omissions. */
const LEFT_UNDONE = String.raw`(?:(?:did\s*n[’']t|did not)(?!\s+(?:know|have|hear|understand|feel|see|get(?!\s+(?:a?round to|it (?:done|right)|going))|expect|reali[sz]e|receive|come)\b|\s+want\s+to\s+(?!look|ask|know|hear|read|see|wait))|(?<!\bhad\s+)never)`;

const CARELESS = String.raw`(?:paying|careful|attentive|listening|thinking|focused|concentrat\w+|looking|disciplined|prepared|organi[sz]ed|patient|honest|strict|thorough)`;

function restsOnPerson(leaf: Why, names: readonly string[]): Advice[] {
  const said = leaf.text.trim().replace(/^because\s+/i, '');
  if (REASON.test(said)) return [];
  if (!TRAITS.test(said) && !personDid(names).some((pattern) => pattern.test(said))) return [];
  return [
    createAdvice('rests-on-a-person', 'whys', `A branch ends at a person: ${quote(leaf.text)}`, { rowId: leaf.id }),
  ];
}

/** Answers whose subject is a person, by what this person did, left undone or is. */
function personDid(names: readonly string[]): RegExp[] {
  const person = String.raw`^(?:the\s+|a\s+|an\s+|my\s+|our\s+|his\s+|her\s+)?(?:[\w-]+\s+)?${personPattern(names)}`;
  const shift = String.raw`^(?:the\s+|our\s+)?(?:\w+\s+)?(?:team|shift|crew|ops|support|management|(?:sales|finance|marketing|legal|payroll)(?!\s+(?:dropped|broke|lost|fell)))`;
  const adverb = String.raw`(?:(?:just|simply|also|again|always|had|has|have|then|probably|even|\w+ly)\s+){0,2}`;
  const subject = `(?:${person}|${shift})`;
  return [
    new RegExp(String.raw`${subject}\s+${adverb}(?:${LEFT_UNDONE}|${ERROR_VERBS}|made a mistake)\b`, 'i'),
    new RegExp(
      String.raw`${subject}\s+(?:was|were)\s+(?:talking|chatting|listening to|daydreaming|playing|watching)\b`,
      'i',
    ),
    new RegExp(String.raw`${subject}\s+(?:was|were|am|is|are)(?:\s+not|n[’']t)\s+(?:\w+\s+)?${CARELESS}\b`, 'i'),
    new RegExp(
      String.raw`${subject}\s+(?:am|is|are|was|were)\s+(?:just\s+|simply\s+|always\s+)?(?:far\s+|much\s+)?(?:too\s+(?!late\b|few\b|many\b|far\b|ill\b|busy\b|sick\b|short\b|tired\b|new\b|young\b|small\b|hungry\b|scared\b|afraid\b|weak\b|old\b|deaf\b|upset\b|frail\b|exhausted\b|nervous\b|frightened\b|embarrassed\b|ashamed\b)\w+(?:\s+to\s+\w+.*)?|an?\s+\w+\s+person|(?:so\s+)?(?:impatient|junior|inexperienced|impulsive|stubborn|greedy|proud|naive|shy|chaotic|unreliable|hasty|selfish|slow|arrogant|clumsy|messy|reckless|cocky|timid|passive|nosy|vain))\s*$`,
      'i',
    ),
    new RegExp(String.raw`${subject}\s+\w+\b.*\b(?:the\s+)?wrong(?:\s+\w+|\s*$)`, 'i'),
    new RegExp(
      String.raw`${subject}\s+\w+\b.*\bwithout\s+(?:looking|asking|checking|thinking|reading|testing|telling)\b`,
      'i',
    ),
    new RegExp(
      String.raw`^${NAME}\s+${adverb}(?:${LEFT_UNDONE}|${ERROR_VERBS}|\w+ed\b.*\bwrong\s+\w+|(?:ran|took|chose|sent|put)\b.*\bwrong\s+\w+)\b`,
    ),
    /^(?:nobody|no one|none of us)\s+(?:ever\s+|even\s+|really\s+)?(?!(?:owned|needed|wanted|agreed|expected|used)\b)(?:\w+ed|looked|read|thought|spoke|said|wrote|sent|took|made|saw to)\b/i,
  ];
}
