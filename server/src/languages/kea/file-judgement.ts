import type { ClientClass } from '../../model/client-class.ts';
import { type Span, startOf } from '../../model/span.ts';
import { compareVersions } from '../../model/version.ts';
import type { Assembly } from './assembly.ts';
import { BuiltScope } from './built-scope.ts';
import { Definitions } from './definitions.ts';
import { type HostRecord, misplacedAddresses, readHostMap } from './host-record.ts';
import type { JsonNode } from './json-node.ts';
import { judgeBoot } from './judge/boot.ts';
import { classExists, declaredClasses, judgeClasses } from './judge/classes.ts';
import { judgeDdns } from './judge/ddns.ts';
import { Judgement, type Situation } from './judge/judgement.ts';
import { judgeReservationMode, judgeTriplet } from './judge/lifetimes.ts';
import { judgeLoggers } from './judge/loggers.ts';
import { Networks } from './judge/networks.ts';
import { judgeOptionData } from './judge/option-data.ts';
import { judgeOptionDefinitions } from './judge/option-definitions.ts';
import { judgeServer } from './judge/server.ts';
import { judgeMap } from './judge/structure.ts';
import { judgeTls } from './judge/tls.ts';
import { findProgram } from './judge/top.ts';
import { noteExtensions, noteNameUpdates, noteReplySteps } from './reply-steps.ts';
import { type KeaProblem, problemOfFault } from './report.ts';

/** All that there is to say of the files but their whole reservations. */
export class FileJudgement {
  readonly situation: Situation;
  readonly judgement: Judgement;
  readonly global: BuiltScope;
  readonly networks: Networks | undefined;
  readonly classes: readonly ClientClass[];
  /** The map of the server; undefined in a part of a configuration. */
  readonly map: JsonNode | undefined;
  readonly problems: readonly KeaProblem[];
  /** Reservations that stand in several pieces or files: they are judged with the rest. */
  readonly scattered: { readonly list: JsonNode; readonly record: HostRecord }[] = [];

  constructor(assembly: Assembly, version: string, family: 4 | 6 | undefined, start: Span) {
    const { program, map, problems } = findProgram(assembly, family, version);
    const definitions = new Definitions(program === '6' ? 6 : 4, version);
    const declared = map ? declaredClasses(map) : new Set<string>();
    this.map = map;
    this.situation = {
      program,
      version,
      definitions,
      complete: assembly.complete,
      hasClass: (name) => !assembly.complete || map === undefined || classExists(declared, name),
    };
    const judgement = new Judgement(this.situation);
    this.judgement = judgement;
    this.global = new BuiltScope('global', '', map, start, undefined);
    this.classes = [];
    if (map) {
      judgeMap(judgement, map, `global${program}`);
      if (program === '4' || program === '6') {
        judgeOptionDefinitions(judgement, map.maps('option-def'), definitions, false);
        // That these stand in the wrong place is told; what uses them is not told again.
        judgeOptionDefinitions(new Judgement(this.situation), strayDefinitions(map), definitions, false);
        judgeOptionData(judgement, map.maps('option-data'), this.global, undefined);
        noteReplySteps(map, this.global);
        noteNameUpdates(map, this.global);
        noteExtensions(map, this.global);
        this.classes = judgeClasses(judgement, map, this.global);
        judgeBoot(judgement, map, 'global');
        judgeTriplet(judgement, [map], 'valid-lifetime', true);
        if (program === '6') judgeTriplet(judgement, [map], 'preferred-lifetime', true);
        judgeReservationMode(judgement, map);
        this.networks = new Networks(judgement, map, this.global);
        judgeServer(judgement, map);
        this.#readScattered(map);
      } else if (program === 'd2') {
        judgeDdns(judgement, map);
      }
      judgeTls(judgement, map);
      judgeLoggers(judgement, map);
    }
    this.problems = [
      ...assembly.faults.map(({ fault, anchor }) => {
        const refused = fault.acceptedSince !== undefined && compareVersions(version, fault.acceptedSince) < 0;
        return problemOfFault(refused ? { ...fault, severity: 'error' } : fault, anchor);
      }),
      ...problems,
      ...includeProblems(assembly),
      ...judgement.problems,
    ].sort((a, b) => startOf(a.at) - startOf(b.at));
  }

  /** All lists of reservations are looked through, as whole reservations are in all of them: also in those that stand there a second time. */
  #readScattered(node: JsonNode): void {
    for (const child of node.children) {
      if (child.kind !== 'array' || !child.place?.startsWith('reservation')) {
        this.#readScattered(child);
        continue;
      }
      for (const host of child.maps()) {
        const record = readHostMap(this.judgement, host, () => this.scopeAround(child));
        this.scattered.push({ list: child, record });
        for (const problem of misplacedAddresses(record, this.networks?.subnetOf(node))) this.judgement.tell(problem);
      }
    }
  }

  /** Differs whenever what a reservation refers to could be meant otherwise. */
  get signature(): string {
    const { definitions, complete, version } = this.situation;
    const names = definitions.own.map(
      ({ space, name, code, keaType }) => `${space}.${name} ${code} ${JSON.stringify(keaType)}`,
    );
    return [version, complete, ...names, ...(this.map ? declaredClasses(this.map) : [])].join('\n');
  }

  /** Whether several clients may have a reservation for one address. */
  get sharesReservedAddresses(): boolean {
    return this.map?.field('ip-reservations-unique')?.boolean === false;
  }

  /** The scope that a list of reservations stands in. */
  scopeAround(list: JsonNode | undefined): BuiltScope {
    return (list?.parent && this.networks?.subnetOf(list.parent)?.scope) ?? this.global;
  }
}

/** Definitions of options in maps that take none. */
function strayDefinitions(map: JsonNode): readonly JsonNode[] {
  return map.children.flatMap((child) => {
    if (child.kind === 'array' && child.key === 'client-classes') return [];
    return child.children.flatMap((element) => [
      ...(element.kind === 'object' ? element.maps('option-def') : []),
      ...(element.kind === 'object' ? strayDefinitions(element) : []),
    ]);
  });
}

/** An include that cannot be read: perhaps it is there on the machine that Kea runs on. */
function includeProblems({ includes }: Assembly): KeaProblem[] {
  return includes.flatMap(({ path, at, file, circular }): KeaProblem[] => {
    const base = { rule: 'unknown-reference', at, mends: [], related: [] } as const;
    if (circular) {
      return [
        {
          ...base,
          severity: 'error',
          what: `"${path}" is being read already: it would include itself without end.`,
          hurts: 'Kea gives up after ten files inside each other and does not start.',
          remedy: 'Take this include out.',
        },
      ];
    }
    if (file !== undefined) return [];
    if (path.startsWith('/')) {
      return [
        {
          ...base,
          severity: 'information',
          what: `"${path}" cannot be read on this machine.`,
          hurts: 'What it holds is not known here, so some faults are told more softly than others.',
          remedy: 'It must be there where Kea runs.',
        },
      ];
    }
    return [
      {
        ...base,
        severity: 'error',
        what: `"${path}" cannot be found, neither beside this file nor in the folder that the check was started in.`,
        hurts: 'Kea looks for it in the folder that it is started in, and does not start without it.',
        remedy: 'Write the whole path.',
      },
    ];
  });
}
