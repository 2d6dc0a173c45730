/** A node of a tree of terms, keyed by UTF-16 unit. `shallowest` = the fewest characters that must match before a damage may follow, over all terms below. */
export type TermNode = {
  readonly children: ReadonlyMap<number, TermNode>;
  readonly term: number;
  readonly shallowest: number;
};

type Growing = { children: Map<number, Growing>; term: number; shallowest: number };
const NO_TERM = -1;

/** Builds the tree; `term` of a node is the index of the term that ends there, or -1. `untouched` gives for a term how many characters must match first. */
export function termTrie(terms: readonly string[], untouched: (term: string) => number): TermNode {
  const root: Growing = { children: new Map(), term: NO_TERM, shallowest: Number.POSITIVE_INFINITY };
  terms.forEach((term, index) => {
    const depth = untouched(term);
    let node = root;
    node.shallowest = Math.min(node.shallowest, depth);
    for (let at = 0; at < term.length; at++) {
      const code = term.charCodeAt(at);
      let child = node.children.get(code);
      if (child === undefined) {
        child = { children: new Map(), term: NO_TERM, shallowest: Number.POSITIVE_INFINITY };
        node.children.set(code, child);
      }
      node = child;
      node.shallowest = Math.min(node.shallowest, depth);
    }
    node.term = index;
  });
  return root;
}
