// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getRoot,
  $isElementNode,
  $isTextNode,
  getEditorPropertyFromDOMNode,
  isLexicalEditor,
  UNDO_COMMAND,
} from 'lexical';
import { afterEach, expect, test, vi } from 'vitest';
import { flushProse, hasPendingProse } from '#renderer/rich-text/pending-prose.ts';
import { ProseEditor } from '#renderer/rich-text/prose-editor.tsx';

afterEach(cleanup);

function editorOf(name: string) {
  const editor = getEditorPropertyFromDOMNode(screen.getByRole('textbox', { name }));
  if (!isLexicalEditor(editor)) throw new Error('no editor');
  return editor;
}

async function append(name: string, words: string) {
  await act(async () =>
    editorOf(name).update(
      () => {
        const last = $getRoot().getLastChild();
        if ($isElementNode(last)) last.append($createTextNode(words));
      },
      { discrete: true },
    ),
  );
}

/** Appends words to the last paragraph, heading or item, behind its bold text and links. */
const appendToBlock = (name: string, words: string) =>
  act(async () =>
    editorOf(name).update(
      () => {
        const last = $getRoot().getLastDescendant();
        const block =
          last === null ? null : $findMatchingParent(last, (node) => $isElementNode(node) && !node.isInline());
        if ($isElementNode(block)) block.append($createTextNode(words));
      },
      { discrete: true },
    ),
  );

test('the editor is a multi-line textbox with a name and a description, and shows its Markdown', async () => {
  render(
    <ProseEditor
      label="What happened"
      describedBy="hint"
      value={'a **b**\n\n- c'}
      onChange={() => {}}
      onKeystroke={() => {}}
    />,
  );
  const box = await screen.findByRole('textbox', { name: 'What happened' });
  expect(box.getAttribute('aria-multiline')).toBe('true');
  expect(box.getAttribute('aria-describedby')).toBe('hint');
  expect(box.querySelector('strong')?.textContent).toBe('b');
  expect(box.querySelector('li')?.textContent).toBe('c');
});

test('the editor reports nothing when nothing was typed', async () => {
  const onChange = vi.fn();
  render(<ProseEditor label="A" value={'*  odd\n\n\n\n```\nopen'} onChange={onChange} onKeystroke={() => {}} />);
  await act(async () => flushProse());
  expect(onChange).not.toHaveBeenCalled();
});

test('pending text is reported as pending, so that it is not called saved', async () => {
  render(<ProseEditor label="A" value="one" onChange={() => {}} onKeystroke={() => {}} />);
  expect(hasPendingProse()).toBe(false);
  await append('A', ' two');
  expect(hasPendingProse()).toBe(true);
  flushProse();
  expect(hasPendingProse()).toBe(false);
  await append('A', ' three');
  cleanup();
  expect(hasPendingProse()).toBe(false);
});

test('flushProse emits pending text exactly once', async () => {
  const onChange = vi.fn();
  render(<ProseEditor label="A" value="one" onChange={onChange} onKeystroke={() => {}} />);
  await append('A', ' two');
  expect(onChange).not.toHaveBeenCalled();
  flushProse();
  flushProse();
  expect(onChange.mock.calls).toEqual([['one two']]);
});

test('typing is emitted after a pause', async () => {
  const onChange = vi.fn();
  render(<ProseEditor label="A" value="one" onChange={onChange} onKeystroke={() => {}} />);
  await append('A', ' two');
  await expect.poll(() => onChange.mock.calls).toEqual([['one two']]);
});

test('undo emits pending text, then undoes in the COE', async () => {
  const calls: string[] = [];
  render(
    <ProseEditor
      label="A"
      value="one"
      onChange={(text) => calls.push(text)}
      onKeystroke={() => {}}
      onUndo={() => calls.push('undo')}
    />,
  );
  await append('A', '!');
  act(() => void editorOf('A').dispatchCommand(UNDO_COMMAND, undefined));
  expect(calls).toEqual(['one!', 'undo']);
});

test('an undo right after a key is shown, although nothing was drawn between the two', async () => {
  const editor = (undone: object | null) => (
    <ProseEditor label="A" value="one" undone={undone} onChange={() => {}} onKeystroke={() => {}} />
  );
  const { rerender } = render(editor(null));
  await append('A', '!');
  expect(screen.getByRole('textbox').textContent).toBe('one!');
  act(() => void editorOf('A').dispatchCommand(UNDO_COMMAND, undefined));
  await act(async () => rerender(editor({})));
  expect(screen.getByRole('textbox').textContent).toBe('one');
});

test('an external change is shown and not emitted again', async () => {
  const onChange = vi.fn();
  const { rerender } = render(
    <ProseEditor label="A" value={'one\n\ntwo'} onChange={onChange} onKeystroke={() => {}} />,
  );
  const kept = screen.getByText('two');
  await act(async () =>
    rerender(<ProseEditor label="A" value={'changed\n\ntwo'} onChange={onChange} onKeystroke={() => {}} />),
  );
  expect(screen.getByRole('textbox').textContent).toBe('changedtwo');
  expect(screen.getByText('two')).toBe(kept);
  await act(async () => flushProse());
  expect(onChange).not.toHaveBeenCalled();
});

test('read-only prose cannot be edited', async () => {
  render(<ProseEditor label="A" readOnly value="one" onChange={() => {}} onKeystroke={() => {}} />);
  const box = await screen.findByRole('textbox');
  expect(box.getAttribute('contenteditable')).toBe('false');
  expect(box.getAttribute('aria-readonly')).toBe('true');
});

/** An editor with the caret in its table, and a button below it. */
async function showTable(): Promise<{ text: HTMLElement; below: HTMLElement }> {
  render(
    <>
      <ProseEditor label="A" value={'| a |\n| - |\n| b |'} onChange={() => {}} onKeystroke={() => {}} />
      <button type="button">Below</button>
    </>,
  );
  const text = await screen.findByRole('textbox', { name: 'A' });
  await act(async () => {
    text.focus();
    editorOf('A').update(() => void $getRoot().selectStart(), { discrete: true });
  });
  await screen.findByRole('button', { name: 'Add a row below' });
  return { text, below: screen.getByRole('button', { name: 'Below' }) };
}

const tableTools = (): HTMLElement | null => screen.queryByRole('button', { name: 'Add a row below' });

test('the tools of a table keep their room until the click below them is over', async () => {
  const { below } = await showTable();
  fireEvent.pointerDown(below);
  act(() => below.focus());
  expect(tableTools()).not.toBeNull();
  fireEvent.pointerUp(below);
  await expect.poll(tableTools).toBeNull();
});

test('the tools of a table stay when the click that takes the focus gives it back', async () => {
  const { text, below } = await showTable();
  fireEvent.pointerDown(below);
  act(() => below.focus());
  act(() => text.focus());
  fireEvent.pointerUp(below);
  await act(async () => new Promise((resolve) => setTimeout(resolve)));
  expect(tableTools()).not.toBeNull();
});

test('the tools of a table go at once when a key takes the focus', async () => {
  const { below } = await showTable();
  act(() => below.focus());
  expect(tableTools()).toBeNull();
});

test('the tools of a table go after a press that opened a menu, although its release never comes', async () => {
  const { below } = await showTable();
  fireEvent.pointerDown(below, { button: 2 });
  act(() => below.focus());
  fireEvent.contextMenu(below);
  await expect.poll(tableTools).toBeNull();
});

test('a space at the end is there again when the text is, for what is typed next, and never in the Markdown', async () => {
  let value = 'one';
  const show = () =>
    render(<ProseEditor label="A" value={value} onChange={(markdown) => (value = markdown)} onKeystroke={() => {}} />);
  show();
  await append('A', ' two ');
  cleanup();
  expect(value).toBe('one two');
  show();
  expect(screen.getByRole('textbox', { name: 'A' }).textContent).toBe('one two ');
  await act(async () => flushProse());
  expect(value).toBe('one two');
  await append('A', 'three');
  cleanup();
  expect(value).toBe('one two three');
  show();
  expect(screen.getByRole('textbox', { name: 'A' }).textContent).toBe('one two three');
});

test.each([
  ['below a code block', '```\ncode\n```', ' '],
  ['in the line below a text', 'one', '\n '],
])('a space %s does not come back inside what is above it', async (_where, markdown, typed) => {
  let value = markdown;
  const show = () =>
    render(<ProseEditor label="A" value={value} onChange={(text) => (value = text)} onKeystroke={() => {}} />);
  show();
  const shown = screen.getByRole('textbox', { name: 'A' }).textContent;
  await append('A', typed);
  cleanup();
  expect(value).toBe(markdown);
  show();
  expect(screen.getByRole('textbox', { name: 'A' }).textContent).toBe(shown);
});

test.each([
  ['bold text', 'one **two**', 'one **two**  three'],
  ['a link', '[name](https://example.org/)', '[name](https://example.org/)  three'],
  ['bold text in a link', '**[name](https://example.org/)**', '**[name](https://example.org/)**  three'],
  ['inline code', '`two`', '`two`  three'],
  ['a list item', '- one\n- two', '- one\n- two  three'],
  ['a heading', '## two', '## two  three'],
])('two spaces behind %s are there again, and not in the Markdown', async (_what, markdown, then) => {
  let value = markdown;
  const show = () =>
    render(<ProseEditor label="A" value={value} onChange={(text) => (value = text)} onKeystroke={() => {}} />);
  const html = () => screen.getByRole('textbox', { name: 'A' }).innerHTML;
  show();
  await appendToBlock('A', '  ');
  const left = html();
  cleanup();
  expect(value).toBe(markdown);
  show();
  expect(html()).toBe(left);
  await appendToBlock('A', 'three');
  cleanup();
  expect(value).toBe(then);
});

test('a space that was typed in bold is still bold for the words that follow', async () => {
  let value = '**one**';
  const show = () =>
    render(<ProseEditor label="A" value={value} onChange={(text) => (value = text)} onKeystroke={() => {}} />);
  const addToLastText = (words: string) =>
    act(async () =>
      editorOf('A').update(
        () => {
          const last = $getRoot().getLastDescendant();
          if ($isTextNode(last)) last.setTextContent(`${last.getTextContent()}${words}`);
        },
        { discrete: true },
      ),
    );
  show();
  await addToLastText(' ');
  cleanup();
  expect(value).toBe('**one**');
  show();
  await addToLastText('two');
  cleanup();
  expect(value).toBe('**one two**');
});

test('spaces at the end of each paragraph are there again, past empty ones and code', async () => {
  let value = 'one\n\n```\ncode\n```\n\ntwo';
  const show = () =>
    render(<ProseEditor label="A" value={value} onChange={(text) => (value = text)} onKeystroke={() => {}} />);
  const texts = () => [...screen.getByRole('textbox', { name: 'A' }).children].map(({ textContent }) => textContent);
  show();
  await act(async () =>
    editorOf('A').update(
      () => {
        const [first, , last] = $getRoot().getChildren();
        if (!$isElementNode(first) || !$isElementNode(last)) throw new Error('no paragraphs');
        first.append($createTextNode(' '));
        first.insertAfter($createParagraphNode());
        last.append($createTextNode(' '));
      },
      { discrete: true },
    ),
  );
  cleanup();
  expect(value).toBe('one\n\n```\ncode\n```\n\ntwo');
  show();
  expect(texts()).toEqual(['one ', 'code', 'two ']);
});

test('a space comes back behind its own words when empty lines make two paragraphs of one, and not behind others', async () => {
  let value = 'two';
  const show = () =>
    render(<ProseEditor label="A" value={value} onChange={(text) => (value = text)} onKeystroke={() => {}} />);
  show();
  await act(async () =>
    editorOf('A').update(
      () => {
        const [last] = $getRoot().getChildren();
        const parts = [$createTextNode('one'), $createLineBreakNode(), $createLineBreakNode(), $createTextNode('two ')];
        last?.insertBefore($createParagraphNode().append(...parts));
      },
      { discrete: true },
    ),
  );
  cleanup();
  expect(value).toBe('one\n\ntwo\n\ntwo');
  show();
  const blocks = [...screen.getByRole('textbox', { name: 'A' }).children];
  expect(blocks.map(({ textContent }) => textContent)).toEqual(['one', 'two ', 'two']);
});
