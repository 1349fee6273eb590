import { describeType } from '../../../model/option-type.ts';
import { blockRanges } from '../../../syntax/block-ranges.ts';
import type { Document, Piece } from '../../../syntax/document.ts';
import type { DocumentSymbol, SymbolKind, TextRange } from '../../editor.ts';
import { readWrittenDefinition } from '../assembly.ts';
import { readHeader } from '../header.ts';
import { type Token, tokenize } from '../lexer.ts';
import type { PlacedStatement, Statement } from '../statement.ts';
import { DHCPD_SYNTAX } from '../syntax.ts';

/** A symbol with offsets in its piece. */
interface Named {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly nameAt: TextRange;
}

/** A statement that declares something, or that holds statements that may. */
interface Declaring {
  readonly named: Named | undefined;
  readonly start: number;
  readonly end: number;
  /** Its block's bracket. */
  readonly open: number | undefined;
  /** Whether the block ends in another piece. */
  readonly runsOn: boolean;
  readonly inner: readonly Declaring[];
}

interface GrowingSymbol extends DocumentSymbol {
  readonly children: GrowingSymbol[];
}

const KINDS: Readonly<Record<string, SymbolKind>> = {
  subnet_declaration: 'network',
  subnet6_declaration: 'network',
  shared_network_declaration: 'network',
  pool_declaration: 'pool',
  pool6_declaration: 'pool',
  group_declaration: 'group',
  host_declaration: 'host',
  class_declaration: 'class',
  subclass_declaration: 'class',
  failover_declaration: 'peer',
  key_declaration: 'key',
  zone_declaration: 'zone',
  option_space_declaration: 'space',
  option_definition: 'option',
  include_statement: 'include',
  define_statement: 'function',
  if_statement: 'condition',
  elsif_clause: 'condition',
  else_clause: 'condition',
  switch_statement: 'condition',
  on_statement: 'condition',
};

/** What a dhcpd.conf declares, nested as it is written. */
export function symbols(document: Document<PlacedStatement>): readonly DocumentSymbol[] {
  return new Symbols(document).found;
}

class Symbols {
  readonly found: GrowingSymbol[] = [];
  readonly #document: Document<PlacedStatement>;
  /** Where each block ends, by its opening bracket; made when it is needed. */
  #ends: ReadonlyMap<number, number> | undefined;
  /** The children of blocks that another piece may add to. */
  readonly #opened = new Map<Piece<PlacedStatement>, Map<number, GrowingSymbol[]>>();

  constructor(document: Document<PlacedStatement>) {
    this.#document = document;
    for (const piece of document.pieces) {
      for (const { parent, declaring } of declaringIn(piece)) {
        for (const one of declaring) this.#add(piece, one, this.#childrenOf(piece, parent));
      }
    }
  }

  #childrenOf(piece: Piece<PlacedStatement>, id: number): GrowingSymbol[] {
    const block = id < 0 ? this.#document.block(piece, id) : { piece, at: id };
    return (block && this.#opened.get(block.piece)?.get(block.at)) ?? this.found;
  }

  #add(piece: Piece<PlacedStatement>, declaring: Declaring, siblings: GrowingSymbol[]): void {
    const { named, start, end, open, runsOn, inner } = declaring;
    const { offset } = piece;
    let children = siblings;
    if (named) {
      children = [];
      const behind = runsOn && open !== undefined ? (this.#endOf(offset + open) ?? offset + end) : offset + end;
      siblings.push({
        name: named.name,
        detail: named.detail,
        kind: named.kind,
        range: { start: offset + start, end: behind },
        nameRange: { start: offset + named.nameAt.start, end: offset + named.nameAt.end },
        children,
      });
    }
    if (open !== undefined && runsOn) {
      const blocks = this.#opened.get(piece);
      if (blocks) blocks.set(open, children);
      else this.#opened.set(piece, new Map([[open, children]]));
    }
    for (const one of inner) this.#add(piece, one, children);
  }

  #endOf(open: number): number | undefined {
    this.#ends ??= new Map(blockRanges(this.#document, DHCPD_SYNTAX).map((range) => [range.open, range.end]));
    return this.#ends.get(open);
  }
}

interface PieceDeclarations {
  readonly parent: number;
  readonly declaring: readonly Declaring[];
}

/** What a piece declares never changes. */
const DECLARING = new WeakMap<Piece<PlacedStatement>, readonly PieceDeclarations[]>();

function declaringIn(piece: Piece<PlacedStatement>): readonly PieceDeclarations[] {
  const known = DECLARING.get(piece);
  if (known) return known;
  const found = piece.facts.flatMap(({ parent, statement }) => {
    const declaring = declaringOf(statement);
    return declaring.length > 0 ? [{ parent, declaring }] : [];
  });
  // A piece without facts may not have been read yet.
  if (piece.facts.length > 0) DECLARING.set(piece, found);
  return found;
}

/** A statement and the branches that belong to it, as far as they or what they hold are of interest. */
function declaringOf(statement: Statement): readonly Declaring[] {
  const { start, end, block, alternatives } = statement;
  const named = nameOf(statement);
  const rest = alternatives.flatMap(declaringOf);
  if (!named && !block) return rest;
  const own: Declaring = {
    named,
    start,
    // Branches stand beside each other, though one statement holds them all.
    end: block?.close ?? alternatives[0]?.start ?? end,
    open: block?.open,
    runsOn: block !== undefined && block.close === undefined,
    inner: block?.statements.flatMap(declaringOf) ?? [],
  };
  return [own, ...rest];
}

function nameOf(statement: Statement): Named | undefined {
  const kind = KINDS[statement.kind];
  if (kind === undefined) return undefined;
  const { keyword, anchor, start, keywordEnd, wordsEnd } = statement;
  const own: TextRange = { start, end: Math.max(keywordEnd, start + 1) };
  switch (kind) {
    case 'option':
      return definitionOf(statement);
    case 'space':
    case 'include': {
      const token = lastWord(statement);
      return (
        token && {
          name: token.text.replaceAll('"', ''),
          detail: kind === 'space' ? 'option space' : keyword,
          kind,
          nameAt: token,
        }
      );
    }
    case 'function': {
      const token = lastWord(statement);
      return token && { name: token.text, detail: keyword, kind, nameAt: token };
    }
    case 'condition': {
      const test = statement.expression
        ? anchor.text.slice(statement.expression.at.start, statement.expression.at.end)
        : keyword === 'on'
          ? anchor.text.slice(keywordEnd, wordsEnd)
          : '';
      return { name: `${keyword} ${test.trim().replace(/\s+/g, ' ')}`.trim(), detail: '', kind, nameAt: own };
    }
    default: {
      const { name, nameAt, keyAt } = readHeader(statement);
      const key = keyAt ? ` ${anchor.text.slice(keyAt.start, keyAt.end)}` : '';
      const detail = keyword === 'failover' ? 'failover peer' : keyword;
      const label = name === undefined || name === '' ? keyword : name + key;
      return {
        name: label,
        detail: label === keyword ? '' : detail,
        kind,
        nameAt: nameAt && nameAt.end > nameAt.start ? nameAt : own,
      };
    }
  }
}

function definitionOf(statement: Statement): Named | undefined {
  const { name, written } = readWrittenDefinition(statement);
  if (!name) return undefined;
  const space = name.space ? `${name.space.text}.` : '';
  const detail = written ? `${written.code} · ${describeType(written.type)}` : '';
  return { name: space + name.name.text, detail, kind: 'option', nameAt: name };
}

/** The name behind the keyword, which is the second word after `option space`. */
function lastWord({ anchor, keyword, keywordEnd, wordsEnd }: Statement): Token | undefined {
  const tokens = tokenize(anchor.text, keywordEnd, wordsEnd);
  const token = tokens[keyword === 'option' ? 1 : 0];
  return token && token.kind !== 'end' ? token : undefined;
}
