import type {Plugin} from "esbuild";

/** A package that pages import as `npm:<name>`, by hand or because they use `Plot`, `html`, `.csv()` or `sql`. */
export interface VendoredPackage {
  readonly name: string;
  /** The version in its path, where Framework asks for one whatever is installed; the installed one, unless told. */
  readonly pathVersion?: string;
  /** What to bundle, when it is not the package itself; `null` for a package without code. */
  readonly entry?: string | null;
  /** Vendored packages to import rather than to repeat, where two copies would not know each other's classes. */
  readonly shares?: readonly string[];
  readonly plugins?: readonly Plugin[];
  /** Files that are served beside its bundle. */
  readonly files?: readonly string[];
  /** A folder of the project where those files are; that of the package, unless told. */
  readonly filesFrom?: string;
  /** Files that Framework insists on and no browser asks for: left empty. */
  readonly emptyFiles?: readonly string[];
}
