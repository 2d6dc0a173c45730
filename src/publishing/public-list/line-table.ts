import { findDocumentNumber } from '../rules/document-number.ts';
import { VALIDITIES, validityOn } from '../rules/validity.ts';
import type { Facet } from '../search-index/facets.ts';
import { foldText } from '../search-index/fold-text.ts';
import { normativeOf } from './public-line.ts';
import type { KeptLine } from './public-line.ts';

/** Texts by small numbers: a column of a hundred thousand lines holds few different ones. 0 is none. */
export type Codes = {
  /** The number of a text of ours; a new one where it has none. */
  readonly codeOf: (text: string | null) => number;
  /** The number of a text that a visitor brings; -1 where it has none, and it gets none. */
  readonly find: (text: string) => number;
  readonly texts: readonly (string | null)[];
};

function createCodes(known: readonly string[] = []): Codes {
  const texts: (string | null)[] = [null, ...known];
  const codes = new Map(texts.map((text, code) => [text, code]));
  return {
    texts,
    find: text => codes.get(text) ?? -1,
    codeOf: text => {
      let code = codes.get(text);
      if (code === undefined) {
        code = texts.push(text) - 1;
        codes.set(text, code);
      }
      return code;
    },
  };
}

/** One facet of every line as a number, and what the numbers mean. */
export type FacetColumn = Codes & { codes: Uint16Array };

/** What was looked for in 文号, line by line. */
type NumberColumns = { readonly prefixes: Codes; prefix: Uint16Array; year: Uint16Array; serial: Int32Array };

const FIRST_ROOM = 1024;

function grown<Numbers extends Uint8Array | Uint16Array | Int32Array>(numbers: Numbers, room: number): Numbers {
  const larger = new (numbers.constructor as new (room: number) => Numbers)(room);
  larger.set(numbers);
  return larger;
}

const dayNumber = (isoDay: string): number => Number(isoDay.replaceAll('-', ''));

/** 2023-06-01 as 20230601, so that days are compared as numbers. */
export const dayNumberOf = (day: Temporal.PlainDate): number => dayNumber(day.toString());

/**
 * Lines as columns of numbers, for counting and narrowing a hundred thousand of them in a millisecond or two. A line has a slot as
 * long as it is there; `order` are the slots from the newest.
 */
export class LineTable {
  readonly lines: (KeptLine | undefined)[] = [];
  readonly foldedTitles: string[] = [];
  readonly facets: Readonly<Record<Facet, FacetColumn>>;
  readonly numbers: NumberColumns;
  days: Int32Array = new Int32Array(FIRST_ROOM);
  /** Slots of the lines that are there, the newest first. */
  order: Int32Array = new Int32Array(0);
  readonly #slots = new Map<string, number>();
  #slotsByNumber: Int32Array = new Int32Array(FIRST_ROOM).fill(-1);
  #room = FIRST_ROOM;
  readonly #normative = new Set<number>();
  #validitiesFor = '';

  constructor() {
    const column = (known?: readonly string[]): FacetColumn => ({
      ...createCodes(known),
      codes: new Uint16Array(FIRST_ROOM),
    });
    this.facets = {
      agency: column(),
      columns: column(),
      theme: column(),
      kind: column(),
      year: column(),
      validities: column(VALIDITIES),
      interpreted: column(['false', 'true']),
    };
    this.numbers = {
      prefixes: createCodes(),
      prefix: new Uint16Array(FIRST_ROOM),
      year: new Uint16Array(FIRST_ROOM),
      serial: new Int32Array(FIRST_ROOM),
    };
  }

  /** How many lines there are. */
  get size(): number {
    return this.order.length;
  }

  /** How many slots there are, empty ones included. */
  get slots(): number {
    return this.lines.length;
  }

  /** The slot of an item's number; -1 where it is not there. */
  slotOf(number: number): number {
    return this.#slotsByNumber[number] ?? -1;
  }

  /** Puts in what these items are now, in the place of what they were; items without a line are gone. */
  replace(ids: readonly string[], lines: readonly KeptLine[]): void {
    const gone = ids.flatMap(id => this.#takeOut(id) ?? []);
    const added = lines.map(line => this.#putIn(line));
    this.#arrange(new Set(gone), added);
    this.#validitiesFor = '';
  }

  /** Has 有效性 stand in its column as it is on a day: a document lapses without anybody doing anything. */
  judgeValidity(day: Temporal.PlainDate): void {
    const text = day.toString();
    if (this.#validitiesFor === text) return;
    const { codes, codeOf } = this.facets.validities;
    for (const slot of this.#normative) {
      const days = normativeOf(this.lines[slot]!);
      codes[slot] = codeOf(days === null ? null : validityOn(days, day));
    }
    this.#validitiesFor = text;
  }

  #takeOut(id: string): number | undefined {
    const slot = this.#slots.get(id);
    if (slot === undefined) return undefined;
    this.#slots.delete(id);
    this.#normative.delete(slot);
    this.#slotsByNumber[this.lines[slot]!.number] = -1;
    this.lines[slot] = undefined;
    this.foldedTitles[slot] = '';
    return slot;
  }

  #putIn(line: KeptLine): number {
    const slot = this.lines.push(line) - 1;
    if (slot >= this.#room) this.#grow();
    if (line.number >= this.#slotsByNumber.length) {
      const before = this.#slotsByNumber.length;
      this.#slotsByNumber = grown(this.#slotsByNumber, line.number * 2).fill(-1, before);
    }
    this.#slots.set(line.id, slot);
    this.#slotsByNumber[line.number] = slot;
    this.foldedTitles[slot] = foldText(line.title);
    this.days[slot] = dayNumber(line.published_on);
    if (line.effective_on !== null) this.#normative.add(slot);
    const values: Readonly<Record<Facet, string | null>> = {
      agency: line.agency,
      columns: line.column_code,
      theme: line.theme,
      kind: line.kind,
      year: line.published_on.slice(0, 4),
      validities: null,
      // Only 政策文件 can have an interpretation or lack it.
      interpreted: line.kind === 'document' ? String(line.interpreted) : null,
    };
    for (const facet of Object.keys(values) as Facet[])
      this.facets[facet].codes[slot] = this.facets[facet].codeOf(values[facet]);
    const number = findDocumentNumber(line.document_number ?? '');
    this.numbers.prefix[slot] = this.numbers.prefixes.codeOf(number?.prefix ?? null);
    this.numbers.year[slot] = number?.year ?? 0;
    this.numbers.serial[slot] = number?.number ?? 0;
    return slot;
  }

  #grow(): void {
    this.#room *= 2;
    for (const column of Object.values(this.facets)) column.codes = grown(column.codes, this.#room);
    this.numbers.prefix = grown(this.numbers.prefix, this.#room);
    this.numbers.year = grown(this.numbers.year, this.#room);
    this.numbers.serial = grown(this.numbers.serial, this.#room);
    this.days = grown(this.days, this.#room);
  }

  readonly #newestFirst = (one: number, other: number): number => {
    const [a, b] = [this.lines[one]!, this.lines[other]!];
    return b.moment - a.moment || b.number - a.number;
  };

  /** Sorts the added slots in among those that stay. */
  #arrange(gone: ReadonlySet<number>, added: number[]): void {
    const stay = gone.size === 0 ? this.order : this.order.filter(slot => !gone.has(slot));
    added.sort(this.#newestFirst);
    const order = new Int32Array(stay.length + added.length);
    let [from, next] = [0, 0];
    for (let at = 0; at < order.length; at += 1) {
      const takesAdded =
        next < added.length && (from >= stay.length || this.#newestFirst(added[next]!, stay[from]!) < 0);
      order[at] = takesAdded ? added[next]! : stay[from]!;
      if (takesAdded) next += 1;
      else from += 1;
    }
    this.order = order;
  }
}
