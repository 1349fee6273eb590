import { convert } from '../convert/convert.ts';
import { leftLines, withHeading } from '../convert/heading.ts';
import type { LanguageId, ServerSettings } from '../languages/language.ts';
import { type Span, startOf } from '../model/span.ts';
import { languageById } from '../workspace/languages.ts';
import type { AnyUnit } from '../workspace/workspace.ts';

/** What a configuration becomes for another server. */
export type Moved =
  | {
      readonly text: string;
      /** What is not carried over, each in one line. */
      readonly left: readonly string[];
    }
  /** Why nothing is written, in one line. */
  | { readonly trouble: string };

export interface Moving {
  readonly to: LanguageId;
  readonly settings: ServerSettings;
  /** A text in the other language, understood. */
  readonly understand: (text: string) => AnyUnit;
  /** A file as people know it. */
  readonly nameOf: (path: string) => string;
}

/** Writes for another server what leads IGEL OS devices to their UMS, with a heading that lists what is not carried over. */
export function moveTo(unit: AnyUnit, { to, settings, understand, nameOf }: Moving): Moved {
  const { model } = unit.analysis;
  const { language, root } = unit;
  const target = languageById(to);
  const source = nameOf(root.file);
  if (language.id === to) return { trouble: `${source} is written for ${language.serverName} already` };
  const placeOf = (at: Span): string => {
    const position = unit.document(at.anchor.file)?.positionAt(startOf(at));
    return position ? `${nameOf(at.anchor.file)}:${position.line + 1}` : nameOf(at.anchor.file);
  };
  const fault = [...model.problems()].find(({ severity }) => severity === 'error');
  if (fault) {
    return {
      trouble: `${placeOf(fault.at)}: ${fault.what} ${language.serverName} does not start with this: mend it first`,
    };
  }
  const conversion =
    target &&
    convert({ model, policy: language.policy }, target, settings, (text) => {
      const written = understand(text);
      return written.language.simulated
        ? { model: written.analysis.model, policy: written.language.policy }
        : undefined;
    });
  if (!target || !conversion) return { trouble: `nothing can be written for "${to}"` };
  return {
    text: withHeading(conversion, { source, comment: target.comment, placeOf }),
    left: leftLines(conversion.left, placeOf),
  };
}
