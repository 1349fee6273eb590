import { expect, test } from 'vitest';
import { layOut } from './layout.ts';

const ROOM = { options: 312, bootFile: false, serverName: false };
const option = (code: number, length: number) => ({
  code,
  bytes: new Uint8Array(length).fill(code),
  least: length,
  most: length,
});
const lengths = (laid: ReadonlyMap<number, Uint8Array | undefined>) =>
  Object.fromEntries([...laid].map(([code, bytes]) => [code, bytes?.length]));

test('what is longer than 255 bytes is cut, and put together again by the client', () => {
  expect(lengths(layOut([option(43, 280)], ROOM))).toEqual({ 43: 280 });
});

test('what finds no room is left out, and shorter options after it still go', () => {
  expect(lengths(layOut([option(53, 1), option(43, 301), option(224, 10)], ROOM))).toEqual({ 53: 1, 224: 10 });
});

test('free header fields take what the options field cannot', () => {
  const room = { options: 312, bootFile: true, serverName: true };
  expect(lengths(layOut([option(43, 290), option(224, 100), option(226, 50)], room))).toEqual({
    43: 290,
    224: 100,
    226: 50,
  });
});

test('a code over 255 goes out under what is left of it in a byte', () => {
  expect([...layOut([option(480, 1)], ROOM).keys()]).toEqual([224]);
});

test('what is left with 255 ends the options, what is left with 0 is read as something else', () => {
  expect([...layOut([option(53, 1), option(511, 4), option(43, 2)], ROOM).keys()]).toEqual([53]);
  const padding = { ...option(256, 3), bytes: Uint8Array.of(1, 9, 7) };
  expect(layOut([padding, option(43, 2)], ROOM)).toEqual(
    new Map([
      [3, Uint8Array.of(9)],
      [7, undefined],
    ]),
  );
});

test('where the length of one is not known, it is not known whether others find room', () => {
  const unknown = { code: 6, bytes: undefined, least: 0, most: 64 };
  const laid = layOut([unknown, option(43, 200), option(224, 50), option(226, 10)], ROOM);
  expect([...laid].map(([code, bytes]) => [code, bytes !== undefined])).toEqual([
    [43, true],
    [224, false],
    [226, false],
    [6, false],
  ]);
});
