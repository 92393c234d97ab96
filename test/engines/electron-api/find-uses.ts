import path from 'node:path';

import type { CallExpression, Identifier, Node, ObjectLiteralExpression, StringLiteral } from 'typescript/unstable/ast';
import {
  isCallExpression,
  isIdentifier,
  isNewExpression,
  isObjectLiteralExpression,
  isPropertyAccessExpression,
  isSpreadAssignment,
  isStringLiteral,
} from 'typescript/unstable/ast/is';
import { API, type Checker, type Project, type Symbol, SymbolFlags, type Type } from 'typescript/unstable/sync';

import { root } from '../../../scripts/system/paths.mjs';

/** The parts of the sources that run in Electron's own processes. The page knows only what the preload exposes. */
const PROJECTS = ['src/main/tsconfig.json', 'src/preload/tsconfig.json'];

/** The namespaces of the definitions. The three others pass on what is in Electron. */
const NAMESPACES = new Set(['Electron', 'Main', 'Renderer', 'Common', 'CrossProcessExports']);

const LISTENS = new Set(['on', 'once', 'off', 'addListener', 'removeListener', 'prependListener']);

/**
 * What the sources use of Electron's API, found with the type checker, as the names that `readDefinitions` gives:
 * `App.getPath` for a method or property, `BrowserWindow 'close'` for an event, `MessageBoxOptions.noLink` for an
 * option that is passed, and `Session` for a type or class that is named. Sorted.
 */
export function findElectronUses(): string[] {
  const api = new API({ cwd: root });
  try {
    const files = PROJECTS.map((file) => path.join(root, file));
    const snapshot = api.updateSnapshot({ openProjects: files });
    const uses = new Set<string>();
    for (const file of files) {
      const project = snapshot.getProject(file);
      if (project === undefined) throw new Error(`${file} is no project`);
      for (const name of usesIn(project)) uses.add(name);
    }
    return [...uses].toSorted();
  } finally {
    api.close();
  }
}

function* usesIn({ program, checker }: Project): Generator<string> {
  const folder = path.join(root, 'src') + path.sep;
  for (const name of program.getSourceFileNames()) {
    const file = name.startsWith(folder) ? program.getSourceFile(name) : undefined;
    if (file === undefined) continue;
    const nodes = [...nodesIn(file)];
    const names = nodes.filter(isIdentifier);
    const symbols = checker.getSymbolAtLocation(names);
    const found = new Set(names.filter((_, index) => electronName(symbols[index], checker) !== null));
    if (found.size === 0) continue;
    for (const [index, each] of names.entries()) {
      // An event is named by its listener.
      const used = found.has(each) && !isListening(each) ? electronName(symbols[index], checker) : null;
      if (used !== null) yield used;
    }
    for (const node of nodes) {
      if (isCallExpression(node) || isNewExpression(node)) yield* usesInCall(node as CallExpression, checker, found);
      else if (isObjectLiteralExpression(node)) {
        const wanted = checker.getContextualType(node);
        if (wanted !== undefined) yield* optionsIn(node, wanted, checker);
      }
    }
  }
}

const isListening = (name: Identifier | undefined): boolean =>
  name !== undefined &&
  LISTENS.has(name.text) &&
  isPropertyAccessExpression(name.parent) &&
  isCallExpression(name.parent.parent) &&
  isLiteral(name.parent.parent.arguments[0]);

const isLiteral = (node: Node | undefined): node is StringLiteral => node !== undefined && isStringLiteral(node);

/** The event that a call listens to, the options it passes, and what it takes of an object of Electron that it is passed. */
function* usesInCall(call: CallExpression, checker: Checker, found: ReadonlySet<Identifier>): Generator<string> {
  const { expression } = call;
  const name = isPropertyAccessExpression(expression) ? expression.name : expression;
  const given = call.arguments ?? [];
  const isElectron = isIdentifier(name) && found.has(name);
  if (isElectron && LISTENS.has(name.text) && isLiteral(given[0])) {
    const method = electronName(checker.getSymbolAtLocation(name), checker);
    yield `${method?.slice(0, method.indexOf('.'))} '${given[0].text}'`;
  }
  const passed = given.map((argument) => isElectron || (isIdentifier(argument) && found.has(argument)));
  const signature = passed.includes(true) ? checker.getResolvedSignature(call) : undefined;
  for (const [index, argument] of given.entries()) {
    if (signature === undefined || passed[index] !== true) continue;
    const wanted = checker.getParameterType(signature, index);
    const type = checker.getTypeAtLocation(argument);
    if (wanted === undefined || type === undefined) continue;
    // Of options that are passed to Electron, those that are given count; of an object of Electron, what is taken of it.
    const [declares, names] = isElectron ? [wanted, type] : [type, wanted];
    yield* propertiesOf(declares, checker.getPropertiesOfType(names).filter(isOwn(checker)), checker);
  }
}

function* optionsIn(literal: ObjectLiteralExpression, wanted: Type, checker: Checker): Generator<string> {
  for (const property of literal.properties) {
    if (isSpreadAssignment(property)) {
      const spread = checker.getTypeAtLocation(property.expression);
      const own = spread === undefined ? [] : checker.getPropertiesOfType(spread).filter(isOwn(checker));
      yield* propertiesOf(wanted, own, checker);
    } else if (property.name !== undefined && isIdentifier(property.name)) {
      yield* propertiesOf(wanted, [{ name: property.name.text }], checker);
    }
  }
}

/** Whether the sources themselves give a property. */
const isOwn =
  (checker: Checker) =>
  (one: Symbol): boolean =>
    electronName(one, checker) === null;

/** Those of some properties that Electron declares in a type. */
function* propertiesOf(type: Type, named: readonly { name: string }[], checker: Checker): Generator<string> {
  for (const { name } of named) {
    const found = electronName(checker.getPropertyOfType(checker.getNonNullableType(type) ?? type, name), checker);
    if (found !== null) yield found;
  }
}

const namesOf = new WeakMap<Symbol, string | null>();

/** The name of a symbol that Electron's type definitions declare; null for any other. */
function electronName(symbol: Symbol | undefined, checker: Checker): string | null {
  if (symbol === undefined) return null;
  const known = namesOf.get(symbol);
  if (known !== undefined) return known;
  const name = nameIn(symbol, checker);
  namesOf.set(symbol, name);
  return name;
}

function nameIn(symbol: Symbol, checker: Checker): string | null {
  const isAlias = (symbol.flags & SymbolFlags.Alias) !== 0;
  const declared = isAlias ? checker.getAliasedSymbol(symbol) : symbol;
  if (!declared.declarations.some(({ path: file }) => file.endsWith('/electron/electron.d.ts'))) return null;
  const parent = declared.getParent();
  return parent === undefined || NAMESPACES.has(parent.name) ? declared.name : `${parent.name}.${declared.name}`;
}

function* nodesIn(node: Node): Generator<Node> {
  yield node;
  const children: Node[] = [];
  node.forEachChild((child) => void children.push(child));
  for (const child of children) yield* nodesIn(child);
}
