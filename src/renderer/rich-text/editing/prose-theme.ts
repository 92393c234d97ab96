import type { EditorThemeClasses } from 'lexical';
import styles from './prose.module.css';

const css = (name: string) => styles[name] ?? name;

/** The CSS class of each node. The styles are in prose.module.css. */
export const PROSE_THEME: EditorThemeClasses = {
  paragraph: css('paragraph'),
  heading: { h1: css('h1'), h2: css('h2'), h3: css('h3'), h4: css('h4'), h5: css('h4'), h6: css('h4') },
  quote: css('quote'),
  code: css('codeBlock'),
  hr: css('rule'),
  hrSelected: css('ruleSelected'),
  link: css('link'),
  list: {
    ul: css('bullets'),
    ol: css('numbers'),
    checklist: css('checks'),
    listitem: css('item'),
    listitemChecked: css('checked'),
    listitemUnchecked: css('unchecked'),
    nested: { listitem: css('nestedItem') },
  },
  table: css('table'),
  tableCell: css('cell'),
  tableCellHeader: css('headerCell'),
  tableCellSelected: css('cellSelected'),
  tableSelection: css('tableSelection'),
  tableScrollableWrapper: css('tableScroll'),
  text: {
    bold: css('bold'),
    italic: css('italic'),
    strikethrough: css('strike'),
    code: css('code'),
  },
};
