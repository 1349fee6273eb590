/** What Node gives, as far as it is used here; in a web worker there is none of it. */
interface Node {
  readonly pid: number;
  kill(pid: number): void;
  getBuiltinModule?(name: 'fs'): {
    readdirSync(path: string): string[];
    readFileSync(path: string, encoding: 'utf8'): string;
  };
}

const node = (globalThis as { readonly process?: Partial<Node> }).process as Node | undefined;
const files = node?.getBuiltinModule?.('fs');

/** Whether {@link killServer} can be carried out where the suite runs: it looks for processes as Linux shows them. */
export const canKillServer = files?.readdirSync('/').includes('proc') === true;

/** Ends the language server as a fault would. */
export function killServer(): void {
  if (!node || !files) throw new Error('there are no processes here');
  const threads = files.readdirSync(`/proc/${node.pid}/task`);
  const children = threads.flatMap((thread) =>
    files.readFileSync(`/proc/${node.pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );
  const server = children.find((pid) => files.readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('dist/server.js'));
  if (server === undefined) throw new Error('no language server is running');
  node.kill(Number(server));
}
