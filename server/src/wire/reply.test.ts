import { describe, expect, test } from 'vitest';
import { clientOf, DEVICE, hexIn, replyTo, serverOf, textIn } from '../../../test/wire/serving.ts';
import { textOf } from '../model/span.ts';

const TAG = 'option umsstructuretag code 226 = text;';
const tag = (text: string): string => `option umsstructuretag "${text}";`;
const tagOf = (config: string, client = DEVICE, place = 0): string | undefined =>
  textIn(replyTo(`${TAG}\n${config}`, client, place), 226);

describe('of values in several scopes the strongest goes out', () => {
  test('global, shared network, subnet, pool, class, subclass, group, host: each beats those before it', () => {
    const scopes = ['global', 'network', 'subnet', 'pool', 'class', 'subclass', 'group', 'host'] as const;
    const config = (set: ReadonlySet<string>): string => {
      const value = (scope: string): string => (set.has(scope) ? tag(scope) : '');
      return `
        ${value('global')}
        class "igel" { match option vendor-class-identifier; ${value('class')} }
        subclass "igel" "igel-dhcp-1" { ${value('subclass')} }
        shared-network "floor" {
          ${value('network')}
          subnet 10.99.0.0 netmask 255.255.255.0 {
            ${value('subnet')}
            pool { range 10.99.0.20 10.99.0.30; ${value('pool')} }
          }
        }
        group { ${value('group')} host tc1 { hardware ethernet 02:1e:10:00:00:01; ${value('host')} } }`;
    };
    const client = { ...DEVICE, mac: '02:1e:10:00:00:01' };
    const set = new Set<string>();
    for (const scope of scopes) {
      set.add(scope);
      expect(tagOf(config(set), client)).toBe(scope);
    }
  });

  test('of two classes the one that is declared first', () => {
    const config = `
      class "a" { match if exists vendor-class-identifier; ${tag('first')} }
      class "b" { match if exists vendor-class-identifier; ${tag('second')} }
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; }`;
    expect(tagOf(config)).toBe('first');
  });

  test('the losers are told with what beat them', () => {
    const config = `${TAG} ${tag('global')} subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; ${tag('subnet')} }`;
    const { beaten, origins } = replyTo(config, DEVICE);
    expect(beaten.map(({ loser, winner }) => [textOf(loser.at), winner && textOf(winner.at)])).toEqual([
      ['option umsstructuretag "global"', 'option umsstructuretag "subnet"'],
    ]);
    expect(origins.get(226)?.map(({ value }) => value && textOf(value.at))).toEqual([
      'option umsstructuretag "subnet"',
    ]);
  });
});

describe('default, append and prepend', () => {
  const subnet = 'subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; append umsstructuretag "+"; }';

  test('join what wider scopes have set', () => {
    expect(tagOf(`${tag('a')} default umsstructuretag "b"; prepend umsstructuretag "c"; ${subnet}`)).toBe('ca+');
    expect(tagOf(subnet)).toBe('+');
  });
});

describe('if, switch and break', () => {
  const inSubnet = (statements: string): string =>
    `subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; ${statements} }`;

  test('a case goes on through the next ones to a break', () => {
    const config = (end: string): string =>
      inSubnet(`switch (option vendor-class-identifier) {
        case "igel-dhcp-1": ${tag('case')} ${end}
        default: ${tag('default')}
      }`);
    expect(tagOf(config('break;'))).toBe('case');
    expect(tagOf(config(''))).toBe('default');
  });

  test('break ends the list that it stands in, and no more', () => {
    expect(tagOf(inSubnet(`if exists vendor-class-identifier { break; } ${tag('after')}`))).toBe('after');
    expect(tagOf(inSubnet(`${tag('before')} break; ${tag('after')}`))).toBe('before');
  });

  test('what is set on commit is in the acknowledgement alone', () => {
    const config = `${TAG} ${inSubnet(`on commit { ${tag('commit')} }`)}`;
    expect(textIn(replyTo(config, DEVICE), 226)).toBeUndefined();
    expect(textIn(replyTo(config, DEVICE, 0, 'acknowledgement'), 226)).toBe('commit');
  });
});

describe('classes', () => {
  const SUBNET = 'subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; }';

  test('are looked up before hosts are, so that "known" is never true in one', () => {
    const config = `
      class "known" { match if known; ${tag('known')} }
      host tc1 { hardware ethernet 02:1e:10:00:00:01; }
      ${SUBNET}`;
    expect(tagOf(config, { ...DEVICE, mac: '02:1e:10:00:00:01' })).toBeUndefined();
  });

  test('a variable of the server’s start counts in their tests, one of a client does not', () => {
    const config = (set: string): string => `
      class "ours" { match if option vendor-class-identifier = ours; ${tag('ours')} }
      ${set}
      ${SUBNET}`;
    expect(tagOf(config('set ours = "igel-dhcp-1";'))).toBe('ours');
    expect(tagOf(config('set ours = option vendor-class-identifier;'))).toBeUndefined();
  });

  test('no more than five count', () => {
    const classes = [1, 2, 3, 4, 5, 6].map(
      (number) => `class "c${number}" { match if exists vendor-class-identifier; }`,
    );
    const reply = replyTo(`${classes.join('\n')} ${SUBNET}`, DEVICE);
    expect(reply.classes.map(({ name }) => name)).toEqual(['c1', 'c2', 'c3', 'c4', 'c5']);
  });

  test('one that stands in a subnet of a shared network brings the values of that subnet along, to clients of others too', () => {
    const config = `
      shared-network "floor" {
        subnet 10.99.0.0 netmask 255.255.255.0 {
          ${tag('first subnet')}
          class "igel" { match if option vendor-class-identifier = "igel-dhcp-1"; }
        }
        subnet 10.98.0.0 netmask 255.255.255.0 { range 10.98.0.20; ${tag('second subnet')} }
      }`;
    expect(tagOf(config, DEVICE, 1)).toBe('first subnet');
  });

  test('a second declaration changes the first: its test replaces the other, what it sets comes on top', () => {
    const config = `
      class "igel" { match if option vendor-class-identifier = "other"; ${tag('first')} option host-name "kept"; }
      class "later" { match if exists vendor-class-identifier; ${tag('later')} }
      class "igel" { match if option vendor-class-identifier = "igel-dhcp-1"; ${tag('second')} }
      ${SUBNET}`;
    const reply = replyTo(`${TAG} ${config}`, { ...DEVICE, request: [12, 226] });
    expect([textIn(reply, 226), textIn(reply, 12)]).toEqual(['second', 'kept']);
    expect(reply.classes.map(({ name }) => name)).toEqual(['igel', 'later']);
  });

  test('add puts a client into one', () => {
    const config = `
      class "late" { ${tag('late')} }
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; if exists vendor-class-identifier { add "late"; } }`;
    expect(tagOf(config)).toBe('late');
  });
});

describe('option spaces', () => {
  test('a second declaration begins without the options of the first', () => {
    const config = `
      option space igel; option igel.one code 1 = text; option igel.one "lost";
      option space igel; option igel.two code 2 = text; option igel.two "b";
      vendor-option-space igel;
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; }`;
    expect(hexIn(replyTo(config, { ...DEVICE, request: [43] }), 43)).toBe('020162');
  });

  test('parse-vendor-option makes those that a client sends readable', () => {
    const config = `
      option space igel; option igel.one code 1 = text;
      vendor-option-space igel;
      parse-vendor-option;
      subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; option host-name = option igel.one; }`;
    const client = { ...DEVICE, request: [12], options: { 43: '010178' } };
    expect(textIn(replyTo(config, client), 12)).toBe('x');
  });
});

describe('hosts', () => {
  const MAC = '02:1e:10:00:00:01';
  const NETWORK = `
    subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20 10.99.0.30; ${tag('near')} }
    subnet 10.98.0.0 netmask 255.255.255.0 { range 10.98.0.20 10.98.0.30; ${tag('far')} }`;
  const client = { ...DEVICE, mac: MAC };

  test('with an address of the network gives it, and no pool counts', () => {
    const config = `${NETWORK} host tc1 { hardware ethernet ${MAC}; fixed-address 10.98.0.7; ${tag('host')} }`;
    expect(tagOf(config, client, 1)).toBe('host');
    expect(tagOf(config, client, 0)).toBe('near');
  });

  test('are found by the client identifier before the hardware address', () => {
    const config = `${NETWORK}
      host card { hardware ethernet ${MAC}; ${tag('card')} }
      host id { uid "lab"; ${tag('id')} }`;
    expect(tagOf(config, { ...client, clientId: '6c6162' })).toBe('id');
    expect(tagOf(config, client)).toBe('card');
  });

  test('in a named group take its statements instead of those around them', () => {
    const config = `
      group "lab" { ${tag('named')} }
      ${NETWORK}
      group { ${tag('around')} host tc1 { hardware ethernet ${MAC}; group "lab"; } }`;
    expect(tagOf(config, client)).toBe('named');
  });

  test('known clients are told apart by "if known" and by pools', () => {
    const config = `
      subnet 10.99.0.0 netmask 255.255.255.0 {
        pool { range 10.99.0.20 10.99.0.29; allow known-clients; ${tag('known')} }
        pool { range 10.99.0.30 10.99.0.39; deny known-clients; ${tag('guest')} }
      }
      host tc1 { hardware ethernet ${MAC}; }`;
    const server = serverOf(`${TAG} ${config}`);
    const answers = server.places.map((place) =>
      [client, DEVICE].map((one) => textIn(server.reply(clientOf(one), place), 226)),
    );
    expect(answers).toEqual([
      ['known', undefined],
      [undefined, 'guest'],
    ]);
  });
});

describe('silence has a reason and a place', () => {
  const silence = (config: string, client = DEVICE) => {
    const reply = replyTo(config, client);
    return [reply.options, reply.silence?.reason, reply.silence?.at && textOf(reply.silence.at)];
  };

  test('unknown clients that are denied', () => {
    expect(silence('deny unknown-clients; subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; }')).toEqual([
      null,
      'unknown-client',
      'deny unknown-clients',
    ]);
  });

  test('booting that is denied', () => {
    expect(silence('subnet 10.99.0.0 netmask 255.255.255.0 { range 10.99.0.20; deny booting; }')).toEqual([
      null,
      'booting-denied',
      'deny booting',
    ]);
  });

  test('a pool for others', () => {
    const config = `class "phones" { match if exists user-class; }
      subnet 10.99.0.0 netmask 255.255.255.0 { pool { range 10.99.0.20; allow members of "phones"; } }`;
    expect(silence(config)).toEqual([null, 'not-permitted', 'allow members of "phones"']);
  });

  test('no addresses', () => {
    expect(silence('subnet 10.99.0.0 netmask 255.255.255.0 { }').slice(0, 2)).toEqual([null, 'no-address']);
  });
});
