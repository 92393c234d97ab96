import { useCoe, useDraftState } from '../../draft/draft-context.ts';
import { TextArea } from '../../ui/text-area.tsx';
import { AloneBox } from '../fields/alone-box.tsx';
import styles from './header.module.css';
import { useHeaderEdit } from './use-header.ts';

/** Titles longer than this, in characters, get a smaller font. */
const LONG = 90;

/** The title. The field grows with it; Enter moves to the text. */
export function TitleField() {
  const title = useCoe((coe) => coe.title);
  const readOnly = useDraftState((state) => state.readOnly);
  const edit = useHeaderEdit();
  return (
    <AloneBox itemClassName={styles.title}>
      <h1>
        <TextArea
          aria-label="Title"
          data-long={title.length > LONG ? '' : undefined}
          rows={1}
          value={title}
          readOnly={readOnly}
          placeholder="A few neutral words"
          onChange={(typed) => edit({ title: typed.replace(/\n/g, ' ') }, 'title')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            document.querySelector<HTMLElement>('[data-section] [contenteditable="true"]')?.focus();
          }}
        />
      </h1>
    </AloneBox>
  );
}
