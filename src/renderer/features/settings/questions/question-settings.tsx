import { Link } from 'react-router';

import { useOwnQuestionsState } from '../../../platform/own-questions.ts';
import { Row } from '../setting-row.tsx';
import { ConditionList } from './condition-list.tsx';
import { PresetList } from './preset-list.tsx';
import { PromptEditor } from './prompt-editor.tsx';
import styles from './questions.module.css';

/** The library's own questions, conditions and presets. They are kept in one file of the library. */
export function QuestionSettings() {
  const { fault, readOnly } = useOwnQuestionsState();
  return (
    <>
      {fault === 'broken' && (
        <p role="status" className={styles.broken}>
          The file <code>questions/questions.json</code> of this library cannot be read, so the built-in questions are
          used. The file is unchanged. If you change something here, it moves to the folder <code>set-aside</code>.
        </p>
      )}
      {fault === 'newer-version' && (
        <p role="status" className={styles.broken}>
          A newer Once wrote the file <code>questions/questions.json</code> of this library, so the built-in questions
          are used. This version leaves the file alone: change your questions with the newer one.
        </p>
      )}
      {readOnly && fault !== 'newer-version' && (
        <p className={styles.broken}>This library cannot be changed here, so neither can its questions.</p>
      )}
      <Row
        title="Questions that may help"
        help="Add your own, hide some and put them in order, for each kind and section. The ten sections stay."
      />
      <PromptEditor />
      <Row
        title="Own conditions"
        help="They are offered under Root cause, with their meaning, beside those that come with Once."
      />
      <ConditionList />
      <Row title="Presets" help="A kind and a depth with a name, to choose when you start a COE." />
      <PresetList />
      <p className={styles.note}>
        All of this is kept in <code>questions/questions.json</code> of this library, so it is in its backups and goes
        where the library goes. See <Link to="/handbook/words-and-kinds">Words and kinds</Link>.
      </p>
    </>
  );
}
