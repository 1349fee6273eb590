import type { Mend } from '../../../model/problem.ts';
import { span } from '../../../model/span.ts';
import { compareVersions } from '../../../model/version.ts';
import { nearestNames } from '../../nearest-names.ts';
import type { Assembly } from '../assembly.ts';
import type { JsonNode } from '../json-node.ts';
import { quoted } from '../json-string.ts';
import { type KeaProblem, REFUSED, replacing } from '../report.ts';
import { KEY_OF_PROGRAM, PROGRAM_OF_KEY, type Program, SERVER_OF_PROGRAM } from '../vocabulary/places.ts';
import { keysOf, placeIn } from '../vocabulary/vocabulary.ts';

export interface Top {
  readonly program: Program;
  /** The map that holds everything; undefined where the file is a part of one, or has none. */
  readonly map: JsonNode | undefined;
  readonly problems: readonly KeaProblem[];
}

/** Several programs could stand in one file up to this release, and logs outside of them. */
const LAST_WITH_SEVERAL = '1.7.9';

/** Puts all that stands in the map into one under the name of the only program that knows all of it. */
function wrapping({ item, children }: JsonNode, version: string): readonly Mend[] {
  const programs = (Object.keys(KEY_OF_PROGRAM) as Program[]).filter((program) => {
    const keys = new Set(keysOf(placeIn('global', program), version).map(({ key }) => key));
    return children.length > 0 && children.every(({ key }) => key !== undefined && keys.has(key));
  });
  const [program, ...others] = programs;
  if (program === undefined || others.length > 0 || item.close === undefined) return [];
  const key = KEY_OF_PROGRAM[program];
  const at = (offset: number) => span(item.anchor, offset, offset);
  return [
    {
      title: `Put all this into "${key}"`,
      safe: true,
      preferred: true,
      edits: [
        { at: at(item.start + 1), newText: ` "${key}": {` },
        { at: at(item.close - 1), newText: '} ' },
      ],
    },
  ];
}

/** Which program a file is for, and what is wrong around its one map. */
export function findProgram({ root, complete }: Assembly, family: 4 | 6 | undefined, version: string): Top {
  const problems: KeaProblem[] = [];
  const error = (at: KeaProblem['at'], what: string, remedy: string, more: Partial<KeaProblem> = {}) =>
    problems.push({
      rule: 'syntax',
      severity: 'error',
      at,
      what,
      hurts: REFUSED,
      remedy,
      mends: [],
      related: [],
      ...more,
    });
  const fallback: Program = family === 6 ? '6' : '4';
  const [first, ...others] = root.children;
  if (!first && complete) {
    error(
      root.at,
      'Nothing stands in this file.',
      'Write a map with "Dhcp4", "Dhcp6", "DhcpDdns" or "Control-agent".',
      {
        rule: 'incomplete-declaration',
      },
    );
  }
  if (first?.key !== undefined && PROGRAM_OF_KEY[first.key] !== undefined) {
    const { head } = first;
    error(head, `The "{" before "${first.key}" is missing.`, 'Add it: everything stands in one map.', {
      mends: [
        {
          title: 'Add the missing "{"',
          safe: true,
          preferred: true,
          edits: [{ at: span(head.anchor, head.start, head.start), newText: '{ ' }],
        },
      ],
    });
  }
  // A part that another file includes: nothing to say of it as a whole.
  if (!first || first.key !== undefined || first.kind !== 'object') {
    return { program: fallback, map: undefined, problems };
  }
  for (const other of others) {
    error(
      other.key === undefined ? other.opening : other.head,
      other.kind === 'object'
        ? 'A second map begins here: Kea reads one.'
        : 'Something stands here behind the one map that Kea reads.',
      other.kind === 'object' ? 'Give each program a file of its own.' : 'Take it away, or move it inside.',
      { related: [{ at: first.opening, message: 'the first map' }] },
    );
  }
  const known = first.children.filter(({ key }) => key !== undefined && PROGRAM_OF_KEY[key] !== undefined);
  const wanted = family === undefined ? undefined : known.find(({ key }) => key === `Dhcp${family}`);
  const chosen = wanted ?? known[0];
  if (!chosen) {
    if (first.children.some(({ kind }) => kind === 'include')) return { program: fallback, map: undefined, problems };
    const [child] = first.children;
    const [nearest] = first.children.flatMap(({ key }) => nearestNames(key ?? '', Object.keys(PROGRAM_OF_KEY)));
    const misspelt = first.children.find(
      ({ key }) => nearestNames(key ?? '', Object.keys(PROGRAM_OF_KEY))[0] === nearest,
    );
    error(
      misspelt?.head ?? child?.head ?? first.opening,
      nearest !== undefined
        ? `Kea knows no "${misspelt?.key}" here.`
        : `The file does not say which server it is for: ${Object.keys(PROGRAM_OF_KEY).map(quoted).join(', ')} is missing around all this.`,
      nearest !== undefined ? `Is "${nearest}" meant?` : 'Put everything into a map under that name.',
      {
        rule: nearest !== undefined ? 'unknown-statement' : 'incomplete-declaration',
        mends:
          misspelt?.keyAt && nearest !== undefined
            ? [replacing(`Write "${nearest}"`, misspelt.keyAt, quoted(nearest))]
            : wrapping(first, version),
      },
    );
    return { program: fallback, map: undefined, problems };
  }
  const program = PROGRAM_OF_KEY[chosen.key ?? ''] ?? fallback;
  for (const child of first.children) {
    if (child === chosen) continue;
    const { key } = child;
    if (key === chosen.key) {
      error(child.head, `"${key}" stands here a second time.`, 'Join the two maps.', { rule: 'duplicate' });
    } else if (key !== undefined && (PROGRAM_OF_KEY[key] !== undefined || key === 'Logging')) {
      if (compareVersions(version, LAST_WITH_SEVERAL) <= 0) continue;
      error(
        child.head,
        `"${key}" beside "${chosen.key}" is gone since Kea ${LAST_WITH_SEVERAL}: ${SERVER_OF_PROGRAM[program]} reads "${KEY_OF_PROGRAM[program]}" alone.`,
        key === 'Logging' ? `Move its "loggers" into "${chosen.key}".` : 'Move it into a file of its own.',
        { rule: 'server-version' },
      );
    } else if (key === undefined) {
      error(child.opening, 'A value stands here without a name.', 'Take it away.');
    } else {
      error(
        child.head,
        `Kea knows no "${key}" beside "${chosen.key}".`,
        `Take it away, or move it into "${chosen.key}".`,
        {
          rule: 'unknown-statement',
        },
      );
    }
  }
  if (chosen.kind !== 'object') {
    if (chosen.kind !== 'broken' && chosen.kind !== 'include') {
      error(chosen.opening, `"${chosen.key}" takes a map in braces.`, 'Write braces.', { rule: 'parameter-value' });
    }
    return { program, map: undefined, problems };
  }
  return { program, map: chosen, problems };
}
