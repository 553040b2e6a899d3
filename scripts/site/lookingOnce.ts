import type {FrameworkLoaders} from "@observablehq/framework/dist/config.js";

/**
 * The loaders with the answers that stay the same as long as no source changes: Framework itself looks again at all that a
 * module imports for each place that names it, since a preview has to.
 */
export function lookingOnce(loaders: FrameworkLoaders): FrameworkLoaders {
  return Object.assign(Object.create(loaders), {
    getModuleHash: once((path) => loaders.getModuleHash(path)),
    getLocalModuleHash: once((path) => loaders.getLocalModuleHash(path)),
    resolveImportPath: once((path) => loaders.resolveImportPath(path)),
    resolveFilePath: once((path) => loaders.resolveFilePath(path)),
    getOutputInfo: once((path) => loaders.getOutputInfo(path)),
  });
}

function once<T>(answer: (path: string) => T): (path: string) => T {
  const known = new Map<string, T>();
  return (path) => {
    if (!known.has(path)) known.set(path, answer(path));
    return known.get(path)!;
  };
}
