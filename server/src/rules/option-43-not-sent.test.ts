import { describe, expect, it } from 'vitest';
import { foundBy, mendedBy } from '../../../test/stories/story.ts';

const RULE = 'option-43-not-sent';
const SPACE = 'option space igel;\noption igel.igelrmserver code 224 = text;\n';
const SET = 'option igel.igelrmserver "192.0.2.10";';
const SUBNET = 'subnet 192.0.2.0 netmask 255.255.255.0 {\n  range 192.0.2.100 192.0.2.200;\n}\n';
const igel = (...lines: string[]): string =>
  `${SPACE}class "igel" {\n  match if option vendor-class-identifier = "igel-dhcp-1";\n${lines.map((line) => `  ${line}\n`).join('')}}\n${SUBNET}`;

describe('sub-options that are set', () => {
  it('need a word that puts their space into option 43', async () => {
    expect(await foundBy(RULE, igel(SET))).toEqual(['error: igel.igelrmserver']);
    expect(await mendedBy(RULE, igel(SET))).toBe(igel('vendor-option-space igel;', SET));
  });

  it('do not go out where another space is named', async () => {
    const text = `option space phones;\n${igel('vendor-option-space phones;', SET)}`;
    expect(await foundBy(RULE, text)).toEqual(['error: igel.igelrmserver']);
    expect(await mendedBy(RULE, text)).toBe(text);
  });

  it('give way to raw bytes of option 43', async () => {
    const text = igel('vendor-option-space igel;', 'option vendor-encapsulated-options 05:01:41;', SET);
    expect(await foundBy(RULE, text)).toEqual(['error: igel.igelrmserver']);
  });

  it.each([
    igel('vendor-option-space igel;', SET),
    igel(SET, 'vendor-option-space igel;'),
    // Named for everybody
    `${igel(SET)}vendor-option-space igel;\n`,
    // Sent as option 43 by its definition
    `${SPACE}option igel-43 code 43 = encapsulate igel;\n${SUBNET}${SET}\n`,
  ])('go out: %j', async (text) => {
    expect(await foundBy(RULE, text)).toEqual([]);
  });
});
