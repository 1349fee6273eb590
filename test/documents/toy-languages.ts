// Two small languages with parsers written by hand, for tests of what joins and parts pieces. They bend every rule that a real
// language may bend: strings over several lines, records in braces, `else`, lost openers, comments of each kind.
import type { Bracket, LanguageSyntax, LoweringInput } from '../../server/src/syntax/language-syntax.ts';
import type { Parser, Tree } from '../../server/src/syntax/parser.ts';
import { lineEnd } from '../../server/src/syntax/scanner.ts';
import type { SeenFact, TestLanguage } from './same-as-new.ts';

interface ToyNode {
  readonly start: number;
  readonly what: string;
  /** Its block, and where that begins. */
  readonly block?: { readonly start: number; readonly name: string; readonly children: readonly ToyNode[] };
}

/** So that items are too long now and then. */
const LONGEST_ITEM = 24;

class ToyTree {
  readonly rootNode: { readonly hasError: boolean };
  readonly nodes: readonly ToyNode[];
  constructor(nodes: readonly ToyNode[], hasError: boolean) {
    this.nodes = nodes;
    this.rootNode = { hasError };
  }
  delete(): void {}
}

function toyParser(read: (text: string) => ToyTree): Pick<Parser, 'parse'> {
  // Documents ask nothing of a tree but whether it has an error; the rest is for the toys' own lowering.
  return { parse: (text) => read(text as string) as unknown as Tree };
}

function lowerToy(
  { tree, prefix, end, at, padded, around, clean }: LoweringInput,
  looksUp: number,
): readonly SeenFact[] {
  const facts: SeenFact[] = [];
  let paddings = 0;
  const visit = (nodes: readonly ToyNode[], scope: number, names: readonly string[]) => {
    for (const { start, what, block } of nodes) {
      if (start >= prefix && start < end) {
        const opens = block && at(block.start);
        // Whatever else a language may look at shows in the text.
        const seen = `${what} ${names.slice(0, looksUp).join()} ${clean ? '' : 'unclean'}`;
        facts.push({ what: seen, start: at(start), scope, opens });
      }
      if (block === undefined) continue;
      const id = block.start < prefix ? (padded[paddings++] ?? 0) : at(block.start);
      visit(block.children, id, [block.name, ...names]);
    }
  };
  visit((tree as unknown as ToyTree).nodes, around[0] ?? 0, []);
  return facts;
}

function stringEndWithin(text: string, quote: number, limit: number) {
  for (let i = quote + 1; i < limit; i++) {
    if (text[i] === '"') return { end: i + 1, closed: true };
    if (text[i] === '\\') i++;
  }
  return { end: lineEnd(text, quote), closed: false };
}

interface Token {
  readonly text: string;
  readonly start: number;
}

/** Words, strings and single characters of punctuation. */
function tokensOf(text: string, syntax: LanguageSyntax, punctuation: string): Token[] {
  const tokens: Token[] = [];
  for (let i = 0; i < text.length; ) {
    const character = text.charAt(i);
    let end = i + 1;
    if (/\s/.test(character)) {
      i++;
      continue;
    }
    if (syntax.lineComments.some((comment) => text.startsWith(comment, i))) {
      i = lineEnd(text, i);
      continue;
    }
    if (syntax.blockComments && text.startsWith('/*', i)) {
      const close = text.indexOf('*/', i + 2);
      i = close < 0 ? lineEnd(text, i) : close + 2;
      continue;
    }
    if (character === '"') end = Math.max(end, syntax.stringEnd(text, i).end);
    else if (!punctuation.includes(character)) {
      while (end < text.length && !/[\s"#/]/.test(text.charAt(end)) && !punctuation.includes(text.charAt(end))) end++;
    }
    tokens.push({ text: text.slice(i, end), start: i });
    i = end;
  }
  return tokens;
}

// ------------------------------------------------------------------------------------------- statements: `word …;`, `word … { … }`

/** Further than the lookahead for anything else. */
const STRING_REACH = 300;

const LEAVES = ['host', 'class'];
const DECLARATIONS = ['host', 'class', 'group', 'net'];

function statementSyntax(looksUp: number): LanguageSyntax {
  return {
    grammar: 'toy-statements',
    isList: false,
    lineComments: ['#'],
    blockComments: true,
    longestItem: LONGEST_ITEM,
    looksUp,
    label: (header) => (/=\s*$/.test(header) ? undefined : (/^[a-z]+/.exec(header)?.[0] ?? '')),
    opener: (label) => `${label || 'x'}{`,
    mayContain: (parent, child) =>
      !(LEAVES.includes(parent.label) && DECLARATIONS.includes(child)) && !(parent.label === 'net' && child === 'net'),
    mayCutBefore: (rest) => !/^else\b/.test(rest),
    stringEnd: (text, quote) => stringEndWithin(text, quote, Math.min(text.length, quote + 1 + STRING_REACH)),
    stringReach: STRING_REACH,
    missingOpener: (item) => /^(?:host|group)[^\S\n]+\w+(?=\s*\n)/.exec(item)?.[0].length,
  };
}

function parseStatements(text: string, syntax: LanguageSyntax): ToyTree {
  const tokens = tokensOf(text, syntax, '{};');
  let i = 0;
  let hasError = false;
  const statements = (nested: boolean): ToyNode[] => {
    const nodes: ToyNode[] = [];
    while (i < tokens.length) {
      const first = tokens[i];
      if (first === undefined) break;
      if (first.text === '}') {
        if (nested) break;
        hasError = true;
        i++;
        continue;
      }
      nodes.push(statement(first));
    }
    return nodes;
  };
  const statement = ({ start }: Token): ToyNode => {
    const words: string[] = [];
    let records = 0;
    for (let token = tokens[i]; token !== undefined; token = tokens[++i]) {
      if (token.text === ';') {
        i++;
        if (records > 0) hasError = true;
        return { start, what: words.join(' ') };
      }
      if (token.text === '{' && records === 0 && words.at(-1) !== '=') {
        i++;
        const children = statements(true);
        if (tokens[i]?.text === '}') i++;
        else hasError = true;
        const what = words.join(' ');
        // The name is what padding can tell of it.
        const name = syntax.label(what) || 'x';
        return { start, what, block: { start: token.start, name, children } };
      }
      if (token.text === '{') records++;
      if (token.text === '}' && records-- === 0) break;
      words.push(token.text);
    }
    hasError = true;
    return { start, what: words.join(' ') };
  };
  const nodes = statements(false);
  return new ToyTree(nodes, hasError);
}

export function toyStatements(looksUp: number): TestLanguage {
  const syntax = statementSyntax(looksUp);
  return {
    syntax,
    parser: toyParser((text) => parseStatements(text, syntax)),
    lower: (input) => lowerToy(input, looksUp),
  };
}

// ------------------------------------------------------------------------------------------------------------------ lists: JSON

const listSyntax: LanguageSyntax = {
  grammar: 'toy-lists',
  isList: true,
  lineComments: ['#', '//'],
  blockComments: true,
  longestItem: LONGEST_ITEM,
  looksUp: 2,
  label: (header) => /^"(?:[^"\\\n]|\\.)*"(?=\s*:)/.exec(header)?.[0] ?? '',
  opener: (label, kind) => (label && `${label}:`) + kind,
  mayContain: (parent, child) => (parent.kind === '{') === (child !== ''),
  stringEnd: (text, quote) => stringEndWithin(text, quote, lineEnd(text, quote)),
  stringReach: 0,
};

const CLOSERS: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

function parseLists(text: string): ToyTree {
  const tokens = tokensOf(text, listSyntax, '{}[],:');
  let i = 0;
  let hasError = false;
  /** The members of what `opener` opened; at the top there is no opener, and anything may stand. */
  const members = (opener: Bracket | undefined): ToyNode[] => {
    const nodes: ToyNode[] = [];
    let separated = true;
    let comma: Token | undefined;
    for (let token = tokens[i]; token !== undefined; token = tokens[i]) {
      if (token.text === '}' || token.text === ']') {
        if (comma !== undefined) nodes.push({ start: comma.start, what: 'trailing comma' });
        if (opener !== undefined) break;
        hasError = true;
        i++;
      } else if (token.text === ',') {
        if (comma !== undefined) hasError = true;
        comma = token;
        separated = true;
        i++;
      } else {
        if (!separated) hasError = true;
        separated = false;
        comma = undefined;
        nodes.push(member(token, opener));
      }
    }
    return nodes;
  };
  const member = (first: Token, inside: Bracket | undefined): ToyNode => {
    if (first.text === ':') {
      hasError = true;
      i++;
      return { start: first.start, what: ':' };
    }
    const key = /^"(?:[^"\\\n]|\\.)*"$/.test(first.text) && tokens[i + 1]?.text === ':' ? first.text : '';
    if (key !== '') i += 2;
    if (inside !== undefined && (inside === '{') !== (key !== '')) hasError = true;
    const value = tokens[i];
    if (value === undefined || '}],:'.includes(value.text)) {
      hasError = true;
      return { start: first.start, what: key };
    }
    i++;
    if (value.text !== '{' && value.text !== '[') return { start: first.start, what: `${key}:${value.text}` };
    const children = members(value.text);
    if (tokens[i]?.text === CLOSERS[value.text]) i++;
    else hasError = true;
    return { start: first.start, what: key + value.text, block: { start: value.start, name: key, children } };
  };
  const nodes = members(undefined);
  return new ToyTree(nodes, hasError);
}

export const toyLists: TestLanguage = {
  syntax: listSyntax,
  parser: toyParser(parseLists),
  lower: (input) => lowerToy(input, listSyntax.looksUp),
};
