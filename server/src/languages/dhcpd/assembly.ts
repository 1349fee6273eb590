import type { OptionDefinition } from '../../model/option.ts';
import { type Anchor, type Span, span } from '../../model/span.ts';
import type { Block, Piece } from '../../syntax/document.ts';
import { BuiltScope } from './built-scope.ts';
import { Declarations } from './declarations.ts';
import { decodeString } from './lexer.ts';
import { readDefinition, type WrittenDefinition } from './option-definition.ts';
import { type OptionName, readOptionName } from './option-name.ts';
import { isName, Reader, Refusal } from './reader.ts';
import { hasEmptySecret } from './secret.ts';
import { headSpan, type PlacedStatement, type Statement, type StatementBlock } from './statement.ts';

/** A file in pieces, with the blocks that join them. */
export interface Source {
  readonly file: string;
  readonly pieces: readonly Piece<PlacedStatement>[];
  block(piece: Piece<PlacedStatement>, id: number): Block<PlacedStatement> | undefined;
}

export interface Include {
  readonly path: string;
  readonly at: Span;
  /** The file that was found for it. */
  readonly file: string | undefined;
  /** Whether it would include itself. */
  readonly circular: boolean;
}

/** A statement in the scope that it stands in. */
export interface InScope {
  readonly statement: Statement;
  readonly scope: BuiltScope;
  /** The scope that it opens. */
  readonly opens: BuiltScope | undefined;
}

/**
 * A host declaration whose text lies in one piece and that declares nothing for others: it is judged by itself, so that a hundred
 * thousand of them cost nothing while typing.
 */
export const isWholeHost = (statement: Statement): boolean =>
  statement.kind === 'host_declaration' &&
  statement.block?.close !== undefined &&
  !statement.block.statements.some(({ kind }) => DECLARING.has(kind));

/** Statements in a host that matter outside of it. */
const DECLARING: ReadonlySet<string> = new Set([
  'class_declaration',
  'subclass_declaration',
  'key_declaration',
  'zone_declaration',
  'group_declaration',
  'include_statement',
]);

const BESIDES_HOSTS = new WeakMap<readonly PlacedStatement[], readonly PlacedStatement[]>();

/** The statements of a piece that are no whole host declarations. */
export function besidesHosts(facts: readonly PlacedStatement[]): readonly PlacedStatement[] {
  let others = BESIDES_HOSTS.get(facts);
  if (!others) {
    others = facts.filter(({ statement }) => !isWholeHost(statement));
    BESIDES_HOSTS.set(facts, others);
  }
  return others;
}

/** A statement and those inside it, in the order of the text, each with the scope that it stands in and the one that it opens. */
function* unfold(statement: Statement, scope: BuiltScope): Generator<InScope> {
  scope.count(statement);
  // Hosts are listed apart: no scope counts them among its children.
  const around = statement.kind === 'host_declaration' ? () => scope : scope;
  const opens = statement.block ? BuiltScope.of(statement, around) : undefined;
  yield { statement, scope, opens };
  if (opens && statement.block) yield* unfoldBlock(statement.block, opens);
  for (const alternative of statement.alternatives) yield* unfold(alternative, scope);
}

export function* unfoldBlock(block: StatementBlock, scope: BuiltScope): Generator<InScope> {
  for (const inner of block.statements) if (!isWholeHost(inner)) yield* unfold(inner, scope);
}

/** All that stands in the files but whole host declarations, in the order in which dhcpd reads it, with what it declares by name. */
export class Assembly {
  readonly declarations = new Declarations();
  readonly statements: InScope[] = [];
  readonly includes: Include[] = [];
  readonly global: BuiltScope;
  readonly #find: (path: string, from: string) => Source | undefined;
  readonly #opened = new Map<Anchor, Map<number, BuiltScope>>();
  readonly #within: string[] = [];
  /** The scopes that files are included in. */
  readonly #outside = new Map<string, BuiltScope>();

  constructor(root: Source, find: (path: string, from: string) => Source | undefined) {
    const [first] = root.pieces;
    this.global = BuiltScope.global(span(first ?? { file: root.file, offset: 0, text: '' }, 0, 0));
    this.#find = find;
    this.#walk(root, this.global);
  }

  /** The scope that a block id of a piece stands for; outside of all blocks that which the file is included in first. */
  scopeOf(source: Source, piece: Piece<PlacedStatement>, id: number): BuiltScope {
    return this.#blockOf(source, piece, id) ?? this.#outside.get(source.file) ?? this.global;
  }

  #blockOf(source: Source, piece: Piece<PlacedStatement>, id: number): BuiltScope | undefined {
    if (id >= 0) return this.#opened.get(piece)?.get(id);
    const block = source.block(piece, id);
    return block && this.#opened.get(block.piece)?.get(block.at);
  }

  #walk(source: Source, outside: BuiltScope): void {
    this.#within.push(source.file);
    if (!this.#outside.has(source.file)) this.#outside.set(source.file, outside);
    for (const piece of source.pieces) {
      for (const { parent, statement } of besidesHosts(piece.facts)) {
        this.#add(statement, this.#blockOf(source, piece, parent) ?? outside);
      }
    }
    this.#within.pop();
  }

  #add(statement: Statement, scope: BuiltScope): void {
    for (const entry of unfold(statement, scope)) {
      this.statements.push(entry);
      this.#declare(entry.statement, entry.opens);
      if (entry.opens && entry.statement.block) this.#open(entry.statement, entry.statement.block.open, entry.opens);
      if (entry.statement.kind === 'include_statement') this.#include(entry.statement, entry.scope);
    }
  }

  #open(statement: Statement, id: number, opens: BuiltScope): void {
    const blocks = this.#opened.get(statement.anchor);
    if (blocks) blocks.set(id, opens);
    else this.#opened.set(statement.anchor, new Map([[id, opens]]));
  }

  #include(statement: Statement, scope: BuiltScope): void {
    const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
    const token = reader.peek();
    if (token.kind !== 'string') return;
    const path = new TextDecoder().decode(decodeString(token.text).bytes);
    const from = statement.anchor.file;
    const source = this.#find(path, from);
    const circular = source !== undefined && this.#within.includes(source.file);
    this.includes.push({ path, at: span(statement.anchor, token.start, token.end), file: source?.file, circular });
    if (!source) this.declarations.incomplete = true;
    if (!source || circular) return;
    this.declarations.order.include(source.file, headSpan(statement));
    this.#walk(source, scope);
  }

  #declare(statement: Statement, opens: BuiltScope | undefined): void {
    const { declarations } = this;
    switch (statement.kind) {
      case 'option_space_declaration': {
        const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
        reader.next();
        const name = reader.peek();
        if (!isName(name)) return;
        const at = headSpan(statement);
        declarations.spaces.add({
          name: name.text.toLowerCase(),
          at,
          space: { name: name.text, codeWidth: width(reader, 'code'), lengthWidth: width(reader, 'length'), at },
        });
        return;
      }
      case 'option_definition':
        this.#define(statement);
        return;
      case 'class_declaration':
        if (statement.keyword === 'class' && opens?.name !== undefined) {
          declarations.classes.add({ name: opens.name, at: nameSpan(opens) });
        }
        return;
      case 'group_declaration':
        if (opens?.name !== undefined) declarations.groups.add({ name: opens.name, at: nameSpan(opens) });
        return;
      case 'failover_declaration':
        if (opens?.name !== undefined) declarations.peers.add({ name: opens.name, at: nameSpan(opens), scope: opens });
        return;
      case 'key_declaration':
        if (opens?.name !== undefined && !hasEmptySecret(statement))
          declarations.keys.add({ name: opens.name.toLowerCase(), at: nameSpan(opens) });
        return;
    }
  }

  #define(statement: Statement): void {
    const { name, written } = readWrittenDefinition(statement);
    if (!name) return;
    const at = headSpan(statement);
    const place = (token: { readonly start: number; readonly end: number }): Span =>
      span(statement.anchor, token.start, token.end);
    const known = DEFINITIONS.get(statement);
    const replaces = this.declarations.option(name.spaceKey, name.nameKey, at);
    if (known && known.replaces === replaces) {
      this.declarations.define(known);
      return;
    }
    const definition: OptionDefinition = {
      space: name.spaceKey,
      name: name.name.text,
      code: written?.code ?? Number.NaN,
      type: written?.type,
      at,
      nameAt: place(name),
      codeAt: written && place(written.codeAt),
      typeAt: written && place(written.typeAt),
      replaces,
    };
    DEFINITIONS.set(statement, definition);
    this.declarations.define(definition);
  }
}

/** A definition is the same thing as long as its statement is: what refers to it stays right. */
const DEFINITIONS = new WeakMap<Statement, OptionDefinition>();

/** The definition that a statement makes; undefined for one inside of a whole host declaration, which counts for nobody else. */
export const definitionBy = (statement: Statement): OptionDefinition | undefined => DEFINITIONS.get(statement);

const nameSpan = (scope: BuiltScope): Span =>
  scope.header?.nameAt ? span(scope.at.anchor, scope.header.nameAt.start, scope.header.nameAt.end) : scope.at;

function width(reader: Reader, what: 'code' | 'length'): number {
  for (let i = 0; reader.peek(i).kind !== 'end'; i++) {
    if (reader.isWord(what, i) && reader.isWord('width', i + 1)) return Number(reader.peek(i + 2).text) || 1;
  }
  return 1;
}

/** An option definition, read as far as it goes; the refusal where it stops. */
export function readWrittenDefinition(statement: Statement): {
  readonly name: OptionName | undefined;
  readonly written: WrittenDefinition | undefined;
  readonly refusal: Refusal | undefined;
  readonly reader: Reader;
} {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  let name: OptionName | undefined;
  try {
    name = readOptionName(reader);
    return { name, written: readDefinition(reader), refusal: undefined, reader };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { name, written: undefined, refusal, reader };
  }
}
