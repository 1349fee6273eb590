import type { Rollout } from '../igel/rollout.ts';
import type { LanguageWriter } from '../languages/language.ts';
import type { Model } from '../model/model.ts';
import type { Problem, Severity } from '../model/problem.ts';

/** What a rule may look at. */
export interface RuleContext {
  readonly model: Model;
  /** The server that reads the file, as messages name it. */
  readonly serverName: string;
  readonly write: LanguageWriter;
  /** What goes over the wire, and where IGEL OS ends with it. Worked out when it is asked. */
  readonly rollout: Rollout;
}

/** The page of a rule in `docs/rules/`, and what `explain` prints. Texts are Markdown. */
export interface RulePage {
  /** One line: what is found. */
  readonly summary: string;
  readonly what: string;
  readonly why: string;
  /** A config, in dhcpd's language, in which the rule finds something. */
  readonly example: string;
  /** The same, put right. */
  readonly instead: string;
}

export interface Rule {
  readonly id: string;
  /** The usual severity; a finding may be milder or graver where the page says so. */
  readonly severity: Severity;
  readonly page: RulePage;
  /** Whether it asks the simulator, which takes its time: its findings follow the others. */
  readonly simulates?: true;
  /** What it finds beside the problems that the language found for it. Asked again only when the model's revision has changed. */
  check(context: RuleContext): Iterable<Problem>;
}
