import { Link } from 'react-router';

import { quantity } from '#domain/text/format.ts';
import { formatDateAndTime } from '#domain/time/format-instant.ts';

import { choicesFor, settleQuestion } from '../../entities/team/settle-question.ts';
import { Wordings } from '../../entities/team/wordings.tsx';
import { currentLibrary, invokeIn } from '../../platform/library-state.ts';
import { queryClient, useIpcQuery } from '../../platform/queries.ts';
import { useZone } from '../../platform/today.ts';
import { Button } from '../../ui/button.tsx';
import { useDateStyle } from '../../ui/date-style.ts';
import { showFailure } from '../../ui/show-failure.ts';
import { CompareHostKey } from './compare-host-key.tsx';
import { CopyLine } from './copy-line.tsx';
import { KeepCopy } from './keep-copy.tsx';
import { ProblemNote } from './problem-note.tsx';
import { SignIn } from './sign-in.tsx';
import { statusSentence, statusWords, type Team } from './team-words.ts';
import styles from './team.module.css';

type TeamPanelProps = { team: Team; onClose: () => void; onDisconnect: () => void };

/** What there is to know and to do about the exchange with the team. */
export function TeamPanel({ team, onClose, onDisconnect }: TeamPanelProps) {
  const dates = useDateStyle();
  const zone = useZone();
  const sync = async (): Promise<void> => {
    const synced = await invokeIn(currentLibrary(), 'team:sync', {});
    if (synced.ok) queryClient.setQueryData(['team:state', {}], synced.value);
    else showFailure(synced.error, 'Nothing was exchanged');
  };
  return (
    <div className={styles.panel}>
      <h2>{team.name}</h2>
      <p>
        <strong>{statusWords(team, zone, dates)}.</strong> {statusSentence(team)}
      </p>
      {team.problem !== null && <ProblemNote problem={team.problem} />}
      {(team.problem?.kind === 'unknown-host' || team.problem?.kind === 'host-key-changed') && (
        <CompareHostKey isChanged={team.problem.kind === 'host-key-changed'} />
      )}
      {team.problem?.kind === 'credentials-needed' && <SignIn address={team.remote} onDone={() => void sync()} />}
      {team.status === 'read-only' && <KeepCopy onDone={onClose} />}
      <OpenQuestions team={team} onClose={onClose} />
      <dl className={styles.facts}>
        <dt>You are</dt>
        <dd>{team.me}</dd>
        <dt>{team.isSharedFolder ? 'Shared folder' : 'Address'}</dt>
        <dd>
          <CopyLine text={team.remote} what={team.isSharedFolder ? 'path' : 'address'} />
        </dd>
        <dt>Last exchange</dt>
        <dd>{team.lastExchange === null ? 'None yet' : formatDateAndTime(team.lastExchange, zone, dates)}</dd>
      </dl>
      {team.strangeFiles.length > 0 && (
        <details>
          <summary>{quantity(team.strangeFiles.length, 'file')} left alone</summary>
          <p className={styles.soft}>
            These came with the team library, but Once does not know or cannot read them. They are left alone, and
            nothing of them is written on this computer.
          </p>
          <ul className={styles.files} aria-label="Files left alone">
            {team.strangeFiles.slice(0, MAX_FILES).map((file) => (
              <li key={file}>
                <code>{file}</code>
              </li>
            ))}
            {team.strangeFiles.length > MAX_FILES && <li>and {team.strangeFiles.length - MAX_FILES} more</li>}
          </ul>
        </details>
      )}
      <div className={styles.buttons}>
        <Button look="primary" onPress={() => void sync()}>
          {team.isSyncing ? 'Exchanging…' : 'Exchange now'}
        </Button>
        <Button onPress={onDisconnect}>Disconnect…</Button>
      </div>
    </div>
  );
}

const MAX_FILES = 50;
/** Enough to begin with; the list of COEs names the rest. */
const MAX_COES = 20;

/** The COEs in which somebody has to decide, as links. */
function OpenQuestions({ team, onClose }: { team: Team; onClose: () => void }) {
  const ids = Object.keys(team.questionsByCoe).slice(0, MAX_COES);
  const titles = useIpcQuery('coes:titles', { ids }, { enabled: ids.length > 0 }).data;
  if (team.questions === 0) return null;
  const others = team.questions - Object.values(team.questionsByCoe).reduce((sum, count) => sum + count, 0);
  return (
    <section aria-label="Open questions" className={styles.open}>
      <h3>{quantity(team.questions, 'open question')}</h3>
      <ul>
        {ids.map((id) => (
          <li key={id}>
            <Link to={`/coes/${id}`} onClick={onClose}>
              {titles?.find((each) => each.id === id)?.title.trim() || 'Untitled'}
            </Link>{' '}
            <span className={styles.soft}>{quantity(team.questionsByCoe[id] ?? 0, 'question')}</span>
          </li>
        ))}
      </ul>
      {others > 0 && <OtherQuestions isReadOnly={team.status === 'read-only'} />}
    </section>
  );
}

/** Questions that are about no COE: about patterns, and about own questions and presets. */
function OtherQuestions({ isReadOnly }: { isReadOnly: boolean }) {
  const questions = useIpcQuery('team:questions', { coeId: null }).data ?? [];
  return (
    <ul className={styles.others}>
      {questions.map((question) => (
        <li key={question.id} aria-label={question.where}>
          <p className={styles.soft}>
            {question.file.startsWith('patterns/') ? 'A pattern' : 'Own questions and presets'}: {question.where}
          </p>
          <Wordings question={question} />
          {!isReadOnly && (
            <div className={styles.buttons}>
              {choicesFor(question).map(({ choice, label }) => (
                <Button key={choice} onPress={() => void settleQuestion(currentLibrary(), question, choice)}>
                  {label}
                </Button>
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
