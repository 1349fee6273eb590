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

/** What a server does with a model: the habits in which servers differ, as data. */
export interface ServerPolicy {
  /** As messages name it. */
  readonly server: string;
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
  /** Whether a range outside of all pools can slip into a pool of the same network. */
  readonly strayRangesJoinPools: boolean;
}
