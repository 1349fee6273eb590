import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Files } from './files.ts';

function filesWith(content: string | Uint8Array) {
  const folder = mkdtempSync(join(tmpdir(), 'igel-rollout-'));
  writeFileSync(join(folder, 'dhcpd.conf'), content);
  return { files: new Files(folder), bytes: () => readFileSync(join(folder, 'dhcpd.conf')) };
}

test('a file is changed in memory first, and on the disk when it is saved', () => {
  const { files, bytes } = filesWith('before\r\n');
  files.change('dhcpd.conf', 'between\r\n');
  files.change('./dhcpd.conf', 'after\r\n');
  expect(files.read('dhcpd.conf')).toBe('after\r\n');
  expect(files.original('dhcpd.conf')).toBe('before\r\n');
  expect(bytes().toString()).toBe('before\r\n');
  expect(files.save('dhcpd.conf')).toBeUndefined();
  expect(bytes().toString()).toBe('after\r\n');
});

test('every byte comes back, whatever encoding it was meant in', () => {
  const allBytes = Uint8Array.from({ length: 255 }, (_, i) => i + 1);
  const { files, bytes } = filesWith(allBytes);
  files.change('dhcpd.conf', `${files.read('dhcpd.conf')}!`);
  files.save('dhcpd.conf');
  expect([...bytes()]).toEqual([...allBytes, 0x21]);
});

test('what cannot be read or written is told in a few words', () => {
  const { files } = filesWith('');
  expect(files.load('.')).toEqual({ trouble: 'a folder, not a file' });
  expect(files.load('dhcpd.conf/x')).toEqual({ trouble: 'no such file or folder' });
  files.supply('gone/dhcpd.conf', Buffer.from('x'));
  expect(files.save('gone/dhcpd.conf')).toBe('no such file or folder');
});
