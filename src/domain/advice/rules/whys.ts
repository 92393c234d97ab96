import type { Coe } from '../../coe/coe.ts';
import type { Why } from '../../coe/sections/whys.ts';
import { DEPTHS } from '../../guide/depths.ts';
import { flattenWhys } from '../../whys/tree.ts';
import { type Advice, createAdvice } from '../advice.ts';
import { quote } from '../quote.ts';
import { knownNames } from '../wording/find-wording.ts';
import { predicatesIn } from '../wording/predicates.ts';
import { endsAtPerson } from '../wording/ends-at-person.ts';

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

/** The same with whose it was, where it is not denied. */
const WHOSE_TRAIT =
  /(?<!\b(?:no|not|without|never|any)\s(?:(?:any|out of|from|due to|because of|a matter of)\s)?|n[’']t\s(?:any\s|out of\s|from\s)?)\b(?:stubbornness|impatience|arrogance|vanity|cowardice|greed|pride) on (?:my|his|her|their|our) part\b(?! of\b)/i;

/** A reason within the answer, so that it does not end at the person. */
const REASON = /\S\s+(?:because|since|due to|so that|as (?:the|there|no|nobody|we))\b/i;

function restsOnPerson(leaf: Why, names: readonly string[]): Advice[] {
  const said = leaf.text.trim().replace(/^because\s+/i, '');
  if (REASON.test(said)) return [];
  const isPersonsDoing = predicatesIn(said, knownNames(names)).some((each) => each.isFirst && endsAtPerson(each));
  return isPersonsDoing || TRAITS.test(said) || WHOSE_TRAIT.test(said)
    ? [createAdvice('rests-on-a-person', 'whys', `A branch ends at a person: ${quote(leaf.text)}`, { rowId: leaf.id })]
    : [];
}
