/* What Once uses of the two packages, whose own types need packages that they do not install. */

declare module '@energetic-ai/core' {
  export type GraphModel = { readonly executeAsync: (inputs: unknown) => Promise<unknown> };
  type ModelHandler = { readonly load: () => Promise<unknown> };
  /** The package is CommonJS: everything is on its default export. */
  const core: {
    readonly ready: () => Promise<void>;
    readonly setWasmPaths: (folder: string) => void;
    readonly loadGraphModel: (handler: ModelHandler) => Promise<GraphModel>;
    readonly io: {
      readonly getModelArtifactsForJSON: (
        model: unknown,
        loadWeights: (manifest: readonly WeightGroup[]) => Promise<[unknown[], ArrayBuffer]>,
      ) => Promise<unknown>;
    };
  };
  export type WeightGroup = { readonly paths: readonly string[]; readonly weights: readonly unknown[] };
  export default core;
}

declare module '@energetic-ai/embeddings' {
  import type { GraphModel } from '@energetic-ai/core';

  const embeddings: {
    readonly EmbeddingsModel: new (data: { vocabulary: unknown; model: GraphModel }) => {
      readonly embed: (sentences: readonly string[]) => Promise<number[][]>;
    };
  };
  export default embeddings;
}
