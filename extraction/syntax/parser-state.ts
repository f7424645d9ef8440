/**
 * The state of the arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011) over one sentence: a stack, a
 * buffer that is the words from `next` on with the root as the last, and the tree so far. Words are numbers from 0;
 * the root is number `length`.
 */
export class ParserState {
  length = 0;
  /** First word of the buffer. */
  next = 0;
  /** Number of words on the stack. */
  depth = 0;
  stack = new Int32Array(256);
  /** Head of each word, -1 where it has none yet; `length` for the root. */
  head = new Int32Array(256);
  relation = new Uint8Array(256);
  /** First and second child on each side, counted from outside; -1 where there is none. */
  left1 = new Int32Array(256);
  left2 = new Int32Array(256);
  right1 = new Int32Array(256);
  right2 = new Int32Array(256);
  /** Number of children on each side. */
  leftCount = new Uint8Array(256);
  rightCount = new Uint8Array(256);
  /** Relations of the children on each side, a bit for each modulo 32. */
  leftSet = new Int32Array(256);
  rightSet = new Int32Array(256);

  /** Begins a sentence of `length` words. */
  begin(length: number): void {
    if (this.head.length < length + 1) this.grow(length * 2 + 1);
    this.length = length;
    this.next = 0;
    this.depth = 0;
    const size = length + 1;
    this.head.fill(-1, 0, size);
    this.relation.fill(0, 0, size);
    this.left1.fill(-1, 0, size);
    this.left2.fill(-1, 0, size);
    this.right1.fill(-1, 0, size);
    this.right2.fill(-1, 0, size);
    this.leftCount.fill(0, 0, size);
    this.rightCount.fill(0, 0, size);
    this.leftSet.fill(0, 0, size);
    this.rightSet.fill(0, 0, size);
  }

  private grow(size: number): void {
    this.stack = new Int32Array(size);
    this.head = new Int32Array(size);
    this.relation = new Uint8Array(size);
    this.left1 = new Int32Array(size);
    this.left2 = new Int32Array(size);
    this.right1 = new Int32Array(size);
    this.right2 = new Int32Array(size);
    this.leftCount = new Uint8Array(size);
    this.rightCount = new Uint8Array(size);
    this.leftSet = new Int32Array(size);
    this.rightSet = new Int32Array(size);
  }

  /** Whether everything has its head. */
  get done(): boolean {
    return this.next === this.length && this.depth === 0;
  }

  /**
   * Which transitions may be taken, a bit for each. The root takes the last word of the stack only, so that a tree
   * has one root.
   */
  get legal(): number {
    if (this.next === this.length) return this.depth === 1 ? 1 << left : 1 << right;
    if (this.depth === 0) return 1 << shift;
    return (1 << shift) | (1 << left) | (this.depth > 1 ? 1 << right : 0);
  }

  /** The word at the top of the stack. */
  get top(): number {
    return this.stack[this.depth - 1] as number;
  }

  /** The head that the top of the stack would get from a transition. */
  headBy(transition: number): number {
    return transition === left ? this.next : (this.stack[this.depth - 2] as number);
  }

  /** Moves the next word to the stack. */
  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** Takes the top of the stack away and gives it its head and relation. */
  attach(head: number, relation: number): void {
    const child = this.stack[--this.depth] as number;
    this.head[child] = head;
    this.relation[child] = relation;
    if (head > child) {
      this.left2[head] = this.left1[head] as number;
      this.left1[head] = child;
      this.leftCount[head] = Math.min(7, (this.leftCount[head] as number) + 1);
      this.leftSet[head] = (this.leftSet[head] as number) | (1 << relation);
    } else {
      this.right2[head] = this.right1[head] as number;
      this.right1[head] = child;
      this.rightCount[head] = Math.min(7, (this.rightCount[head] as number) + 1);
      this.rightSet[head] = (this.rightSet[head] as number) | (1 << relation);
    }
  }
}

/** Transitions: the next word moves to the stack; the top of the stack gets the next word, or the word below it, as head. */
export const transitions = { shift: 0, left: 1, right: 2 } as const;
const { shift, left, right } = transitions;
