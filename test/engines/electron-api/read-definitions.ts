import { parseSync } from 'vite';

/** What a definition says: its declaration, and how its comment describes it. Both without line breaks. */
export type Definition = { readonly signature: string; readonly description: string };

type Node = { readonly type: string; readonly start: number; readonly end: number; readonly [key: string]: unknown };

/**
 * Reads Electron's type definitions. The names are `App.getPath` for a member, `BrowserWindow 'close'` for an event and
 * `Point` for a type. A class and an interface have an entry of their own with what they extend.
 */
export function readDefinitions(text: string): ReadonlyMap<string, Definition> {
  const { program, errors, comments } = parseSync('electron.d.ts', text);
  if (errors.length > 0) throw new Error('The definitions are no TypeScript');
  const definitions = new Map<string, Definition>();
  const ends = new Map(comments.map(({ end, start }) => [end, start]));
  const add = (name: string, node: Node, end = node.end): void => {
    const before = text.slice(0, node.start).trimEnd().length;
    const comment = text.slice(ends.get(before) ?? before, before);
    const earlier = definitions.get(name);
    definitions.set(name, {
      signature: joined(earlier?.signature, plain(text.slice(node.start, end))),
      description: joined(earlier?.description, plain(comment.replaceAll(/^\s*\/?\*+\/?|\*\/$/gm, ''))),
    });
  };
  for (const node of declarationsIn(program.body as unknown as Node[])) {
    const name = nameOf(node['id']);
    const body = node['body'] as Node | undefined;
    if (node.type === 'TSTypeAliasDeclaration' || body === undefined) add(name, node);
    else {
      add(name, node, body.start);
      for (const member of body['body'] as Node[]) {
        const event = eventOf(member);
        if (event !== null) add(`${name} '${event}'`, member);
        else if (!isListener(member)) add(`${name}.${nameOf(member['key'])}`, member);
      }
    }
  }
  return definitions;
}

/** The declarations in the namespace Electron, not those that only pass them on to the namespaces of the processes. */
function* declarationsIn(body: readonly Node[]): Generator<Node> {
  for (const statement of body) {
    const inner = statement.type === 'TSModuleDeclaration' ? (statement['body'] as Node) : null;
    if (inner === null || nameOf(statement['id']) !== 'Electron') continue;
    for (const each of inner['body'] as Node[]) {
      const node = each.type === 'ExportNamedDeclaration' ? (each['declaration'] as Node) : each;
      if (/^(?:ClassDeclaration|TSInterfaceDeclaration|TSTypeAliasDeclaration)$/.test(node.type)) yield node;
    }
  }
}

const LISTENER = /^(?:on|once|off|addListener|removeListener)$/;
const isListener = (member: Node): boolean => LISTENER.test(nameOf(member['key'])) && literalOf(member) !== null;

/** The event that a member adds a listener to; the other ways to listen say the same again. */
const eventOf = (member: Node): string | null => (nameOf(member['key']) === 'on' ? literalOf(member) : null);

function literalOf(member: Node): string | null {
  const signature = (member['value'] as Node | undefined) ?? member;
  const [first] = (signature['params'] as Node[] | undefined) ?? [];
  const annotation = (first?.['typeAnnotation'] as Node | undefined)?.['typeAnnotation'] as Node | undefined;
  const value = (annotation?.['literal'] as Node | undefined)?.['value'];
  return typeof value === 'string' ? value : null;
}

const nameOf = (node: unknown): string =>
  typeof node === 'object' && node !== null && 'name' in node ? String(node.name) : '';
const plain = (text: string): string => text.replaceAll('> [!NOTE]', '**Note:**').replaceAll(/\s+/g, ' ').trim();
const joined = (earlier: string | undefined, text: string): string =>
  earlier === undefined ? text : `${earlier} ${text}`;
