import { describeType } from '../../../model/option-type.ts';
import { blockRanges } from '../../../syntax/block-ranges.ts';
import type { Document, Piece } from '../../../syntax/document.ts';
import type { DocumentSymbol, SymbolKind, TextRange } from '../../editor.ts';
import { readWrittenDefinition } from '../assembly.ts';
import { readHeader } from '../header.ts';
import { type Token, tokenize } from '../lexer.ts';
import type { PlacedStatement, Statement } from '../statement.ts';
import { DHCPD_SYNTAX } from '../syntax.ts';

interface Named {
  readonly name: string;
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly nameAt: TextRange;
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
  /** Where each block ends, by its opening bracket. */
  readonly #ends: ReadonlyMap<number, number>;
  /** Whose children stand in a block that another piece opens. */
  readonly #opened = new Map<Piece<PlacedStatement>, Map<number, GrowingSymbol[]>>();

  constructor(document: Document<PlacedStatement>) {
    this.#document = document;
    this.#ends = new Map(blockRanges(document, DHCPD_SYNTAX).map(({ open, end }) => [open, end]));
    for (const piece of document.pieces) {
      for (const { parent, statement } of piece.facts) this.#add(piece, statement, this.#childrenOf(piece, parent));
    }
  }

  #childrenOf(piece: Piece<PlacedStatement>, id: number): GrowingSymbol[] {
    const block = id < 0 ? this.#document.block(piece, id) : { piece, at: id };
    return (block && this.#opened.get(block.piece)?.get(block.at)) ?? this.found;
  }

  #add(piece: Piece<PlacedStatement>, statement: Statement, siblings: GrowingSymbol[]): void {
    const named = nameOf(statement);
    let inner = siblings;
    if (named) {
      const { nameAt, ...rest } = named;
      inner = [];
      siblings.push({
        ...rest,
        range: this.#range(piece, statement),
        nameRange: { start: piece.offset + nameAt.start, end: piece.offset + nameAt.end },
        children: inner,
      });
    }
    const { block } = statement;
    if (block) {
      const blocks = this.#opened.get(piece);
      if (blocks) blocks.set(block.open, inner);
      else this.#opened.set(piece, new Map([[block.open, inner]]));
      for (const one of block.statements) this.#add(piece, one, inner);
    }
    for (const one of statement.alternatives) this.#add(piece, one, siblings);
  }

  #range({ offset }: Piece<PlacedStatement>, { start, end, block, alternatives }: Statement): TextRange {
    const bound = alternatives[0]?.start ?? end;
    const close = block && (block.close ?? this.#ends.get(offset + block.open));
    const last = block?.close === undefined ? (close ?? offset + bound) : offset + block.close;
    return { start: offset + start, end: Math.max(last, offset + (block ? start : bound)) };
  }
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
      return { name: `${keyword} ${test.replace(/\s+/g, ' ')}`.trim(), detail: '', kind, nameAt: own };
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
