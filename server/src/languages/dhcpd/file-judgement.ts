import type { ClientClass, Subclass } from '../../model/client-class.ts';
import { type Span, span } from '../../model/span.ts';
import type { Assembly } from './assembly.ts';
import type { BuiltScope } from './built-scope.ts';
import { readHeader } from './header.ts';
import { gatherHost, type HostRecord } from './host-record.ts';
import { refuseChecksAtStart } from './judge/check-at-start.ts';
import { judgeOmapiKey } from './judge/dns.ts';
import { judgeDuplicates } from './judge/duplicates.ts';
import { judgeUnusedPeers } from './judge/failover.ts';
import { Judgement } from './judge/judgement.ts';
import { Networks } from './judge/networks.ts';
import { judgeStatement } from './judge/statements.ts';
import { headSpan, type Statement } from './statement.ts';

/** All that there is to say of the files but their whole host declarations. */
export class FileJudgement {
  readonly judgement: Judgement;
  readonly networks: Networks;
  readonly classes: readonly ClientClass[];
  /** Those that are no whole host declarations, such as one that includes a file. */
  readonly hosts: readonly HostRecord[];

  constructor(assembly: Assembly, family: 4 | 6 | undefined) {
    this.judgement = new Judgement(assembly.declarations, family);
    for (const entry of assembly.statements) judgeStatement(this.judgement, entry);
    this.networks = new Networks(assembly.global);
    this.networks.judge(this.judgement);
    judgeDuplicates(this.judgement, assembly.global);
    judgeUnusedPeers(this.judgement);
    judgeOmapiKey(this.judgement);
    judgeIncludes(this.judgement, assembly);
    this.classes = classesOf(assembly);
    refuseChecksAtStart(this.judgement, assembly, this.classes);
    this.hosts = hostsOf(assembly, family);
  }
}

/** An include that cannot be read: perhaps it is there on the machine that dhcpd runs on. */
function judgeIncludes(judgement: Judgement, { includes }: Assembly): void {
  for (const { path, at, file, circular } of includes) {
    if (circular) {
      judgement.error(
        'unknown-reference',
        at,
        `"${path}" is being read already: it would include itself without end.`,
        'Take this include out.',
      );
      continue;
    }
    if (file !== undefined) continue;
    if (path.startsWith('/')) {
      judgement.inform(
        'unknown-reference',
        at,
        `"${path}" cannot be read on this machine.`,
        'What it declares is not known here, so some faults are told more softly than others.',
        'It must be there where dhcpd runs.',
      );
      continue;
    }
    judgement.error(
      'unknown-reference',
      at,
      `"${path}" cannot be found, neither beside this file nor in the folder that the check was started in.`,
      'Write the whole path: dhcpd looks for it in the folder that it is started in.',
      { hurts: 'dhcpd does not start without it, so no device gets an address or its UMS from it.' },
    );
  }
}

function hostsOf({ statements, declarations }: Assembly, family: 4 | 6 | undefined): HostRecord[] {
  const hosts = new Map<BuiltScope, { readonly statement: Statement; readonly own: Statement[] }>();
  for (const { statement, scope, opens } of statements) {
    hosts.get(scope)?.own.push(statement);
    if (opens?.kind === 'host') hosts.set(opens, { statement, own: [] });
  }
  return [...hosts].map(([scope, { statement, own }]) => gatherHost(statement, scope, own, declarations, family));
}

interface ClassDeclarations {
  readonly scope: BuiltScope;
  readonly laterScopes: BuiltScope[];
  readonly subclasses: Subclass[];
}

/** The classes in the order in which they were first declared, each with its subclasses. A later declaration changes the first one. */
function classesOf(assembly: Assembly): ClientClass[] {
  const scopes = new Map<string, ClassDeclarations>();
  for (const { statement, opens } of assembly.statements) {
    if (statement.kind === 'class_declaration' && statement.keyword === 'class' && opens?.name !== undefined) {
      const first = scopes.get(opens.name);
      if (first) first.laterScopes.push(opens);
      else scopes.set(opens.name, { scope: opens, laterScopes: [], subclasses: [] });
    }
    if (statement.kind !== 'subclass_declaration') continue;
    const header = opens?.header ?? readHeader(statement);
    const parent = header.name === undefined ? undefined : scopes.get(header.name);
    if (!parent || !header.key || !header.keyAt) continue;
    const keyAt: Span = span(statement.anchor, header.keyAt.start, header.keyAt.end);
    parent.subclasses.push({ key: header.key, keyAt, scope: opens, at: headSpan(statement) });
  }
  return [...scopes].map(([name, { scope, laterScopes, subclasses }]) => {
    const all = [scope, ...laterScopes];
    return {
      name,
      nameAt: scope.header?.nameAt
        ? span(scope.at.anchor, scope.header.nameAt.start, scope.header.nameAt.end)
        : scope.at,
      scope,
      laterScopes,
      test: all.findLast(({ test }) => test)?.test,
      byName: undefined,
      onRequest: false,
      key: all.findLast(({ key }) => key)?.key,
      spawns: all.some(({ spawns }) => spawns),
      subclasses,
    };
  });
}
