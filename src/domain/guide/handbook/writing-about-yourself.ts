import { HELP_LINES_ADDRESS } from '../help-lines.ts';
import type { HandbookPage } from './handbook-page.ts';

/** For the personal kinds, where the writer is also the one it hurt. */
export const WRITING_ABOUT_YOURSELF_PAGE: HandbookPage = {
  id: 'writing-about-yourself',
  title: 'Writing about yourself',
  summary: 'When the mistake is your own: how to be honest without being hard.',
  body: `
A server does not mind what you write about it. You might.

## Capture now, understand later

On the day, write down what happened and how it feels, from 0 to 10. Stop there. Facts fade fastest; causes keep. People who
teach this kind of review warn against taking a failure apart while it is still raw. Open it again days or weeks later. The
questions will wait, and nothing here will rush you.

## Stand a step away

Research points two ways. In one line of work, concrete questions (*what happened next? how did it go?*) lead to less
brooding than asking *why*. In another, asking *why* is safe as long as you look at yourself from a distance, as an observer
would. So do both: keep to concrete things in the timeline, and when you come to the whys, write about yourself as you would
about a colleague you like. Using *she*, *he* or your own name for a paragraph feels odd, but it helps.

## Talk as you would to a friend

Watch for four kinds of sentence. They feel like honesty and are mostly fog:

| It sounds like | Ask instead |
|---|---|
| "I am an idiot." | What did I do, that one time? |
| "I always do this." | When did I not? |
| "They all think I'm useless." | Who said what? |
| "I should have known." | What did I know, at that hour? |

## Facts for, facts against

Take the harshest thought and write it out in full. Then make two columns: what speaks for it, what speaks against it. Only
facts; "I feel" is neither. Then write the sentence that fits both columns. It tends to be longer, and to have an *and* in
it. This comes from the thought records used in cognitive behavioural therapy.

> **Harshest thought:** I was let go because I am no good at this.
>
> **For:** two of my four projects ran late.
>
> **Against:** the other two are still in use; nine people went the same day; my lead asked me to join her elsewhere.
>
> **What fits both:** I was late on two projects, I had not said so early, *and* the decision was mostly about money.

## Leave room for luck

Some of it was chance. Johannes Haushofer, a professor who published a CV of his failures inspired by Melanie Stefan, notes
that much in such a list comes down to chance. *Outside my hands* is an honest end for a branch. So is *good bet that lost*.

## Say what was good

Something you did that day was right. Write it down, as carefully as the rest. And ask what the regret shows that you care
about: being close, doing right, being bold, standing on firm ground. Those are Daniel Pink's four kinds, and none of them
is a flaw.

## Other people in your story

They have not agreed to be in it. Use roles or initials. Describe what they did and said rather than what they are. If you
might share it one day, write it so that they could read it.

## What this is not

It is not therapy and does not replace it. If sleep, work or wanting to be here has become hard, put this away and tell
someone: a friend, a doctor, a helpline where you live. It is the strongest action on any list.

If you write that you do not want to live, a note beside the text asks you to talk to someone. Only this computer reads it, and
nothing about it is stored. You can put the name and number of someone you trust into **Settings › General**, and
[find a help line in your country](${HELP_LINES_ADDRESS}).
`,
};
