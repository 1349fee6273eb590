import type { ClientClass } from './client-class.ts';
import type { Host, Permit } from './host.ts';
import type { OptionDefinition, OptionSpace, OptionValue } from './option.ts';
import type { Problem } from './problem.ts';
import type { Scope } from './scope.ts';
import type { Span } from './span.ts';
import type { UnknownOption } from './unknown-option.ts';

/** What one file and the files that it includes mean together, whichever language they are written in. */
export interface Model {
  /** The space that DHCP's own options live in. */
  readonly mainSpace: string;
  /** Undefined where nothing in the file tells. */
  readonly family: 4 | 6 | undefined;
  readonly global: Scope;
  /** Those that the files make, in the order in which the server reads them. */
  readonly definitions: readonly OptionDefinition[];
  /** The server's own definition of a code, or the last one that the files make. */
  definitionOfCode(space: string, code: number): OptionDefinition | undefined;
  space(name: string): OptionSpace | undefined;
  /** Those that the files declare. */
  readonly spaces: readonly OptionSpace[];
  /** In the order in which the server tests them. */
  readonly classes: readonly ClientClass[];
  /** All that is set outside of host declarations, in the order of the text. */
  readonly values: readonly OptionValue[];
  /** All that host declarations set. */
  hostValues(): Iterable<OptionValue>;
  /** The part of them with this code, or with this name in any letter case, whatever their space. */
  hostValuesOf(option: { readonly code: number } | { readonly name: string }): Iterable<OptionValue>;
  hosts(): Iterable<Host>;
  /** Those of them that are known by another option than the client identifier. */
  hostsKnownByOption(): Iterable<Host>;
  /** In the order in which the server reads them. */
  readonly unknownOptions: readonly UnknownOption[];
  /** Who may have the addresses of a pool, or come into a network; empty where anybody may. */
  permits(scope: Scope): readonly Permit[];
  /** The release of the server that the files are for, such as 2.2; undefined where it makes no difference. */
  readonly release: string | undefined;
  /** Whether the server reads one place before another, which may be in another file. */
  isReadBefore(place: Span, other: Span): boolean;
  /** Whether all included files could be read: otherwise more may be declared than is known. */
  readonly complete: boolean;
  /** What the language found by itself. */
  problems(): Iterable<Problem>;
}
