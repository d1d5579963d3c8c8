// Two places where happy-dom is not yet a browser, and DOMPurify rests on both. Without this the sanitiser would
// see no tag names and would stop at the first node that it removes: tests would pass or fail for no reason.

type Getter = (this: Node) => string

function ownNodeName(node: object): Getter | undefined {
  for (let proto: object | null = node; proto; proto = Object.getPrototypeOf(proto)) {
    const getter = Object.getOwnPropertyDescriptor(proto, 'nodeName')?.get
    if (getter && proto !== Node.prototype) return getter as Getter
  }
  return undefined
}

/** In a browser `nodeName` is one getter on `Node`; here each class has its own and that of `Node` says nothing. */
Object.defineProperty(Node.prototype, 'nodeName', {
  configurable: true,
  get(this: Node) {
    return ownNodeName(this)?.call(this) ?? ''
  },
})

function* descendants(root: Node): Generator<Node> {
  yield root
  for (const child of [...root.childNodes]) yield* descendants(child)
}

/** A node iterator goes on after the node it stands at was removed, with what was behind it. */
document.createNodeIterator = (root: Node): NodeIterator => {
  const nodes = [...descendants(root)]
  const nextNode = (): Node | null => {
    const node = nodes.shift()
    return !node || root.contains(node) ? (node ?? null) : nextNode()
  }
  return { nextNode, root } as unknown as NodeIterator
}
