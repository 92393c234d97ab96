import { Plus } from 'lucide-react';
import { memo, useState } from 'react';

import type { Why } from '#domain/coe/sections/whys.ts';

import { useCoe } from '../../../draft/draft-context.ts';
import { useCommands } from '../../../platform/commands.ts';
import { Button } from '../../../ui/button.tsx';
import { PartHeading } from '../../fields/part-heading.tsx';
import rowStyles from '../../fields/rows.module.css';
import { ReadBack } from './read-back.tsx';
import { useWhyTree, type WhyListKey, type WhyTreeEditing } from './use-why-tree.ts';
import { WhyNode } from './why-node.tsx';
import styles from './whys.module.css';

type WhyTreeProps = { listKey: WhyListKey; question: string; addLabel: string; takesCommand?: boolean };

/** One why tree below its question, and the same tree read backwards. */
export function WhyTree({ listKey, question, addLabel, takesCommand = false }: WhyTreeProps) {
  const { tree, editing } = useWhyTree(listKey);
  const [isReading, setIsReading] = useState(false);
  useCommands(takesCommand ? { 'coe.add-why': () => editing.ask(null) } : {});
  return (
    <div className={rowStyles.part} data-field={listKey}>
      <PartHeading
        help={
          listKey === 'happened'
            ? 'Enter asks why again, Ctrl+Enter gives a second answer beside. No branch has to end in a person.'
            : undefined
        }
      >
        {question}
      </PartHeading>
      <ul className={styles.tree} aria-label={question}>
        {tree.map((why, index) => (
          <WhyNode key={why.id} why={why} path={`${index + 1}`} editing={editing} />
        ))}
      </ul>
      <Buttons
        editing={editing}
        addLabel={addLabel}
        canRead={tree.length > 0}
        isReading={isReading}
        onRead={setIsReading}
      />
      {isReading && <Reading tree={tree} listKey={listKey} />}
    </div>
  );
}

type ButtonsProps = {
  editing: WhyTreeEditing;
  addLabel: string;
  canRead: boolean;
  isReading: boolean;
  onRead: (isReading: boolean) => void;
};

const Buttons = memo(({ editing, addLabel, canRead, isReading, onRead }: ButtonsProps) => (
  <div className={styles.buttons}>
    <Button look="plain" onPress={() => editing.ask(null)}>
      <Plus size={15} aria-hidden />
      {addLabel}
    </Button>
    {canRead && (
      <Button look="plain" aria-expanded={isReading} onPress={() => onRead(!isReading)}>
        {isReading ? 'Close the reading' : 'Read it back'}
      </Button>
    )}
  </div>
));

function Reading({ tree, listKey }: { tree: readonly Why[]; listKey: WhyListKey }) {
  const title = useCoe((coe) => coe.title);
  return <ReadBack tree={tree} event={listKey === 'happened' ? title : `${title}, and it was not noticed sooner`} />;
}
