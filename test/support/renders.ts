/**
 * Counts which components React draws, through the door it leaves open for its developer tools. Import this before
 * anything that imports react-dom. Components are called by their function's name.
 */
type Fiber = {
  readonly type: unknown;
  readonly flags: number;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
  readonly alternate: Fiber | null;
};

const DID_WORK = 1;
let drawn: string[] = [];

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberUnmount: () => undefined,
    onCommitFiberRoot: (_renderer: number, root: { current: Fiber }) => visit(root.current, root.current.alternate),
  },
});

/** What is drawn while something happens, each component as often as it was. */
export function drawnDuring(happen: () => void): string[] {
  drawn = [];
  happen();
  return drawn;
}

function visit(fiber: Fiber, before: Fiber | null): void {
  const name = nameOf(fiber.type);
  if (name !== null && (before === null || (fiber.flags & DID_WORK) !== 0)) drawn.push(name);
  // Where the children are the very same, nothing below was looked at, and the marks there are from earlier.
  if (before !== null && fiber.child === before.child) return;
  for (let child = fiber.child; child !== null; child = child.sibling) visit(child, child.alternate);
}

/** Null for what is no component: elements, text, fragments. */
function nameOf(type: unknown): string | null {
  if (typeof type === 'function') return type.name;
  const inner = (type as { type?: unknown; render?: unknown } | null) ?? {};
  if (typeof inner.render === 'function') return inner.render.name;
  return typeof inner.type === 'function' ? inner.type.name : null;
}
