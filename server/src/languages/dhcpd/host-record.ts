import type { Host, HostIdentifier } from '../../model/host.ts';
import { type Span, span } from '../../model/span.ts';
import { unfoldBlock } from './assembly.ts';
import { BuiltScope } from './built-scope.ts';
import type { Declarations } from './declarations.ts';
import { judgeRepeatedValues } from './judge/duplicates.ts';
import {
  readFixedAddresses,
  readHardware,
  readHostGroup,
  readHostIdentifier,
  readUid,
} from './judge/host-statements.ts';
import { Judgement } from './judge/judgement.ts';
import { judgeStatement } from './judge/statements.ts';
import { headSpan, type Statement } from './statement.ts';

/** One host declaration, judged by itself. */
export interface HostRecord extends Host {
  readonly statement: Statement;
  readonly scope: BuiltScope;
  readonly nameAt: Span;
  /** Problems, values and unknown options of the host alone. */
  readonly judgement: Pick<Judgement, 'problems' | 'values' | 'unknownOptions'>;
  /** The names elsewhere that its meaning depends on. */
  readonly asked: ReadonlySet<string>;
}

/** Reads a whole host declaration. `parent` finds the scope around it whenever it is asked for. */
export function readHost(
  statement: Statement,
  parent: () => BuiltScope,
  declarations: Declarations,
  family: 4 | 6 | undefined,
): HostRecord {
  const { result, asked } = declarations.lookups.during(() => readWhole(statement, parent, declarations, family));
  return { ...result, asked };
}

function readWhole(
  statement: Statement,
  parent: () => BuiltScope,
  declarations: Declarations,
  family: 4 | 6 | undefined,
): Omit<HostRecord, 'asked'> {
  const judgement = new Judgement(declarations, family);
  const scope = BuiltScope.of(statement, parent);
  const own: Statement[] = [];
  for (const entry of statement.block ? unfoldBlock(statement.block, scope) : []) {
    judgeStatement(judgement, entry);
    if (entry.scope === scope) own.push(entry.statement);
  }
  judgeRepeatedValues(judgement);
  return recordOf(judgement, statement, scope, own);
}

const NOTHING: ReadonlySet<string> = new Set();

/** What is said of most hosts, held once for all of them. */
const NOTHING_SAID: HostRecord['judgement'] = { problems: [], values: [], unknownOptions: [] };

function saidBy({ problems, values, unknownOptions }: Judgement): HostRecord['judgement'] {
  const isNothing = problems.length + values.length + unknownOptions.length === 0;
  return isNothing ? NOTHING_SAID : { problems, values, unknownOptions };
}

/** Puts a host declaration together whose statements were judged with the rest of the file. */
export function gatherHost(
  statement: Statement,
  scope: BuiltScope,
  own: readonly Statement[],
  declarations: Declarations,
  family: 4 | 6 | undefined,
): HostRecord {
  return { ...recordOf(new Judgement(declarations, family), statement, scope, own), asked: NOTHING };
}

function recordOf(
  judgement: Judgement,
  statement: Statement,
  scope: BuiltScope,
  own: readonly Statement[],
): Omit<HostRecord, 'asked'> {
  const identifiers: HostIdentifier[] = [];
  const addresses: { readonly family: 4 | 6; readonly address: bigint; readonly at: Span }[] = [];
  let looksUpAddress = false;
  let group: string | undefined;
  for (const inner of own) {
    switch (inner.keyword) {
      case 'hardware': {
        refuseSecond(judgement, scope, inner, 'A host has one hardware address.');
        const identifier = readHardware(judgement, inner);
        if (identifier) identifiers.push(identifier);
        break;
      }
      case 'uid': {
        refuseSecond(judgement, scope, inner, 'A host has one uid.');
        const identifier = readUid(judgement, inner);
        if (identifier) identifiers.push(identifier);
        break;
      }
      case 'host-identifier': {
        refuseSecond(judgement, scope, inner, 'A host has one host-identifier.');
        const identifier = readHostIdentifier(judgement, inner);
        if (identifier) identifiers.push(identifier);
        break;
      }
      case 'fixed-address':
      case 'fixed-address6': {
        refuseSecond(
          judgement,
          scope,
          inner,
          'A host has one fixed-address statement; several addresses are joined by commas in it.',
        );
        const read = readFixedAddresses(judgement, inner);
        looksUpAddress ||= read.names.length > 0;
        for (const { family: kind, address, start, end } of read.addresses) {
          addresses.push({ family: kind, address, at: span(inner.anchor, start, end) });
        }
        break;
      }
      case 'group':
        if (inner.kind === 'parameter') group = readHostGroup(judgement, inner);
        break;
    }
  }
  const nameAt = scope.header?.nameAt
    ? span(statement.anchor, scope.header.nameAt.start, scope.header.nameAt.end)
    : headSpan(statement);
  return {
    statement,
    name: scope.name,
    nameAt,
    scope,
    identifiers,
    addresses,
    looksUpAddress,
    group,
    judgement: saidBy(judgement),
  };
}

function refuseSecond(judgement: Judgement, scope: BuiltScope, statement: Statement, what: string): void {
  const [first] = scope.all(statement.keyword);
  if (!first || first === statement) return;
  judgement.error('duplicate', headSpan(statement), what, 'Keep one of them.', {
    related: [{ at: headSpan(first), message: 'the first' }],
  });
}
