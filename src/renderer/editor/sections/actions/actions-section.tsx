import { Plus } from 'lucide-react';

import type { Action } from '#domain/coe/sections/actions.ts';
import { CLOSING_QUESTION } from '#domain/guide/wording.ts';

import { useCoe, useSection } from '../../../draft/draft-context.ts';
import { useCommands } from '../../../platform/commands.ts';
import { Button } from '../../../ui/button.tsx';
import { AnswerField } from '../../fields/answer-field.tsx';
import { PartHeading } from '../../fields/part-heading.tsx';
import rowStyles from '../../fields/rows.module.css';
import { useRows } from '../../fields/use-rows.ts';
import { ActionRow } from './action-row.tsx';

const emptyAction = (id: string): Action => ({
  id,
  text: '',
  purpose: null,
  strength: null,
  owner: '',
  due: null,
  priority: null,
  doneWhen: '',
  causeId: null,
  status: 'open',
  declinedReason: '',
  doneOn: null,
  checkDate: null,
  checkQuestion: '',
  checkHow: '',
  result: null,
  chances: null,
  checks: [],
});

/** The actions, and the question that tests them: imagine that it has happened again in six months. */
export function ActionsSection() {
  const kind = useCoe((coe) => coe.kind);
  const { section, edit } = useSection('actions');
  const list = useRows<Action>('actions', 'items', emptyAction);
  useCommands({ 'coe.add-action': () => list.add() });
  return (
    <>
      <div className={rowStyles.part}>
        <PartHeading help="Few are better than many. The best ones need nobody to be careful.">
          What will change
        </PartHeading>
        <ul className={rowStyles.list} aria-label="What will change">
          {list.rows.map((action, index) => (
            <ActionRow
              key={action.id}
              action={action}
              number={index + 1}
              kind={kind}
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
