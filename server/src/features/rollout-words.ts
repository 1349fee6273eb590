import type { Device } from '../igel/devices.ts';
import { releaseRange } from '../igel/release-range.ts';
import type { Resolution, Way } from '../igel/resolve.ts';
import { type RolloutCell, sameServer } from './rollout-cell.ts';
import { grouped } from './rollout-table.ts';

/**
 * What devices come to in a few words, the newest first: `IGEL OS 11.04.100+: 10.0.0.5 through 43/224; 11.03.500 and lower: none`.
 * @param cells one of each device, the oldest first
 */
export function rolloutWords(cells: readonly RolloutCell[]): string {
  const parts = grouped(cells, sameServer).map(
    (group) => `${versionsOf(group.map(({ device }) => device))}: ${endWords(group)}`,
  );
  return `IGEL OS ${parts.reverse().join('; ')}`;
}

/** The releases that neighbours of a fleet stand for, the oldest first. */
function versionsOf(devices: readonly Device[]): string {
  const { from, to } = releaseRange(devices);
  if (!from) return to ? `${to.version} and lower` : 'of every version';
  if (!to) return `${from.version}+`;
  return from === to ? from.version : `${from.version} to ${to.version}`;
}

/** Some devices of a fleet, neighbours in one. */
export function versionsAmong(fleet: readonly Device[], some: ReadonlySet<Device>): string {
  const runs = grouped(fleet, (a, b) => some.has(a) === some.has(b)).filter(([first]) => first && some.has(first));
  return runs.map(versionsOf).join(' and ');
}

const WAYS: Readonly<Record<Way, string>> = {
  'option 224': '224',
  'option 43, sub-option 224': '43/224',
  DNS: 'DNS',
};

function endWords(group: readonly RolloutCell[]): string {
  const doubtful = group.filter(({ told }) => told.outcome === 'doubtful');
  const certain = group.find(({ told }) => told.outcome !== 'doubtful');
  const told = (certain ?? group[0])?.told;
  if (!told) return '';
  const perhaps = doubtful.map(({ device }) => device.version).join(', ');
  return certain && doubtful.length > 0 ? `${endOf(told)} (${perhaps}: perhaps)` : endOf(told);
}

function endOf({ outcome, server, way }: Resolution): string {
  switch (outcome) {
    case 'server':
      return `${server}${through(way)}`;
    case 'doubtful':
      return `perhaps ${server}${through(way)}`;
    case 'none':
      return 'none';
    case 'unknown':
      return 'not known beforehand';
  }
}

const through = (way: Way | undefined): string => (way ? ` through ${WAYS[way]}` : '');
