import type { Command } from './arguments.ts';
import type { ExitStatus, Host } from './host.ts';
import { pageOf } from './places.ts';
import { ruleNamed } from './rule-named.ts';

const WIDTH = 80;

/** `igel-rollout explain`: prints the page of a rule for a terminal. */
export function explain({ rule: id }: Extract<Command, { name: 'explain' }>, host: Host): ExitStatus {
  const { severity, page } = ruleNamed(id);
  const parts = [
    `${id} (${severity})`,
    wrap(page.summary),
    `What is found\n${indent(wrap(page.what))}`,
    `Whom it hurts\n${indent(wrap(page.why))}`,
    `Example\n${indent(page.example)}`,
    `Instead\n${indent(page.instead)}`,
    pageOf(id),
  ];
  host.out(`${parts.map((part) => part.trimEnd()).join('\n\n')}\n`);
  return 0;
}

/** Breaks lines between words. */
const wrap = (text: string): string => text.replace(new RegExp(`(.{1,${WIDTH}})(?: +|$)`, 'gm'), '$1\n');

const indent = (text: string): string => text.replace(/^(?=.)/gm, '  ');
