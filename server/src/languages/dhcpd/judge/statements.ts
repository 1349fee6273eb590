import type { Expression } from '../../../model/expression.ts';
import { before } from '../../../model/span.ts';
import { nearestNames } from '../../nearest-names.ts';
import { readHostName } from '../address.ts';
import type { InScope } from '../assembly.ts';
import type { BuiltScope } from '../built-scope.ts';
import { statementFault } from '../expression/fault.ts';
import { judgeExpression } from '../expression/judge.ts';
import { hexByte } from '../expression/literals.ts';
import { readHeader } from '../header.ts';
import type { Token } from '../lexer.ts';
import { MAIN_SPACE } from '../option-name.ts';
import { isName, Reader, Refusal, show } from '../reader.ts';
import { SERVER_SPACE, standardByName } from '../standard-definitions.ts';
import { headSpan, keywordSpan, type Statement } from '../statement.ts';
import { expectEnd } from '../value.ts';
import { RESERVED_WORDS } from '../vocabulary/reserved-words.ts';
import { STATEMENTS } from '../vocabulary/statements.ts';
import { FIRST_WORDS, parameter, parameterOfOtherBuild } from '../vocabulary/vocabulary.ts';
import { refuseCrashingStatement } from './crashing-blocks.ts';
import { judgeKeyBlock, judgeKeyStatement, judgeZoneStatement } from './dns.ts';
import { judgeDroppedLog } from './dropped-log.ts';
import { judgeDuid } from './duid.ts';
import { judgeExecutable } from './executable.ts';
import { expressionContext } from './expressions.ts';
import { judgeFailoverBlock, judgeFailoverReference, judgeFailoverStatement, judgeNoFailover } from './failover.ts';
import { judgeFailoverStateHead, judgeFailoverStateStatement } from './failover-state.ts';
import { foreignComment } from './foreign-comments.ts';
import type { Judgement } from './judgement.ts';
import {
  judgeFixedPrefix6,
  judgeInterface,
  judgeNetworkBlock,
  judgePrefix6,
  judgeRange,
  judgeRange6,
} from './network.ts';
import { judgeDefinition, judgeOption, judgeSpace, setValue } from './option-statements.ts';
import { judgePermission, judgePermit, refuseUnknownClass } from './permits.ts';
import { mayStandIn, refuseMisplaced } from './placement.ts';

/** What dhcpd would say of one statement, in the scope that it stands in. */
export function judgeStatement(judgement: Judgement, { statement, scope, opens }: InScope): void {
  if (statement.kind === 'skipped_statement') {
    judgeSkipped(judgement, statement, scope);
    return;
  }
  const comment = foreignComment(statement);
  if (comment) {
    judgement.refuse(comment, statement);
    return;
  }
  for (const fault of statement.faults) judgement.refuse(fault, statement);
  if (statement.kind === 'ERROR') return;
  switch (scope.place) {
    case 'failover':
      judgeFailoverStatement(judgement, statement, scope);
      return;
    case 'failover-state':
      judgeFailoverStateStatement(judgement, statement, scope);
      return;
    case 'key':
      judgeKeyStatement(judgement, statement);
      return;
    case 'zone':
      judgeZoneStatement(judgement, statement, scope);
      return;
    default:
      judgeOutsideSpecialBlocks(judgement, { statement, scope, opens });
  }
}

function judgeOutsideSpecialBlocks(judgement: Judgement, { statement, scope, opens }: InScope): void {
  if (judgeDroppedLog(judgement, statement, scope)) return;
  refuseCrashingStatement(judgement, statement, scope);
  switch (statement.kind) {
    case 'option_space_declaration':
      judgeSpace(judgement, statement, scope);
      return;
    case 'option_definition':
      judgeDefinition(judgement, statement, scope);
      return;
    case 'option_statement':
      judgeOption(judgement, statement, scope);
      return;
    case 'include_statement':
      judgeInclude(judgement, statement);
      return;
    case 'empty_statement':
      judgement.refuse(strayEnd(statement), statement);
      return;
    case 'unknown_statement':
      judgeUnreadable(judgement, statement);
      return;
    case 'unknown_declaration':
      judgeUnknownDeclaration(judgement, statement);
      return;
    case 'parameter':
      judgeParameter(judgement, statement, scope);
      return;
  }
  if (refuseMisplaced(judgement, statement, scope)) return;
  if (judgeExecutable(judgement, statement, scope, opens)) return;
  judgeDeclaration(judgement, statement, opens);
}

function judgeDeclaration(judgement: Judgement, statement: Statement, opens: BuiltScope | undefined): void {
  const header = opens?.header ?? readHeader(statement);
  if (header.refusal)
    judgement.reading(statement, new Reader('', 0, 0), () => {
      throw header.refusal;
    });
  if (
    ['subclass', 'vendor-class', 'user-class'].includes(statement.keyword) &&
    header.name !== undefined &&
    header.nameAt
  ) {
    refuseUnknownClass(judgement, statement, header.name, header.nameAt);
  }
  if (!opens) {
    if (statement.keyword === 'subclass') return;
    judgement.error(
      'syntax',
      headSpan(statement),
      `The block of this ${statement.keyword} is missing.`,
      'Write "{", its statements and "}".',
    );
    return;
  }
  judgeNetworkBlock(judgement, opens);
  if (statement.kind === 'key_declaration') judgeKeyBlock(judgement, opens);
  judgeFailoverBlock(judgement, opens);
  judgeFailoverStateHead(judgement, opens);
}

function strayEnd(statement: Statement): Refusal {
  const { start, end } = statement;
  const [what, pronoun, object] =
    end - start === 1
      ? ['This semicolon ends nothing', 'it', 'the semicolon']
      : ['These semicolons end nothing', 'them', 'the semicolons'];
  return new Refusal(
    'syntax',
    statement,
    `${what}: dhcpd refuses one that stands alone, and one behind a closing brace.`,
    `Take ${pronoun} away.`,
    [{ title: `Take ${object} away`, safe: true, edits: [{ start, end, newText: '' }] }],
  );
}

/** Blocks in which dhcpd does not skip what begins with a percent sign (server/confpars.c, parse_statement, does). */
const WITHOUT_SKIPPING: ReadonlySet<BuiltScope['place']> = new Set([
  'if',
  'on',
  'switch',
  'failover',
  'failover-state',
  'key',
  'zone',
]);

function judgeSkipped(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  if (!WITHOUT_SKIPPING.has(scope.place)) return;
  judgement.error(
    'syntax',
    headSpan(statement),
    'dhcpd skips what begins with "%" in most blocks, but not in this one.',
    'Take it away, or begin it with "#".',
  );
}

/** A file name in quotes; whether the file is there is told by the includes' own check. */
function judgeInclude(judgement: Judgement, statement: Statement): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    const token = reader.next();
    if (token.kind !== 'string') {
      throw new Refusal(
        'syntax',
        token.kind === 'end' ? keywordSpan(statement) : token,
        'The file name belongs here, in quotes.',
        'Write the name in quotes.',
      );
    }
    expectEnd(reader);
  });
}

/** What begins with no word. */
function judgeUnreadable(judgement: Judgement, statement: Statement): void {
  const reader = new Reader(statement.anchor.text, statement.start, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    const token = reader.next();
    const orphan = token.kind === 'sign' ? undefined : orphanedValues(judgement, statement);
    const ends = statement.anchor.text[statement.wordsEnd] === ';';
    if (ends && isBytes(token, reader)) {
      reader.doubt({
        rule: 'unknown-statement',
        severity: 'warning',
        start: token.start,
        end: reader.last?.end ?? token.end,
        what: orphan?.what ?? 'These bytes belong to no statement: dhcpd works them out and does nothing with them.',
        hurts: 'They reach no client.',
        remedy: orphan?.remedy ?? 'Take them away, or write what they belong to.',
        mends: (orphan?.mends ?? []).map((mend) => ({ ...mend, safe: false })),
      });
      return;
    }
    if (orphan) throw orphan;
    throw new Refusal(
      'syntax',
      reader.restFrom(token),
      `${show(token)} begins no statement.`,
      'Take it away, or write what it belongs to.',
    );
  });
}

/**
 * Whether bytes with colons between them are all that is left: dhcpd takes them for an expression, if it can take the first for a name,
 * for its letters.
 */
function isBytes(first: Token, reader: Reader): boolean {
  if (first.kind !== 'hex-word' || hexByte(first.text) === undefined) return false;
  while (reader.peek().text === ':') {
    reader.next();
    if (hexByte(reader.next().text) === undefined) return false;
  }
  return reader.atEnd;
}

/** Values that a wrong semicolon cut off from their statement: `option x 10.0.0.1; 10.0.0.2;` */
function orphanedValues(judgement: Judgement, statement: Statement): Refusal | undefined {
  const before = statement.anchor.text.slice(0, statement.start);
  const cut = /;[ \t]*$/.exec(before);
  if (!cut) return undefined;
  const at = cut.index;
  const isList = takesList(judgement, statement, before.slice(0, at));
  return new Refusal(
    'syntax',
    { start: statement.start, end: statement.wordsEnd },
    'This value stands behind the semicolon that ends its statement.',
    isList ? 'Put a comma between the values of a list.' : 'Take it away: the statement before it takes one value.',
    isList
      ? [{ title: 'Replace the semicolon by a comma', safe: true, edits: [{ start: at, end: at + 1, newText: ',' }] }]
      : [],
  );
}

/** Whether the statement that a text ends with, without its semicolon, takes several values. */
function takesList(judgement: Judgement, place: Statement, text: string): boolean {
  const [, keyword = '', words = ''] =
    /([A-Za-z][\w-]*)\s+([^;{}]*)$/.exec(text.slice(lastEnd(text)).replace(/#.*/g, '')) ?? [];
  if (/^fixed-address6?$/i.test(keyword)) return true;
  if (!OPTION_WORDS.has(keyword.toLowerCase())) return false;
  const [, space = MAIN_SPACE, name = ''] = /^(?:([\w-]+)\.)?([\w-]+)/.exec(words) ?? [];
  const kind = judgement.declarations.option(space.toLowerCase(), name, headSpan(place))?.type?.kind;
  return kind === 'array' || kind === 'domain-list';
}

/** Behind the last sign that ends a statement or opens a block. */
const lastEnd = (text: string): number => Math.max(...[';', '{', '}'].map((sign) => text.lastIndexOf(sign))) + 1;

function judgeUnknownDeclaration(judgement: Judgement, statement: Statement): void {
  if (statement.keyword === '' || statement.keyword === 'else' || statement.keyword === 'elsif') {
    judgement.error(
      'syntax',
      statement.keyword === '' ? headSpan(statement) : keywordSpan(statement),
      statement.keyword === ''
        ? 'A block stands here without the declaration that it belongs to.'
        : `"${statement.keyword}" follows no "if".`,
      'Complete it, or take it away.',
    );
    return;
  }
  const blocks = STATEMENTS.filter(({ arguments: shape }) => shape.includes('{')).map(({ keyword }) => keyword);
  const [meant] = statement.keyword === 'elseif' ? ['elsif'] : nearestNames(statement.keyword, blocks);
  judgement.error(
    'unknown-statement',
    keywordSpan(statement),
    `dhcpd knows no declaration "${statement.keyword}".`,
    meant === undefined ? 'Take it away.' : `Is "${meant}" meant?`,
    {
      mends:
        meant === undefined
          ? []
          : [
              {
                title: `Write ${meant}`,
                safe: statement.keyword === 'elseif',
                preferred: true,
                edits: [{ at: keywordSpan(statement), newText: meant }],
              },
            ],
    },
  );
}

/** Words that an option's name must follow. */
const OPTION_WORDS: ReadonlySet<string> = new Set(['option', 'supersede', 'default', 'append', 'prepend', 'send']);

/** Words of more than one statement that only their place tells apart. */
function judgeParameter(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const { keyword } = statement;
  if (scope.place === 'pool' && (keyword === 'allow' || keyword === 'deny')) {
    judgePermit(judgement, statement, scope);
    return;
  }
  if (keyword === 'failover') {
    judgeFailoverReference(judgement, statement, scope);
    return;
  }
  if (scope.place === 'host' && keyword === 'group') return;
  if (OPTION_WORDS.has(keyword)) {
    judgeOption(judgement, statement, scope);
    return;
  }
  const fault = brokenCall(statement);
  if (fault) {
    judgement.refuse(fault, statement);
    return;
  }
  const found = parameter(keyword);
  if (found) {
    const definition = standardByName(SERVER_SPACE, keyword);
    const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
    if (!definition) return;
    judgement.reading(statement, reader, () => {
      setValue(judgement, statement, scope, reader, {
        name: keyword,
        at: { start: statement.start, end: statement.keywordEnd },
        definition,
        rule: 'parameter-value',
      });
      if (keyword === 'ddns-update-style') judgeUpdateStyle(judgement, statement, scope);
    });
    return;
  }
  if (refuseMisplaced(judgement, statement, scope)) return;
  if (judgeSpecial(judgement, statement, scope)) return;
  judgeUnknown(judgement, statement, scope);
}

/** `ad-hoc` is gone: dhcpd stops at it when it starts, which is when it reads the style outside of all blocks and never again. */
function judgeUpdateStyle(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const { anchor, start, keywordEnd, wordsEnd } = statement;
  if (!/\bad-hoc\b/.test(anchor.text.slice(keywordEnd, wordsEnd))) return;
  const edits = [{ start, end: wordsEnd, newText: 'ddns-update-style standard' }];
  const remedy = 'Write standard, or none where no DNS updates are wanted.';
  if (scope.place === 'global') {
    throw new Refusal(
      'server-version',
      { start, end: wordsEnd },
      'The update style ad-hoc is gone: dhcpd 4.3 and later stop at it.',
      remedy,
      [{ title: 'Write standard', safe: false, edits }],
    );
  }
  judgement.warn(
    'server-version',
    headSpan(statement),
    'The update style ad-hoc is gone since dhcpd 4.3, and no style counts inside a block.',
    'No name of a client is updated in the DNS by it.',
    remedy,
  );
}

/** A statement that begins like one with an expression, but does not fit its form. */
function brokenCall({ keyword, anchor, start, end }: Statement): Refusal | undefined {
  return ['log', 'execute', 'set', 'define', 'eval', 'return', 'switch', 'if', 'elsif', 'match', 'spawn'].includes(
    keyword,
  )
    ? statementFault(anchor.text, start, end)
    : undefined;
}

/** Statements with a reader of their own. False for a word that dhcpd does not know. */
function judgeSpecial(judgement: Judgement, statement: Statement, scope: BuiltScope): boolean {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  const words = (...allowed: readonly string[]) =>
    judgement.reading(statement, reader, () => {
      const token = reader.next();
      if (!isName(token) || !allowed.includes(token.text.toLowerCase())) {
        throw new Refusal(
          'parameter-value',
          token.kind === 'end' ? keywordSpan(statement) : token,
          `${show(token)} does not belong behind "${statement.keyword}".`,
          `Write ${allowed.join(' or ')}.`,
        );
      }
      expectEnd(reader);
    });
  switch (statement.keyword) {
    case 'range':
      judgeRange(judgement, statement, scope);
      return true;
    case 'range6':
      judgeRange6(judgement, statement, scope);
      return true;
    case 'prefix6':
      judgePrefix6(judgement, statement, scope);
      return true;
    case 'fixed-prefix6':
      judgeFixedPrefix6(judgement, statement);
      return true;
    case 'allow':
    case 'deny':
    case 'ignore':
      judgePermission(judgement, statement, scope);
      return true;
    case 'not':
      words('authoritative');
      return true;
    case 'no':
      judgeNoFailover(judgement, statement, scope);
      return true;
    case 'parse-vendor-option':
      judgement.reading(statement, reader, () => expectEnd(reader));
      scope.addStep({ kind: 'parse-vendor-option', at: headSpan(statement) });
      return true;
    case 'authoritative':
    case 'dynamic':
    case 'deleted':
    case 'static':
      judgement.reading(statement, reader, () => expectEnd(reader));
      return true;
    case 'interface':
      judgeInterface(judgement, statement, scope);
      return true;
    case 'lease-id-format':
      words('octal', 'hex');
      return true;
    case 'db-time-format':
      words('default', 'local');
      return true;
    case 'authoring-byte-order':
      words('little-endian', 'big-endian');
      return true;
    case 'server-duid':
      judgeDuid(judgement, statement, reader);
      return true;
    case 'server-identifier': {
      const definition = standardByName(MAIN_SPACE, 'dhcp-server-identifier');
      if (!definition) return true;
      judgement.reading(statement, reader, () =>
        setValue(judgement, statement, scope, reader, {
          name: definition.name,
          at: { start: statement.start, end: statement.keywordEnd },
          definition,
          rule: 'parameter-value',
        }),
      );
      return true;
    }
    case 'lease':
      judgement.reading(statement, reader, () => {
        if (!reader.takeWord('limit'))
          throw new Refusal(
            'syntax',
            reader.atEnd ? keywordSpan(statement) : reader.peek(),
            '"limit" belongs behind "lease".',
            'Write lease limit N.',
          );
        const number = reader.next();
        if (number.kind !== 'number')
          throw new Refusal(
            'parameter-value',
            number.kind === 'end' ? keywordSpan(statement) : number,
            'The number of leases belongs here.',
            'Write a number.',
          );
        // dhcpd asks for memory for as many leases when it starts, and ends where the count is below zero (confpars.c, atoi).
        if (BigInt.asIntN(32, BigInt(number.text)) < 0n)
          throw new Refusal(
            'parameter-value',
            number,
            `${number.text} is no number of leases: dhcpd ends when it starts, for want of memory.`,
            'Write a number from 0 to 2147483647.',
          );
        expectEnd(reader);
      });
      return true;
    case 'hardware':
    case 'fixed-address':
    case 'fixed-address6':
    case 'uid':
    case 'host-identifier':
      // Read where the host that they tell of is put together.
      return true;
  }
  return false;
}

/** Statements of one word. */
const ALONE: ReadonlySet<string> = new Set(
  STATEMENTS.filter((entry) => entry.arguments === '').map(({ keyword }) => keyword),
);

/**
 * A word that dhcpd does not know. With a value behind it, it refuses the file; alone it takes the word for a variable to work out, which
 * does nothing.
 */
function judgeUnknown(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const { keyword } = statement;
  const at = keywordSpan(statement);
  const written = statement.anchor.text.slice(statement.start, statement.keywordEnd);
  const [nearest] = nearestNames(keyword, FIRST_WORDS);
  const meant = nearest === keyword ? undefined : nearest;
  const forgotten = forgottenOption(judgement, statement);
  if (forgotten) {
    judgement.refuse(forgotten, statement);
    return;
  }
  const mends =
    meant === undefined || !mayStandIn(meant, scope, judgement.family)
      ? []
      : [{ title: `Write ${meant}`, safe: false, preferred: true, edits: [{ at, newText: meant }] }];
  const other = parameterOfOtherBuild(keyword);
  const alone =
    new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd).atEnd &&
    (!statement.assigns || statement.expression !== undefined);
  // A word whose letters after the first are all hex digits is read as a number, which must be a byte.
  const harmless = !/^.[0-9a-f]*$/i.test(written) || hexByte(written) !== undefined;
  const variable = alone && harmless && !RESERVED_WORDS.has(keyword);
  if (variable && statement.assigns && statement.expression) {
    judgeComparison(judgement, statement, statement.expression, written);
    return;
  }
  if (variable && scope.place !== 'unknown') {
    judgement.warn(
      'unknown-statement',
      at,
      `dhcpd knows no statement "${written}": it takes the word for a variable and does nothing.`,
      meant === undefined
        ? 'What is meant by it has no effect on any client.'
        : `"${meant}" is not in effect for any client.`,
      meant === undefined ? 'Take it away.' : `Is "${meant}" meant?`,
      // Where more belongs behind the word that is meant, it alone would be refused
      { mends: meant !== undefined && ALONE.has(meant) ? mends : [] },
    );
    return;
  }
  if (other) {
    judgement.error(
      'server-version',
      at,
      `"${keyword}" is known only to a dhcpd that was built for ${other.build === 'ldap' ? 'LDAP' : 'EUI-64'}.`,
      'Take it out, or install that server.',
      {
        hurts:
          'The usual dhcpd refuses the whole file and does not start, so no device gets an address or its UMS from it.',
      },
    );
    return;
  }
  judgement.error(
    'unknown-statement',
    at,
    RESERVED_WORDS.has(keyword)
      ? `No statement begins with "${written}" here.`
      : `dhcpd knows no statement "${written}".`,
    meant === undefined ? 'Take it away, or write what it belongs to.' : `Is "${meant}" meant?`,
    { mends },
  );
}

/** `NAME = VALUE;` of a word that dhcpd does not know: it compares the two, and does nothing with the outcome. */
function judgeComparison(judgement: Judgement, statement: Statement, expression: Expression, written: string): void {
  const { refusals } = judgeExpression(expression, 'any', expressionContext(judgement, statement));
  for (const refusal of refusals) judgement.refuse(refusal, statement);
  if (refusals.length > 0) return;
  const at = keywordSpan(statement);
  const isOption = judgement.declarations.option(MAIN_SPACE, written, headSpan(statement)) !== undefined;
  judgement.warn(
    'unknown-statement',
    at,
    `Without "option" before it dhcpd takes "${written}" for a variable, compares it with the value, and does nothing.`,
    'No client gets the value.',
    isOption ? 'Write "option" before it.' : 'Write "option" or "set" before it, whichever is meant.',
    {
      mends: isOption
        ? [
            {
              title: 'Add the missing "option"',
              safe: false,
              preferred: true,
              edits: [{ at: before(at), newText: 'option ' }],
            },
          ]
        : [],
    },
  );
}

/** `routers 10.0.0.1;`: an option that lost its word `option`. */
function forgottenOption(judgement: Judgement, statement: Statement): Refusal | undefined {
  const reader = new Reader(statement.anchor.text, statement.start, statement.wordsEnd);
  const name = readHostName(reader)?.name ?? '';
  const dot = name.indexOf('.');
  const space = dot < 0 ? MAIN_SPACE : name.slice(0, dot).toLowerCase();
  const known = judgement.declarations.option(space, name.slice(dot + 1), headSpan(statement));
  if (!known || reader.atEnd) return undefined;
  return new Refusal(
    'syntax',
    { start: statement.start, end: statement.keywordEnd },
    `The word "option" is missing before "${name}".`,
    'Write "option" before it.',
    [
      {
        title: 'Add the missing "option"',
        safe: true,
        edits: [{ start: statement.start, end: statement.start, newText: 'option ' }],
      },
    ],
  );
}
