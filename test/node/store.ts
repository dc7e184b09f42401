import type { FileChange } from '../../src/core/ports';
import { applyOperation, type StoreOperation } from '../../src/core/store/operations';
import { NodeFileWriter } from '../../src/node/nodeFileWriter';

export function addClaim(id: string, start = 0): StoreOperation {
  return {
    type: 'addClaim',
    article: 'articles/a.md',
    id,
    claim: { target: { exact: '49%', start }, by: 'aiko', at: '2026-11-21T09:00:00Z' },
  };
}

/** Changes store files as the product does. */
export class Store {
  readonly #writer: NodeFileWriter;

  constructor(root: string, patience?: number) {
    this.#writer = new NodeFileWriter(root, patience);
  }

  async apply(file: string, operation: StoreOperation): Promise<FileChange | { status: 'refused' }> {
    let isRefused = false;
    const change = await this.#writer.changeFile(file, (text) => {
      const result = applyOperation(text, operation);
      isRefused = result.text === undefined;
      return result.text;
    });
    return isRefused ? { status: 'refused' } : change;
  }
}
