import { describe, expect, it } from 'vitest';
import { isRefused } from '../../../../../test/stories/story.ts';

const around = (written: string): string => `key k { algorithm hmac-md5; secret "MTIz"; }\n${written}\n`;

describe('keys and zones', () => {
  it.each([
    'zone a. { }',
    'zone a. { primary 1.2.3.4; }',
    'zone a { primary 1.2.3.4; }',
    'zone a. { primary 1.2.3.4; key k; }',
    'zone a. { primary 1.2.3.4; key "k"; }',
    'zone a. { primary ns.example.org; }',
    'zone a. { primary 1.2.3.4, 5.6.7.8; }',
    'zone a. { primary 1.2.3.4; secondary 2.3.4.5; }',
    'zone a. { primary6 2001:db8::1; }',
    'zone 0.0.10.in-addr.arpa. { primary 127.0.0.1; key k; }',
    'zone a. { key k; }',
    'zone a. { primary 1.2.3.4; key K; }',
    'key j { secret "MTIz"; algorithm hmac-md5; }',
    'key j { algorithm HMAC-MD5; secret MTIz; }',
    'key j { algorithm hmac-md5.sig-alg.reg.int; secret MTIz; }',
    'key j { algorithm foo; secret MTIz; }',
    'key "j" { algorithm hmac-md5; secret MTIz; }',
    'key j { algorithm hmac-md5; secret MT+/; }',
    'key j. { algorithm hmac-md5; secret MTIz; }',
    'key k { algorithm hmac-md5; secret MTIz; }',
  ])('dhcpd takes %j', async (written) => {
    expect(await isRefused(around(written))).toBe(false);
  });

  it.each([
    'zone "a." { primary 1.2.3.4; }',
    'zone a. { primary 1.2.3.4; primary 1.2.3.4; }',
    'zone a. { primary 1.2.3.4 key k; }',
    'zone a. { primary "1.2.3.4"; }',
    'zone . { primary 1.2.3.4; }',
    'zone a. { primary 1.2.3.4; };',
    'key j { algorithm "hmac-md5"; secret MTIz; }',
    'key j { algorithm hmac-md5; secret "MTI z"; }',
  ])('dhcpd refuses %j', async (written) => {
    expect(await isRefused(around(written))).toBe(true);
  });
});
