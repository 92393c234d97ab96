import { plural, quantity } from '#domain/text/format.ts';
import { MONTHS } from '#domain/time/month-names.ts';
import type { ActionListPage, ActionState } from '#ipc/action-list.ts';
import { runCommand } from '../../platform/commands.ts';
import { useIpcQuery } from '../../platform/queries.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

type NoActionsProps = {
  state: ActionState;
  counts: ActionListPage['counts'];
  isFiltered: boolean;
  onClear: () => void;
  /** Shows everyone's actions; null when they are shown. */
  onEveryone: (() => void) | null;
};

/** The content of an empty tab. */
export function NoActions({ state, counts, isFiltered, onClear, onEveryone }: NoActionsProps) {
  if (isFiltered)
    return (
      <EmptyState title="No action matches these filters" action={<Button onPress={onClear}>Clear the filter</Button>}>
        <p>It may be in another tab.</p>
      </EmptyState>
    );
  if (counts.all === 0 && onEveryone !== null)
    return (
      <EmptyState title="No action is yours" action={<Button onPress={onEveryone}>Show everyone’s</Button>}>
        <p>
          Yours are the actions you own, and those without an owner in a COE you wrote. Your names are in the settings.
        </p>
      </EmptyState>
    );
  if (counts.all === 0)
    return (
      <EmptyState
        title="What you will do so that it does not happen again"
        action={
          <Button look="primary" onPress={() => runCommand('coe.new')}>
            New COE
          </Button>
        }
      >
        <p>The actions of all your COEs come together here: what is open, what is late, and whether a fix has held.</p>
      </EmptyState>
    );
  return <EmptyTab state={state} counts={counts} />;
}

const WORDS: Readonly<Record<ActionState, { title: string; text: string }>> = {
  all: { title: 'No actions', text: '' },
  open: { title: 'Nothing is open', text: '' },
  overdue: { title: 'Nothing is overdue', text: '' },
  done: { title: 'Nothing is done yet', text: 'Tick an action when it is done, and it appears here with its date.' },
  'waiting-for-check': {
    title: 'Nothing waits for its check',
    text: 'Give an action a check date in its COE, and once it is done it waits here until you check whether it held.',
  },
  declined: { title: 'Nothing was declined', text: 'Actions you decide against are listed here with the reason.' },
};

function EmptyTab({ state, counts }: { state: ActionState; counts: ActionListPage['counts'] }) {
  const nextCheck = useIpcQuery(
    'actions:list',
    {
      state: 'waiting-for-check',
      kinds: [],
      owner: '',
      purposes: [],
      strengths: [],
      text: '',
      order: 'check-date',
      offset: 0,
      limit: 1,
    },
    { enabled: counts['waiting-for-check'] > 0 },
  ).data?.rows[0]?.checkDate;
  const { title, text } = WORDS[state];
  return (
    <EmptyState title={title}>
      <p>{state === 'open' || state === 'overdue' ? whatIsLeft(state, counts, nextCheck ?? null) : text}</p>
    </EmptyState>
  );
}

function whatIsLeft(state: ActionState, counts: ActionListPage['counts'], nextCheck: string | null): string {
  if (state === 'overdue' && counts.open > 0)
    return `${quantity(counts.open, 'action')} ${plural(counts.open, 'is open and not overdue', 'are open, none of them overdue')}.`;
  const waiting = counts['waiting-for-check'];
  if (waiting === 0) return 'Every action is done or declined.';
  const month = MONTHS[Number(nextCheck?.slice(5, 7)) - 1];
  const when = month === undefined ? '' : `, the next in ${month}`;
  return `${quantity(waiting, 'fix', 'fixes')} ${plural(waiting, 'waits', 'wait')} for a check${when}.`;
}
