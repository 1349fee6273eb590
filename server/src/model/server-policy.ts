import type { OptionType } from './option-type.ts';

/** Parameters that decide about a reply, by the codes that they have in the space of server parameters. */
export interface ParameterCodes {
  readonly defaultLeaseTime: number;
  readonly maxLeaseTime: number;
  readonly minLeaseTime: number;
  readonly unknownClients: number;
  readonly booting: number;
  readonly leaseHostNames: number;
  readonly hostNames: number;
  readonly addressAsRouter: number;
  readonly minSeconds: number;
  readonly bootFile: number;
  readonly serverName: number;
  readonly vendorOptionSpace: number;
  readonly siteOptionSpace: number;
  readonly echoClientId: number;
}

interface CommonPolicy {
  /** As messages name it. */
  readonly server: string;
  /** Whether a range outside of all pools can slip into a pool of the same network. */
  readonly strayRangesJoinPools: boolean;
}

/** The habits of a server whose scopes are statements: it runs those of all scopes, from the outside in, and what is set last wins. */
export interface StatementPolicy extends CommonPolicy {
  readonly procedure: 'statements';
  /** The space that holds its parameters, which are set and inherited like options. */
  readonly parameterSpace: string;
  readonly parameters: ParameterCodes;
  /** How many classes a client can be in; those that would fit after that are left out. */
  readonly mostClasses: number;
  /** Seconds. */
  readonly leaseTime: { readonly default: number; readonly max: number; readonly min: number };
  /** What a client gets that sends no parameter request list. */
  readonly withoutRequestList: 'everything' | 'nothing';
  /** Sent before all others, asked for or not. */
  readonly always: readonly number[];
  /** The first ones after those for a client that sends no parameter request list. */
  readonly first: readonly number[];
  /** Spaces that need no declaration, in the server's order, with the option that carries each. */
  readonly ownSpaces: readonly {
    readonly name: string;
    readonly in?: { readonly space: string; readonly code: number };
  }[];
  /** Spaces whose options go out in the order in which they were set; those of all others go through a table of this many rows. */
  readonly sequential: ReadonlySet<string>;
  readonly rows: number;
  /** Spaces that are no list of options on the wire. */
  readonly formats: Readonly<Record<string, 'client-fqdn' | 'netware-ip'>>;
}

/** Parameters that decide about a reply, by the names that they have in the file. */
export interface ParameterNames {
  readonly lifetime: string;
  readonly leastLifetime: string;
  readonly mostLifetime: string;
  readonly renewal: string;
  readonly rebinding: string;
  /** Whether times of renewal and rebinding that are not set are shares of the lifetime. */
  readonly calculatesTimes: string;
  readonly renewalShare: string;
  readonly rebindingShare: string;
  readonly echoesClientId: string;
  /** Whether extensions are loaded. */
  readonly extensions: string;
  /** The fields of a message that say where to boot from. */
  readonly boot: { readonly server: string; readonly serverName: string; readonly file: string };
  /** Which reservations count. */
  readonly reservations: {
    /** One word for all three of the others. */
    readonly mode: string;
    readonly global: string;
    readonly inSubnet: string;
    readonly outOfPool: string;
    readonly identifiers: string;
    /** Whether those of the whole server are looked up before a subnet is chosen. */
    readonly early: string;
  };
  readonly names: {
    readonly replace: string;
    readonly generatedPrefix: string;
    readonly suffix: string;
    readonly characters: string;
    readonly replacement: string;
  };
}

/**
 * The habits of a server whose scopes are lists of options: it looks for each option that it is to send in the lists of all scopes, the
 * narrowest first, and takes the first that it finds.
 */
export interface ListPolicy extends CommonPolicy {
  readonly procedure: 'lists';
  readonly parameters: ParameterNames;
  readonly defaults: {
    /** Seconds. */
    readonly lifetime: number;
    readonly renewalShare: number;
    readonly rebindingShare: number;
    /** The beginning of host names that the server makes up, in front of the address. */
    readonly generatedPrefix: string;
    /** What is taken out of the host names that clients send, as a regular expression. */
    readonly characters: string;
  };
  /** What a client is known by, in the order in which it is looked up where the file does not say. */
  readonly identifiers: readonly string[];
  /** Sent where they are set, asked for or not. */
  readonly always: readonly number[];
  /** What is kept as what it is and not as bytes, so that it cannot be cut into several options of one code. */
  readonly uncut: {
    /** Lists of these. */
    readonly listsOf: readonly OptionType['kind'][];
    readonly options: readonly { readonly space: string; readonly code: number }[];
  };
  /** Classes that the server gives or looks at by itself. */
  readonly classes: {
    readonly everybody: string;
    readonly known: string;
    readonly unknown: string;
    /** Whose clients are not answered. */
    readonly dropped: string;
    /** Before the vendor class of a client: the name of a class that it is in. */
    readonly vendorPrefix: string;
    /** Classes of such names are the server's own: a test that asks for one does not wait for what that one waits for. */
    readonly ownPrefixes: readonly string[];
    /** Before the name and the key of a class that spawns others. */
    readonly spawnPrefix: string;
  };
  /** Habits that came with a release. */
  readonly since: {
    /** `and` and `or` leave the right side alone where the left one decides. */
    readonly shortCircuits: string;
    /** A class without a test is given where a scope asks for it, and those of the pool come before those of the network. */
    readonly givesUntested: string;
  };
}

/** What a server does with a model: the habits in which servers differ, as data. */
export type ServerPolicy = StatementPolicy | ListPolicy;
