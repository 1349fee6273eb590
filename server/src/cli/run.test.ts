import { expect, test } from 'vitest';
import { igelRollout } from '../../../test/cli/command-line.ts';

test('check shows each finding with its line, and says at the end what fix would do', async () => {
  const { status, out, err } = await igelRollout('check etc', {
    'etc/dhcpd.conf': 'a colour\n\tgrey or wrong\n',
    'etc/dhcpd6.conf': 'fine\n',
  });
  expect(out).toBe(`etc/dhcpd.conf

  1:3  error  syntax  (fixable)
    1 │ a colour
      │   ^^^^^^
    "colour" is not how it is spelt.
    Readers stumble.

  2:2  warning  duplicate  (fixable with --unsafe)
    2 │     grey or wrong
      │     ^^^^
    "grey" is not how it is spelt.
    Readers stumble.
    etc/dhcpd.conf:1:1: Here it begins.

  2:10  error  unknown-option
    2 │     grey or wrong
      │             ^^^^^
    "wrong" is not how it is spelt.
    Readers stumble.

2 errors, 1 warning in 1 file; 1 fixable (igel-rollout fix etc); 1 more with --unsafe
`);
  expect(err).toBe('');
  expect(status).toBe(1);
});

test('warnings alone are no failure', async () => {
  const { status, out } = await igelRollout('check dhcpd.conf', { 'dhcpd.conf': 'grey\n' });
  expect(out).toMatch(/\n1 warning in 1 file; 1 fixable \(igel-rollout fix --unsafe dhcpd.conf\)\n$/);
  expect(status).toBe(0);
});

test('where nothing is found, one line says what was looked at', async () => {
  expect(await igelRollout('check dhcpd.conf', { 'dhcpd.conf': 'a\nb\n' })).toMatchObject({
    status: 0,
    out: '1 file, dhcpd, 2 lines: nothing found\n',
  });
  expect(await igelRollout('check .', { 'dhcpd.conf': 'a\n', 'dhcpd6.conf': 'b\n' })).toMatchObject({
    status: 0,
    out: '2 files, dhcpd: nothing found\n',
  });
});

test('a terminal gets colours and links, a pipe gets none', async () => {
  const files = { 'dhcpd.conf': 'colour\n' };
  expect((await igelRollout('check dhcpd.conf', files, { terminal: true })).out).toContain('\u001b]8;;file:///');
  expect((await igelRollout('check dhcpd.conf', files)).out).not.toContain('\u001b');
});

test('a file that cannot be read is said in a line, and the others are still checked', async () => {
  const { status, out, err } = await igelRollout('check --format json binary.conf gone.conf dhcpd.conf', {
    'binary.conf': `${'x'.repeat(8000)}\0`,
    'dhcpd.conf': 'colour\n',
  });
  expect(JSON.parse(out)).toHaveLength(1);
  expect(err).toBe('igel-rollout: gone.conf: no such file or folder\nigel-rollout: binary.conf: not a text file\n');
  expect(status).toBe(2);
});

test('a NUL behind the first 8 kB is the analysis to judge', async () => {
  const { status, err } = await igelRollout('check dhcpd.conf', { 'dhcpd.conf': `${' '.repeat(8192)}\0` });
  expect({ status, err }).toEqual({ status: 0, err: '' });
});

test('an included file is judged where it is included, also when it was named itself', async () => {
  const files = { 'dhcpd.conf': 'include "pools.dhcpd"\n', 'pools.dhcpd': 'wrong\n' };
  for (const paths of ['dhcpd.conf', 'pools.dhcpd dhcpd.conf', '.']) {
    const { out } = await igelRollout(`check --format json ${paths}`, files);
    expect(JSON.parse(out), paths).toMatchObject([{ file: 'pools.dhcpd' }]);
  }
});

test('two files that include each other are both checked', async () => {
  const { out } = await igelRollout('check --format github .', {
    'dhcpd.conf': 'wrong include "dhcpd6.conf"\n',
    'dhcpd6.conf': 'wrong\n',
  });
  expect(out.split('\n').filter(Boolean)).toHaveLength(2);
});

test('standard input goes by the name that it is given', async () => {
  const { out } = await igelRollout('check --format json - --stdin-filename etc/dhcpd.conf', {}, { stdin: 'colour' });
  expect(JSON.parse(out)).toMatchObject([{ file: 'etc/dhcpd.conf', start: { line: 1, column: 1 } }]);
});

test('fix mends what is safe, says what it did, and shows what is left', async () => {
  const { status, out, now } = await igelRollout('fix dhcpd.conf', { 'dhcpd.conf': 'colour, grey, wrong\n' });
  expect(now('dhcpd.conf')).toBe('color, grey, wrong\n');
  expect(out).toMatch(/^dhcpd.conf\n\n {2}1:8 {2}warning {2}duplicate/);
  expect(out).toMatch(/\ndhcpd.conf: Write "color"\napplied 1 fix in 1 file; left: 1 error, 1 warning in 1 file\n$/);
  expect(status).toBe(1);
});

test('fix --unsafe mends more, and fix --rule less', async () => {
  const files = { 'dhcpd.conf': 'colour, grey\n' };
  expect((await igelRollout('fix --unsafe dhcpd.conf', files)).now('dhcpd.conf')).toBe('color, gray\n');
  expect((await igelRollout('fix --unsafe --rule duplicate dhcpd.conf', files)).now('dhcpd.conf')).toBe(
    'colour, gray\n',
  );
});

test('one fix may make room for the next', async () => {
  const { now, status } = await igelRollout('fix dhcpd.conf', { 'dhcpd.conf': 'hue\n' });
  expect(now('dhcpd.conf')).toBe('color\n');
  expect(status).toBe(0);
});

test('fix --diff shows the change and writes nothing', async () => {
  const { status, out, err, now } = await igelRollout('fix --diff dhcpd.conf', { 'dhcpd.conf': 'a\r\ncolour\r\n' });
  expect(out).toBe('--- dhcpd.conf\n+++ dhcpd.conf\n@@ -1,2 +1,2 @@\n a\r\n-colour\r\n+color\r\n');
  expect(err).toBe('dhcpd.conf: Write "color"\nwould apply 1 fix in 1 file; left: nothing\n');
  expect(now('dhcpd.conf')).toBe('a\r\ncolour\r\n');
  expect(status).toBe(0);
});

test('fix mends included files too', async () => {
  const files = { 'dhcpd.conf': 'include "pools.txt"\n', 'pools.txt': 'colour\n' };
  expect((await igelRollout('fix dhcpd.conf', files)).now('pools.txt')).toBe('color\n');
});

test('fix of standard input prints the mended text and touches no other file', async () => {
  const { status, out, err, now } = await igelRollout(
    'fix - --stdin-filename dhcpd.conf',
    { 'pools.txt': 'colour\n' },
    { stdin: 'colour include "pools.txt"\n' },
  );
  expect(out).toBe('color include "pools.txt"\n');
  expect(err).toContain('applied 1 fix in 1 file; left: 1 error in 1 file\n');
  expect(now('pools.txt')).toBe('colour\n');
  expect(status).toBe(1);
});

test('fix leaves bytes alone that are no UTF-8', async () => {
  const { now } = await igelRollout('fix dhcpd.conf', { 'dhcpd.conf': Buffer.from('# Gerät\ncolour\n', 'latin1') });
  expect(now('dhcpd.conf')).toBe('# Gerät\ncolor\n');
});

test('fix leaves a byte-order mark alone that no fix is about', async () => {
  const { now } = await igelRollout('fix dhcpd.conf', { 'dhcpd.conf': '\ufeffcolour\n' });
  expect(now('dhcpd.conf')).toBe('\u00ef\u00bb\u00bfcolor\n');
});

test('a command that makes no sense is said in a line', async () => {
  expect(await igelRollout('turn dhcpd.conf', {})).toMatchObject({
    status: 2,
    out: '',
    err: 'igel-rollout: "turn" is no command: there are check, fix, simulate, convert, explain and server (--help tells more)\n',
  });
});

test('--help and --version answer without looking at any file', async () => {
  expect(await igelRollout('check --help gone.conf', {})).toMatchObject({ status: 0, err: '' });
  expect((await igelRollout('--version', {})).out).toMatch(/^\d+\.\d+\.\d+\n$/);
});

test('explain tells what a rule finds, whom it hurts, and what to write instead', async () => {
  const { status, out } = await igelRollout('explain option-224-type', {});
  expect(out).toMatch(/^option-224-type \(error\)\n/);
  expect(out).toContain('\n\nExample\n  option igelrmserver code 224 = ip-address;\n');
  expect(out).toMatch(/\n\ndocs\/rules\/option-224-type.md\n$/);
  expect(status).toBe(0);
});

test.each(['explain sintax', 'fix --rule sintax dhcpd.conf'])(
  '%s: a rule that does not exist is said',
  async (line) => {
    expect(await igelRollout(line, {})).toMatchObject({
      status: 2,
      err: 'igel-rollout: there is no rule "sintax": did you mean syntax?\n',
    });
  },
);
