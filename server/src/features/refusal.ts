import type { Reason } from '../igel/resolve.ts';
import type { Span } from '../model/span.ts';
import { startOf } from '../model/span.ts';
import type { OpenUnit } from '../workspace/unit.ts';

/** Why a server does not start with its files, so that nobody gets an answer from it. */
export interface Refusal {
  /** The server, as messages name it. */
  readonly server: string;
  /** The first fault that it stumbles over, as a sentence. */
  readonly what: string;
  readonly at: Span;
}

/** What keeps the server from starting with the files; undefined where nothing that is known does. */
export function refusalOf<F>({ analysis, documents, language }: OpenUnit<F>): Refusal | undefined {
  const server = language.serverName;
  for (const document of documents) {
    for (const fault of document.faults) {
      const problem = language.bracketProblem(fault);
      if (problem?.severity === 'error') return { server, what: problem.what, at: problem.at };
    }
  }
  const { model } = analysis;
  const unknown = model.unknownOptions.find(({ certain }) => certain);
  for (const { severity, what, at } of model.problems()) {
    if (severity === 'error' && !(unknown && standsBefore(unknown.nameAt, at))) return { server, what, at };
  }
  const what = unknown && `It knows no option "${unknown.name}" there.`;
  return unknown && what !== undefined ? { server, what, at: unknown.nameAt } : undefined;
}

const standsBefore = (one: Span, other: Span): boolean =>
  one.anchor.file === other.anchor.file && startOf(one) < startOf(other);

/** The same as the first of all reasons for what a device comes to. */
export const refusalReason = ({ server, what, at }: Refusal): Reason => ({
  text: `${server} does not start with this file, so nobody gets an answer.`,
  at,
  remedy: `${what} What follows holds once that is mended.`,
});
