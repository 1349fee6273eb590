import { DHCPD } from '../../../server/src/languages/dhcpd/language.ts';
import { KEA } from '../../../server/src/languages/kea/language.ts';
import type { Language } from '../../../server/src/languages/language.ts';
import { loadParser } from '../../../server/src/syntax/parser.ts';
import { Server } from '../../../server/src/wire/reply.ts';
import { OpenUnit } from '../../../server/src/workspace/unit.ts';
import { grammarsOnDisk } from '../../truth/analysis-of-disk.ts';
import { KEA_VERSION, type TruthLanguage } from '../../truth/cases.ts';
import { generateClients } from './dhcpd/clients.ts';
import { generateConfig } from './dhcpd/config.ts';
import type { Dice } from './dice.ts';
import type { GeneratedClient } from './generated-client.ts';
import { generateKeaClients } from './kea/clients.ts';
import { generateKeaConfig } from './kea/config.ts';

/** What the checker makes of a configuration. */
export interface Understood {
  readonly server: Server;
  /** What it says that the real server refuses. */
  readonly errors: readonly string[];
}

/** What is made up for a server. */
export interface Generator {
  config(dice: Dice): string;
  clients(dice: Dice, count: number): readonly GeneratedClient[];
  understand(config: string): Understood;
}

export const GENERATORS: Readonly<Record<TruthLanguage, Generator>> = {
  dhcpd: { config: generateConfig, clients: generateClients, understand: await reader(DHCPD) },
  kea: { config: generateKeaConfig, clients: generateKeaClients, understand: await reader(KEA) },
};

async function reader<F>(language: Language<F>): Promise<(config: string) => Understood> {
  const parser = await loadParser(grammarsOnDisk, language.syntax);
  return (text) => {
    const settings = { family: 4, keaVersion: KEA_VERSION } as const;
    const unit = new OpenUnit(language, parser, { path: 'generated.conf', text }, { read: () => undefined }, settings);
    unit.work();
    const { model } = unit.analysis;
    const errors = [...model.problems()].filter(({ severity }) => severity === 'error');
    return {
      server: new Server(model, language.policy),
      errors: [...errors.map(({ rule, what }) => `${rule}: ${what}`), ...model.unknownOptions.map(({ name }) => name)],
    };
  };
}
