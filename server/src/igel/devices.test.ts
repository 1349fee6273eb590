import { expect, test } from 'vitest';
import { clientOf, device } from './devices.ts';

test.each([
  ['10.06.190', 'option-224'],
  ['11.03.500', 'option-224'],
  ['11.03.614', 'between'],
  ['11.04.100', 'option-43'],
  ['11.10.450', 'option-43'],
  ['12.01.100', 'early-12'],
  ['12.7.5', 'early-12'],
  ['12.7.6', 'mended-12'],
  ['12.8.0', 'late-12'],
  ['12.8', 'late-12'],
])('IGEL OS %s is of the age %s', (version, age) => {
  expect(device(version).age).toBe(age);
});

test('devices from 11.04.100 on say who they are and ask for option 43', () => {
  expect(clientOf(device('11.04.100')).request).toEqual([1, 3, 6, 12, 15, 43, 224, 226]);
  expect(clientOf(device('11.04.100')).options.get(60)).toEqual(new TextEncoder().encode('igel-dhcp-1'));
});

test('older ones do neither', () => {
  expect(clientOf(device('11.03.500')).request).toEqual([1, 3, 6, 12, 15, 224, 226]);
  expect(clientOf(device('11.03.500')).options.has(60)).toBe(false);
});
