import type { SharedThreads } from '#ipc/threads.ts';

import { useDraft } from '../../draft/draft-context.ts';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { kindWords } from './question-words.ts';
import styles from './questions.module.css';
import type { Question } from './use-questions.ts';

type WhatIsNewProps = {
  shares: readonly SharedThreads[];
  questions: readonly Question[];
  readOnly: boolean;
  /** Shows the question whose thread begins with an event. */
  onShow: (rootId: string) => void;
};

/** What replies brought, until the writer puts it away. */
export function WhatIsNew({ shares, questions, readOnly, onShow }: WhatIsNewProps) {
  const { id: coeId } = useDraft();
  const replies = shares.filter(({ news }) => news !== null);
  const lines = questions.flatMap(({ thread, shared, news }) =>
    thread.events.filter(({ id }) => news.has(id)).map((event) => ({ event, shared, root: thread.root })),
  );
  const added = new Set(replies.flatMap(({ news }) => news?.added ?? [])).size;
  const known = replies.reduce((sum, { news }) => sum + (news?.known ?? 0), 0);
  const putAway = async (): Promise<void> => {
    const library = currentLibrary();
    const results = await Promise.all(
      replies.map(({ share }) => invokeIn(library, 'sharing:put-news-away', { coeId, share })),
    );
    for (const result of results) if (!result.ok) showFailure(result.error);
  };
  return (
    <div role="status" aria-label="What is new" className={replies.length === 0 ? styles.nothing : styles.news}>
      {replies.length > 0 && (
        <>
          <p>
            <b>What is new</b>: {added === 0 ? 'nothing new' : `${added} new`}, {known} known
          </p>
          {lines.length > 0 && (
            <ul>
              {lines.map(({ event, shared, root }) => (
                <li key={event.id}>
                  <Button look="plain" onPress={() => onShow(root.id)}>
                    {event.kind === 'withdraw' ? 'Something was withdrawn' : kindWords(event, shared)}
                    {event.text === '' ? '' : `: ${event.text.trim().replaceAll(/\s+/g, ' ').slice(0, 80)}`}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {!readOnly && (
            <Button look="plain" aria-label="Seen: put away what is new" onPress={() => void putAway()}>
              Seen
            </Button>
          )}
        </>
      )}
    </div>
  );
}
