/**
 * The words of dhcpd's lexer (its `conflex.c`), in small letters; it reads them without regard to case. None of them
 * can be the name of a variable, a function or a function's argument. Options, hosts, option spaces and the like may
 * bear them, save for what `isReservedFor` says of options.
 */
// biome-ignore format: a list of words
export const RESERVED_WORDS: ReadonlySet<string> = new Set([
  'abandoned', 'active', 'add', 'address', 'after', 'algorithm', 'alias', 'all', 'allow', 'also', 'and',
  'anycast-mac', 'append', 'array', 'at', 'atsfp', 'authenticated', 'authentication', 'authoring-byte-order',
  'authoritative', 'auto-partner-down', 'backoff-cutoff', 'backup', 'balance', 'big-endian', 'billing',
  'binary-to-ascii', 'binding', 'boolean', 'boot-unknown-clients', 'booting', 'bootp', 'bound', 'break', 'case',
  'check', 'ciaddr', 'class', 'client-hostname', 'client-identifier', 'client-state', 'client-updates', 'clients',
  'close', 'cltt', 'code', 'commit', 'communications-interrupted', 'compressed', 'concat', 'config-option',
  'conflict-done', 'connect', 'create', 'db-time-format', 'debug', 'declines', 'default', 'default-duid',
  'default-lease-time', 'define', 'defined', 'delete', 'deleted', 'deny', 'disconnect', 'do-forward-update',
  'do-forward-updates', 'domain', 'domain-list', 'domain-name', 'duplicates', 'dynamic', 'dynamic-bootp',
  'dynamic-bootp-lease-cutoff', 'dynamic-bootp-lease-length', 'else', 'elsif', 'en', 'encapsulate', 'encode-int',
  'ends', 'epoch', 'error', 'ethernet', 'eval', 'execute', 'exists', 'expire', 'expired', 'expiry', 'extract-int',
  'failover', 'fatal', 'fddi', 'filename', 'fixed-address', 'fixed-address6', 'fixed-prefix6', 'formerr', 'free',
  'function', 'get-lease-hostnames', 'gethostbyname', 'gethostname', 'giaddr', 'group', 'hardware', 'hash', 'hba',
  'help', 'hex', 'host', 'host-decl-name', 'host-identifier', 'hostname', 'ia-na', 'ia-pd', 'ia-ta', 'iaaddr',
  'iaprefix', 'identifier', 'if', 'ignore', 'include', 'infiniband', 'infinite', 'info', 'initial-delay',
  'initial-interval', 'integer', 'interface', 'ip-address', 'ip6-address', 'is', 'key', 'key-algorithm', 'known',
  'known-clients', 'lcase', 'lease', 'lease-id-format', 'lease-time', 'lease6', 'leased-address', 'leasequery',
  'length', 'let', 'limit', 'little-endian', 'll', 'llt', 'load', 'local', 'log', 'match', 'max', 'max-balance',
  'max-lease-misbalance', 'max-lease-ownership', 'max-lease-time', 'max-life', 'max-response-delay',
  'max-transmit-idle', 'max-unacked-updates', 'mclt', 'media', 'medium', 'members', 'min-balance', 'min-lease-time',
  'min-secs', 'my', 'nameserver', 'netmask', 'never', 'new', 'next', 'next-server', 'no', 'noerror', 'normal', 'not',
  'notauth', 'notimp', 'notzone', 'null', 'nxdomain', 'nxrrset', 'octal', 'of', 'omapi', 'on', 'one-lease-per-client',
  'open', 'option', 'or', 'owner', 'packet', 'parse-vendor-option', 'partner', 'partner-down', 'paused', 'peer',
  'pick', 'pick-first-value', 'pool', 'pool6', 'port', 'potential-conflict', 'preferred-life', 'prefix6', 'prepend',
  'primary', 'primary6', 'pseudo', 'range', 'range6', 'rebind', 'reboot', 'recontact-interval', 'recover',
  'recover-done', 'recover-wait', 'refresh', 'refused', 'reject', 'release', 'released', 'remove', 'renew', 'request',
  'require', 'reserved', 'reset', 'resolution-interrupted', 'retry', 'return', 'reverse', 'rewind', 'script',
  'search', 'secondary', 'secondary6', 'seconds', 'secret', 'select', 'select-timeout', 'send', 'server',
  'server-duid', 'server-identifier', 'server-name', 'servfail', 'set', 'shared-network', 'shutdown', 'siaddr',
  'signed', 'size', 'space', 'spawn', 'split', 'starts', 'startup', 'state', 'static', 'string', 'subclass', 'subnet',
  'subnet6', 'substring', 'suffix', 'supersede', 'switch', 'temporary', 'text', 'timeout', 'timestamp', 'token-ring',
  'transmission', 'tsfp', 'tstp', 'ucase', 'uid', 'unauthenticated', 'unknown', 'unknown-clients', 'unknown-state',
  'unset', 'unsigned', 'update', 'use-host-decl-names', 'use-lease-addr-for-default-route', 'user-class', 'v6relay',
  'v6relopt', 'vendor', 'vendor-class', 'width', 'with', 'yiaddr', 'yxdomain', 'yxrrset', 'zerolen', 'zone',
]);

/** What a name is given to. */
export type NameUse = 'variable' | 'function' | 'function-argument' | 'option' | 'host' | 'space';

/**
 * Whether dhcpd refuses the word as a name for this, because it reads it as a word of its own language. An option must
 * not be called `space`, unless its own space stands before the name, nor `unknown-` and anything but a code.
 */
export function isReservedFor(word: string, use: NameUse): boolean {
  const small = word.toLowerCase();
  switch (use) {
    case 'variable':
    case 'function':
    case 'function-argument':
      return RESERVED_WORDS.has(small);
    case 'option':
      return small === 'space' || /^unknown-(?!0*[1-9])/.test(small);
    case 'host':
    case 'space':
      return false;
  }
}
