import { addressRange } from './address-range.ts';
import { classNeverMatches } from './class-never-matches.ts';
import { clientLockedOut } from './client-locked-out.ts';
import { duplicate } from './duplicate.ts';
import { exclusiveOutside43 } from './exclusive-outside-43.ts';
import { exclusiveType } from './exclusive-type.ts';
import { exclusiveValue } from './exclusive-value.ts';
import { exclusiveWithoutServer } from './exclusive-without-server.ts';
import { incompleteDeclaration } from './incomplete-declaration.ts';
import { legacyDevicesUncovered } from './legacy-devices-uncovered.ts';
import { misplacedDeclaration } from './misplaced-declaration.ts';
import { neverEffective } from './never-effective.ts';
import { option43Malformed } from './option-43-malformed.ts';
import { option43NotSent } from './option-43-not-sent.ts';
import { option43Suboption } from './option-43-suboption.ts';
import { option43Unscoped } from './option-43-unscoped.ts';
import { option224Code } from './option-224-code.ts';
import { option224Collision } from './option-224-collision.ts';
import { option224NotSent } from './option-224-not-sent.ts';
import { option224Type } from './option-224-type.ts';
import { option224Undefined } from './option-224-undefined.ts';
import { option224Value } from './option-224-value.ts';
import { option226Type } from './option-226-type.ts';
import { optionDefinition } from './option-definition.ts';
import { optionValueType } from './option-value-type.ts';
import { parameterValue } from './parameter-value.ts';
import type { Rule } from './rule.ts';
import { serverVersion } from './server-version.ts';
import { serversDiffer } from './servers-differ.ts';
import { syntax } from './syntax.ts';
import { unknownOption } from './unknown-option.ts';
import { unknownReference } from './unknown-reference.ts';
import { unknownStatement } from './unknown-statement.ts';
import { vendorClassMatch } from './vendor-class-match.ts';

/** Every rule, in the order of the documentation. Pages, `explain` and settings are made from this list. */
export const RULES: readonly Rule[] = [
  syntax,
  unknownStatement,
  unknownOption,
  optionValueType,
  optionDefinition,
  unknownReference,
  duplicate,
  addressRange,
  parameterValue,
  incompleteDeclaration,
  misplacedDeclaration,
  classNeverMatches,
  neverEffective,
  serverVersion,
  option224Type,
  option224Value,
  option224Code,
  option224Undefined,
  option224NotSent,
  option226Type,
  option43Malformed,
  option43Suboption,
  exclusiveType,
  exclusiveValue,
  exclusiveOutside43,
  exclusiveWithoutServer,
  option43NotSent,
  option43Unscoped,
  vendorClassMatch,
  legacyDevicesUncovered,
  serversDiffer,
  option224Collision,
  clientLockedOut,
];

export const ruleById = (id: string): Rule | undefined => RULES.find((rule) => rule.id === id);
