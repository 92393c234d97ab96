import { Plus } from 'lucide-react';

import type { Action } from '#domain/coe/sections/actions.ts';
import { CLOSING_QUESTION } from '#domain/guide/wording.ts';
import { sameValue } from '#domain/merge/json-value.ts';
import { actionsFromTable } from '#domain/tables/rows-from-table.ts';
import { formatDay } from '#domain/time/format-day.ts';

import { useCoe, useSection } from '../../../draft/draft-context.ts';
import { useCommands } from '../../../platform/commands.ts';
import { newId } from '../../../platform/new-id.ts';
import { useToday } from '../../../platform/today.ts';
import { Button } from '../../../ui/button.tsx';
import { useDateStyle } from '../../../ui/date-style.ts';
import { AnswerField } from '../../fields/answer-field.tsx';
import { PartHeading } from '../../fields/part-heading.tsx';
import rowStyles from '../../fields/rows.module.css';
import { useRows } from '../../fields/use-rows.ts';
import { PasteTableDialog } from '../paste/paste-table-dialog.tsx';
import { usePastedRows } from '../paste/use-pasted-rows.ts';
import { ActionRow } from './action-row.tsx';
import { useOpenRow } from './use-open-row.ts';

const emptyAction = (id: string): Action => ({
  id,
  text: '',
  purpose: null,
  strength: null,
  owner: '',
  due: null,
  dueWords: '',
  priority: null,
  doneWhen: '',
  causeId: null,
  status: 'open',
  declinedReason: '',
  doneOn: null,
  doneOnWords: '',
  checkDate: null,
  checkDateWords: '',
  checkQuestion: '',
  checkHow: '',
  result: null,
  chances: null,
  checks: [],
  proposedBy: '',
});

const isEmptyAction = (action: Action): boolean => sameValue(action, emptyAction(action.id));

/** The actions, and the question that tests them: imagine that it has happened again in six months. */
export function ActionsSection() {
  const kind = useCoe((coe) => coe.kind);
  const { section, edit } = useSection('actions');
  const list = useRows<Action>('actions', 'items', emptyAction);
  const { isOpen, open, container } = useOpenRow();
  useCommands({ 'coe.add-action': () => list.add() });
  const today = useToday();
  const dates = useDateStyle();
  const paste = usePastedRows(({ table }) => table !== null);
  const pasted = paste.pasted?.table ?? null;
  return (
    <>
      <div className={rowStyles.part} {...paste.handlers}>
        <PartHeading help="Few are better than many. The best ones need nobody to be careful. You can paste a table.">
          What will change
        </PartHeading>
        <ul ref={container} className={rowStyles.list} aria-label="What will change">
          {list.rows.map((action, index) => (
            <ActionRow
              key={action.id}
              action={action}
              number={index + 1}
              kind={kind}
              isOpen={isOpen(action.id)}
              onOpen={() => open(action.id)}
              onChange={(change, field) => list.update(action.id, change, field)}
              onRemove={() => list.remove(action.id)}
              onMove={(by) => list.move(action.id, by)}
              keys={list.keys(action, action.text === '')}
            />
          ))}
        </ul>
        <Button look="plain" onPress={() => list.add()}>
          <Plus size={15} aria-hidden />
          Add action
        </Button>
        {pasted !== null && (
          <PasteTableDialog
            title="Paste into what will change"
            target="actions"
            pasted={pasted}
            read={(table) => actionsFromTable(table, { referenceDate: today, order: dates.order })}
            show={({ text, owner, due, status, priority, doneWhen }) => ({
              text,
              more: [
                owner,
                due === null ? '' : `due ${formatDay(due, today, dates)}`,
                status === 'open' ? '' : status,
                priority === null ? '' : `${priority} priority`,
                doneWhen === '' ? '' : `done when ${doneWhen}`,
              ]
                .filter((words) => words !== '')
                .join(' · '),
            })}
            onAdd={(actions) => {
              const added = actions.map((action) => ({ ...emptyAction(newId()), ...action }));
              list.addAll(added, paste.pasted?.rowId ?? null, isEmptyAction);
              paste.close(added[0]?.id);
            }}
            onPasteAsText={paste.pasteAsText}
            onDismiss={paste.dismiss}
          />
        )}
      </div>
      <div className={rowStyles.part}>
        <div className={rowStyles.wide}>
          <AnswerField
            label={CLOSING_QUESTION}
            value={section.premortem}
            onChange={(premortem) => edit({ premortem }, 'premortem')}
          />
        </div>
      </div>
    </>
  );
}
