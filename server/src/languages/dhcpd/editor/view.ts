import type { Model } from '../../../model/model.ts';
import type { Document } from '../../../syntax/document.ts';
import type { Assembly } from '../assembly.ts';
import type { PlacedStatement } from '../statement.ts';

/** What an editor's question about one file is answered from. */
export interface View {
  readonly document: Document<PlacedStatement>;
  readonly assembly: Assembly;
  readonly model: Model;
}
