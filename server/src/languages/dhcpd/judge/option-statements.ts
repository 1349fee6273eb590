import type { OptionDefinition, ValueData, ValueOperator } from '../../../model/option.ts';
import type { Mend } from '../../../model/problem.ts';
import { span, textOf } from '../../../model/span.ts';
import { nearestNames } from '../../nearest-names.ts';
import { definitionBy, readWrittenDefinition } from '../assembly.ts';
import type { BuiltScope } from '../built-scope.ts';
import { isImpossibleCode } from '../declarations.ts';
import { judgeExpression } from '../expression/judge.ts';
import { MAIN_SPACE, type OptionName, readOptionName } from '../option-name.ts';
import { isName, Reader, Refusal, show } from '../reader.ts';
import { headSpan, type Statement } from '../statement.ts';
import { expectEnd, readValue } from '../value.ts';
import { meantOption } from '../vocabulary/other-names.ts';
import { isReservedFor } from '../vocabulary/reserved-words.ts';
import { STANDARD_SPACES } from '../vocabulary/spaces.ts';
import { parameter } from '../vocabulary/vocabulary.ts';
import { insertedAbove, outermost } from '../writer.ts';
import { expressionContext } from './expressions.ts';
import { type Judgement, spanIn } from './judgement.ts';

const OPERATORS: Readonly<Record<string, ValueOperator>> = {
  option: 'set',
  supersede: 'set',
  default: 'default',
  append: 'append',
  prepend: 'prepend',
  send: 'send',
};

/** `option NAME VALUE;`, `option NAME = EXPRESSION;`, and the same behind supersede, default, append, prepend and send. */
export function judgeOption(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    const name = readOptionName(reader);
    const definition = resolve(judgement, statement, name);
    if (!definition) {
      const codeThen = intendedDefinition(reader);
      if (codeThen) throw codeThen;
      if (!name.space && parameter(name.nameKey)) throw parameterAsOption(statement, name);
      reportUnknown(judgement, statement, scope, name, reader);
      return;
    }
    setValue(judgement, statement, scope, reader, {
      name: name.name.text,
      at: name,
      definition,
      rule: 'option-value-type',
    });
  });
}

/** Reads a value of a known type and records it; used for options and for the server's own parameters alike. */
export function setValue(
  judgement: Judgement,
  statement: Statement,
  scope: BuiltScope,
  reader: Reader,
  option: {
    readonly name: string;
    readonly at: { readonly start: number; readonly end: number };
    readonly definition: OptionDefinition;
    readonly rule: 'option-value-type' | 'parameter-value';
  },
): void {
  const { definition } = option;
  const valueStart = reader.peek().start;
  const operator = OPERATORS[statement.keyword] ?? 'set';
  const record = (data: ValueData, valueAt: { start: number; end: number } | undefined) => {
    const value = {
      space: definition.space,
      name: option.name,
      definition,
      code: finiteOf(judgement.declarations.finalCode(definition)),
      operator,
      data,
      scope,
      at: headSpan(statement),
      nameAt: spanIn(statement, option.at),
      valueAt: valueAt && span(statement.anchor, valueAt.start, valueAt.end),
    };
    judgement.values.push(value);
    scope.addStep({ kind: 'value', value });
  };
  if (statement.assigns) {
    if (!reader.atEnd) {
      const found = reader.peek();
      throw new Refusal(
        'syntax',
        found,
        `${show(found)} stands between the name and the equals sign.`,
        'Take it away.',
      );
    }
    if (!statement.expression) {
      record({ kind: 'unreadable' }, undefined);
      throw new Refusal(
        'syntax',
        option.at,
        'Behind the equals sign the expression is missing.',
        'Write it, or the value without "=".',
      );
    }
    const judged = judgeExpression(statement.expression, 'data', expressionContext(judgement, statement));
    for (const refusal of judged.refusals) judgement.refuse(refusal, statement);
    record({ kind: 'expression', expression: judged.expression }, judged.expression.at);
    return;
  }
  if (definition.type === undefined) {
    record({ kind: 'unreadable' }, undefined);
    return;
  }
  if (reader.atEnd && definition.type.kind !== 'empty') {
    record({ kind: 'unreadable' }, undefined);
    throw new Refusal(option.rule, option.at, `The value of ${option.name} is missing.`, 'Write it behind the name.');
  }
  try {
    const bytes = readValue(reader, definition.type, option.rule);
    expectEnd(reader, definition.type);
    if (definition.type.kind === 'option-space' && bytes) doubtSpace(judgement, statement, bytes, valueStart);
    record(bytes ? { kind: 'bytes', bytes } : { kind: 'looked-up' }, {
      start: valueStart,
      end: reader.last?.end ?? valueStart,
    });
  } catch (refusal) {
    record({ kind: 'unreadable' }, { start: valueStart, end: reader.restFrom(reader.peek()).end });
    throw refusal;
  }
}

/** Undefined for the code of a definition that cannot be read. */
const finiteOf = (code: number): number | undefined => (Number.isFinite(code) ? code : undefined);

/** A space that a parameter names is looked for only when a client asks; one that does not exist is never told. */
function doubtSpace(judgement: Judgement, statement: Statement, bytes: Uint8Array, start: number): void {
  const { declarations } = judgement;
  const name = new TextDecoder().decode(bytes);
  if (
    declarations.incomplete ||
    declarations.spaces.anywhere(name.toLowerCase()) ||
    STANDARD_SPACES.has(name.toLowerCase())
  )
    return;
  const at = span(statement.anchor, start, start + name.length);
  const [meant] = nearestNames(name, declarations.spaces.names());
  judgement.warn(
    'unknown-reference',
    at,
    `There is no option space "${name}".`,
    'dhcpd accepts the name and sends nothing of the space that is meant: IGEL OS gets no option 43 by it.',
    meant === undefined ? 'Declare the space, or name one that is declared.' : `Is "${meant}" meant?`,
    {
      mends:
        meant === undefined
          ? []
          : [{ title: `Write ${meant}`, safe: false, preferred: true, edits: [{ at, newText: meant }] }],
    },
  );
}

/** What an option's name means at a statement. Throws a refusal for a space that does not exist or a code that cannot be named. */
function resolve(judgement: Judgement, statement: Statement, name: OptionName): OptionDefinition | undefined {
  const place = headSpan(statement);
  const { declarations } = judgement;
  if (name.space && !declarations.space(name.spaceKey, place)) {
    if (declarations.incomplete) return undefined;
    throw unknownSpace(judgement, name.space, declarations.spaces.anywhere(name.spaceKey) !== undefined);
  }
  const impossible = /^unknown-(\d+)/i.exec(name.nameKey)?.[1];
  if (impossible !== undefined && isImpossibleCode(name.spaceKey, Number(impossible))) {
    throw new Refusal(
      'unknown-option',
      name,
      `Code ${impossible} cannot carry an option: 0 fills gaps and 255 ends the list.`,
      'Take another code.',
    );
  }
  return declarations.option(name.spaceKey, name.nameKey, place);
}

function unknownSpace(
  judgement: Judgement,
  space: { readonly text: string; readonly start: number; readonly end: number },
  comesLater: boolean,
): Refusal {
  if (comesLater) {
    return new Refusal(
      'unknown-reference',
      space,
      `The option space "${space.text}" is declared only further down; dhcpd reads from top to bottom.`,
      `Move "option space ${space.text};" above this statement.`,
    );
  }
  const meant = nearestNames(space.text, [...judgement.declarations.spaces.names(), ...STANDARD_SPACES.keys()])[0];
  return new Refusal(
    'unknown-reference',
    space,
    `There is no option space "${space.text}".`,
    meant === undefined
      ? `Declare it first: option space ${space.text};`
      : `Is "${meant}" meant? Otherwise declare it first.`,
    meant === undefined
      ? []
      : [{ title: `Write ${meant}`, safe: false, edits: [{ start: space.start, end: space.end, newText: meant }] }],
  );
}

/** `option x 224 = text;`: a definition that lost its word `code`. */
function intendedDefinition(reader: Reader): Refusal | undefined {
  const number = reader.peek();
  if (number.kind !== 'number' || !reader.isSign('=', 1)) return undefined;
  return new Refusal(
    'option-definition',
    number,
    `The word "code" is missing before ${number.text}, so dhcpd takes this for a value of an option that it does not know.`,
    'Write "code" before the number.',
    [
      {
        title: 'Add the missing "code"',
        safe: true,
        edits: [{ start: number.start, end: number.start, newText: 'code ' }],
      },
    ],
  );
}

/** `option vendor-option-space igel;`: a parameter, which is written without `option`. */
const parameterAsOption = (statement: Statement, name: OptionName): Refusal =>
  new Refusal(
    'syntax',
    { start: statement.start, end: statement.keywordEnd },
    `"${name.name.text}" is a parameter of the server, not an option.`,
    `Leave "${statement.keyword}" out.`,
    [
      {
        title: `Leave "${statement.keyword}" out`,
        safe: true,
        edits: [{ start: statement.start, end: name.start, newText: '' }],
      },
    ],
  );

function reportUnknown(
  judgement: Judgement,
  statement: Statement,
  scope: BuiltScope,
  name: OptionName,
  reader: Reader,
): void {
  const { declarations } = judgement;
  const rest = reader.peek();
  const valueAt = reader.atEnd ? undefined : spanIn(statement, reader.restFrom(rest));
  const value = {
    space: name.spaceKey,
    name: name.name.text,
    definition: undefined,
    code: undefined,
    operator: OPERATORS[statement.keyword] ?? 'set',
    data: { kind: 'unreadable' } as const,
    scope,
    at: headSpan(statement),
    nameAt: spanIn(statement, name),
    valueAt,
  };
  const later = declarations.optionLater(name.spaceKey, name.nameKey);
  const byNumber = /^(?:option|code|opt)-?(\d{1,3})$/.exec(name.nameKey)?.[1];
  const meant = later
    ? undefined
    : byNumber !== undefined
      ? `unknown-${byNumber}`
      : meantOption(name.name.text, declarations.optionNames(name.spaceKey));
  judgement.unknownOptions.push({
    space: name.spaceKey,
    name: name.name.text,
    nameAt: value.nameAt,
    value,
    definedLater: later?.at,
    nearest: meant,
    certain: !declarations.incomplete,
    mends:
      meant === undefined
        ? []
        : [
            {
              title: `Write ${meant}`,
              safe: false,
              preferred: true,
              edits: [{ at: spanIn(statement, name.name), newText: meant }],
            },
          ],
  });
}

/** `option NAME code N = TYPE;` */
export function judgeDefinition(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  const { name, written, refusal, reader } = readWrittenDefinition(statement);
  const { declarations } = judgement;
  const at = headSpan(statement);
  if (scope.place !== 'global') {
    judgement.error(
      'option-definition',
      at,
      'An option can be defined only outside of all blocks.',
      'Move the definition above the block.',
      { mends: [movedOut(statement, scope, 'Move the definition above the block')] },
    );
    return;
  }
  if (name?.space && !declarations.space(name.spaceKey, at)) {
    if (!declarations.incomplete) {
      judgement.refuse(
        unknownSpace(judgement, name.space, declarations.spaces.anywhere(name.spaceKey) !== undefined),
        statement,
      );
    }
    return;
  }
  if (refusal) {
    judgement.reading(statement, reader, () => {
      throw refusal;
    });
    return;
  }
  if (!name || !written) return;
  if (refuseReservedName(judgement, statement, name)) return;
  judgement.reading(statement, reader, () => expectEnd(reader));
  if (written.encapsulated && !declarations.space(written.encapsulated.text, at)) {
    if (!declarations.incomplete) {
      const later = declarations.spaces.anywhere(written.encapsulated.text.toLowerCase()) !== undefined;
      judgement.refuse(unknownSpace(judgement, written.encapsulated, later), statement);
    }
    return;
  }
  if (written.encapsulated) judgeEncapsulation(judgement, statement, written.encapsulated);
  judgeCode(judgement, statement, name, written.code, written.codeAt);
  judgeRedefinition(judgement, statement, name, written.code);
}

/** dhcpd reads `option space` as the declaration of a space, and `unknown-` with the code that must follow it. */
function refuseReservedName(judgement: Judgement, statement: Statement, { space, name }: OptionName): boolean {
  const first = space ?? name;
  const reserved =
    first.text.toLowerCase() === 'space'
      ? first
      : name.text.toLowerCase() !== 'space' && isReservedFor(name.text, 'option')
        ? name
        : undefined;
  if (!reserved) return false;
  judgement.refuse(
    new Refusal(
      'option-definition',
      reserved,
      `dhcpd gives "${reserved.text}" a meaning of its own here, so that it cannot be a name.`,
      'Take another name.',
    ),
    statement,
  );
  return true;
}

/** Puts a statement that only counts outside of all blocks above the outermost block around it. */
function movedOut(statement: Statement, scope: BuiltScope, title: string): Mend {
  const { anchor, start, end } = statement;
  const whole = span(anchor, start, end);
  const text = textOf(whole);
  const indent = /(?:^|\n)([ \t]*)$/.exec(anchor.text.slice(0, start))?.[1];
  const rest = /[ \t]*\r?\n/y;
  rest.lastIndex = end;
  // Alone on its line, it leaves no empty one.
  const line = rest.test(anchor.text) && indent !== undefined;
  return {
    title,
    safe: true,
    preferred: true,
    edits: [
      insertedAbove(outermost(scope) ?? whole, text.endsWith(';') ? text : `${text};`),
      { at: line ? span(anchor, start - indent.length, rest.lastIndex) : whole, newText: '' },
    ],
  };
}

/** One option at most may carry a space: at a second one dhcpd breaks off, unless the space is declared anew between the two. */
function judgeEncapsulation(
  judgement: Judgement,
  statement: Statement,
  space: { readonly text: string; readonly start: number; readonly end: number },
): void {
  const { declarations } = judgement;
  const key = space.text.toLowerCase();
  const at = headSpan(statement);
  const declared = declarations.spaces.before(key, at)?.at;
  const earlier = declarations.definitions.find(
    (definition) =>
      definition.type?.kind === 'encapsulate' &&
      definition.type.space.toLowerCase() === key &&
      definition.at !== undefined &&
      declarations.order.compare(definition.at, at) < 0 &&
      (!declared || declarations.order.compare(declared, definition.at) < 0),
  );
  if (!earlier && STANDARD_SPACES.get(key)?.encapsulatedBy === undefined) return;
  judgement.error(
    'option-definition',
    spanIn(statement, space),
    earlier
      ? `The space "${space.text}" already goes out inside the option "${earlier.name}".`
      : `The space "${space.text}" already goes out inside an option of dhcpd's own.`,
    'Let one option carry a space.',
    {
      hurts: 'dhcpd breaks off while it reads the file, so no device gets an address or its UMS from it.',
      related: earlier?.at ? [{ at: earlier.at, message: 'defined here' }] : [],
    },
  );
}

/** A code that no packet can carry is accepted, and cut to what the space's codes have room for. */
function judgeCode(
  judgement: Judgement,
  statement: Statement,
  name: OptionName,
  code: number,
  codeAt: { readonly start: number; readonly end: number },
): void {
  const { declarations } = judgement;
  const width = declarations.space(name.spaceKey, headSpan(statement))?.codeWidth ?? 1;
  const most = 256 ** width - 1;
  const reserved = name.spaceKey === MAIN_SPACE && (code === 0 || code === 255);
  if (code <= most && code >= 0 && !reserved) return;
  judgement.warn(
    'option-definition',
    spanIn(statement, codeAt),
    reserved
      ? `Code ${code} cannot carry an option: 0 fills gaps and 255 ends the list.`
      : `Code ${code} does not fit: the codes of this space go from 1 to ${width === 1 ? 254 : most}.`,
    'dhcpd accepts it, and no client ever gets this option.',
    'Take a free code, for a site of its own one from 224 to 254.',
  );
}

/** Another definition of a name or of a code: the last one wins, which hurts only where it changes something. */
function judgeRedefinition(judgement: Judgement, statement: Statement, name: OptionName, code: number): void {
  const { declarations } = judgement;
  const at = headSpan(statement);
  const own = definitionBy(statement);
  const before = own?.replaces;
  if (!own || !before) {
    const sameCode = declarations
      .ofCode(name.spaceKey, code)
      .find((definition) => definition !== own && definition.at !== undefined);
    if (sameCode?.at && own?.nameAt && declarations.order.compare(sameCode.at, at) < 0) {
      judgement.warn(
        'option-definition',
        own.nameAt,
        `Code ${code} has two names: "${sameCode.name}" above and "${own.name}" here.`,
        'Where both have a value, clients get only the later one.',
        'Keep one name for the code.',
        { related: [{ at: sameCode.at, message: `"${sameCode.name}" is defined here` }] },
      );
    }
    return;
  }
  const sameType = JSON.stringify(before.type) === JSON.stringify(own.type);
  if (before.code === own.code && sameType) {
    if (before.at === undefined) return;
    judgement.inform(
      'option-definition',
      own.nameAt ?? at,
      `"${own.name}" is defined a second time, in the same way.`,
      'Nothing changes by it.',
      'One of the two can go.',
      { related: [{ at: before.at, message: 'first defined here' }] },
    );
    return;
  }
  judgement.warn(
    'option-definition',
    own.nameAt ?? at,
    before.at === undefined
      ? `"${own.name}" is an option that dhcpd knows by itself, with code ${before.code}; this definition changes it for all clients.`
      : `"${own.name}" is defined anew, with another ${before.code === own.code ? 'type' : 'code'}: the last definition counts, also for values above it.`,
    'Clients get values of the earlier kind under the later code.',
    'Keep one definition, or give this option a name of its own.',
    { related: before.at ? [{ at: before.at, message: 'first defined here' }] : [] },
  );
}

/** `option space NAME …;` */
export function judgeSpace(judgement: Judgement, statement: Statement, scope: BuiltScope): void {
  if (scope.place !== 'global') {
    judgement.error(
      'option-definition',
      headSpan(statement),
      'An option space can be declared only outside of all blocks.',
      'Move the declaration above the block.',
      { mends: [movedOut(statement, scope, 'Move the declaration above the block')] },
    );
    return;
  }
  const reader = new Reader(statement.anchor.text, statement.keywordEnd, statement.wordsEnd);
  judgement.reading(statement, reader, () => {
    reader.next();
    const name = reader.next();
    if (!isName(name)) {
      const inner = /^"([A-Za-z][\w-]*)"$/.exec(name.text)?.[1];
      throw new Refusal(
        'syntax',
        name.kind === 'end' ? { start: statement.start, end: statement.keywordEnd } : name,
        name.kind === 'end'
          ? 'The name of the option space is missing.'
          : `${show(name)} is no name of an option space.`,
        'Write a name without quotes.',
        inner === undefined
          ? []
          : [
              {
                title: 'Take the quotes away',
                safe: true,
                edits: [{ start: name.start, end: name.end, newText: inner }],
              },
            ],
      );
    }
    while (!reader.atEnd) readWidth(reader);
    const earlier = judgement.declarations.spaces.before(name.text.toLowerCase(), headSpan(statement));
    if (earlier) {
      judgement.warn(
        'option-definition',
        spanIn(statement, name),
        `The option space "${name.text}" is declared a second time.`,
        'Options defined in the first one are no longer found by their space.',
        'Declare a space once.',
        { related: [{ at: earlier.at, message: 'first declared here' }] },
      );
    }
  });
}

const WIDTHS: Readonly<Record<string, { readonly second: string; readonly allowed: readonly number[] | undefined }>> = {
  code: { second: 'width', allowed: [1, 2, 4] },
  length: { second: 'width', allowed: [1, 2] },
  hash: { second: 'size', allowed: undefined },
};

function readWidth(reader: Reader): void {
  const first = reader.next();
  const shape = WIDTHS[first.text.toLowerCase()];
  if (!shape) {
    throw new Refusal(
      'syntax',
      first,
      reader.text.slice(reader.last?.start ?? 0, first.start).includes('\n')
        ? 'The semicolon at the end of the line before is missing.'
        : `${show(first)} does not belong into the declaration of an option space.`,
      'Only "code width", "length width" and "hash size" may follow the name.',
    );
  }
  if (!reader.takeWord(shape.second)) {
    throw new Refusal('syntax', reader.peek(), `"${shape.second}" belongs behind "${first.text}".`, 'Add it.');
  }
  const number = reader.next();
  const value = number.kind === 'number' ? Number(number.text) : undefined;
  if (value === undefined || (shape.allowed && !shape.allowed.includes(value))) {
    throw new Refusal(
      'option-definition',
      number.kind === 'end' ? first : number,
      `${show(number)} is no ${first.text} ${shape.second} that dhcpd has.`,
      shape.allowed ? `Write ${shape.allowed.join(' or ')}.` : 'Write a whole number.',
    );
  }
}
