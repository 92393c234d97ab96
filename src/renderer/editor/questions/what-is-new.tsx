import type { SharedThreads } from '#ipc/threads.ts';

import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { Button } from '../../ui/button.tsx';
import { showFailure } from '../../ui/show-failure.ts';
import { kindWords } from './question-words.ts';
import styles from './questions.module.css';
import type { Question } from './use-questions.ts';

type WhatIsNewProps = {
  shared: SharedThreads;
  questions: readonly Question[];
  readOnly: boolean;
  /** Shows the question whose thread begins with an event. */
  onShow: (rootId: string) => void;
};

/** What the last reply brought, until the writer puts it away. */
export function WhatIsNew({ shared, questions, readOnly, onShow }: WhatIsNewProps) {
  const { news } = shared;
  const added = new Set(news?.added);
  const lines = questions.flatMap(({ thread }) =>
    thread.events.filter(({ id }) => added.has(id)).map((event) => ({ event, root: thread.root })),
  );
  const putAway = async (): Promise<void> => {
    const done = await invokeIn(currentLibrary(), 'sharing:put-news-away', { share: shared.share });
    if (!done.ok) showFailure(done.error);
  };
  return (
    <div role="status" aria-label="What is new" className={news === null ? styles.nothing : styles.news}>
      {news !== null && (
        <>
          <p>
            <b>What is new</b>: {added.size} new, {news.known} known
          </p>
          <ul>
            {lines.map(({ event, root }) => (
              <li key={event.id}>
                <Button look="plain" onPress={() => onShow(root.id)}>
                  {event.kind === 'withdraw' ? 'Something was withdrawn' : kindWords(event, shared)}
                  {event.text === '' ? '' : `: ${event.text.trim().replaceAll(/\s+/g, ' ').slice(0, 80)}`}
                </Button>
              </li>
            ))}
          </ul>
          {!readOnly && (
            <Button look="plain" onPress={() => void putAway()}>
              Seen
            </Button>
          )}
        </>
      )}
    </div>
  );
}
