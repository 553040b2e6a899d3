/**
 * The inner modules of Observable Framework that this project uses: its markdown parser, so that what is
 * checked is what is built, and its build. They are not a public interface; the version is pinned in `package.json`.
 */
declare module "@observablehq/framework/dist/markdown.js" {
  export interface MarkdownToken {
    readonly type: string;
    readonly tag: string;
    readonly info: string;
    readonly content: string;
    readonly map: [number, number] | null;
    readonly children: MarkdownToken[] | null;
    /** How deep it stands in other blocks. */
    readonly level: number;
    /** 1 where a block begins, -1 where it ends, 0 for what is whole. */
    readonly nesting: -1 | 0 | 1;
    attrGet(name: string): string | null;
    attrSet(name: string, value: string): void;
  }

  export interface MarkdownContext {
    readonly code: MarkdownCell[];
    readonly startLine: number;
    readonly currentLine: number;
    readonly path: string;
    readonly params?: Readonly<Record<string, string>>;
  }

  /** A page on its way from text to HTML. */
  export interface MarkdownState {
    readonly env: MarkdownContext;
    src: string;
    tokens: MarkdownToken[];
    readonly Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => MarkdownToken;
  }

  type Rule = (
    tokens: readonly MarkdownToken[],
    index: number,
    options: unknown,
    context: MarkdownContext,
    renderer: unknown,
  ) => string;

  export interface MarkdownParser {
    parse(input: string, context: MarkdownContext): MarkdownToken[];
    readonly core: {
      readonly ruler: {
        push(name: string, rule: (state: MarkdownState) => void): void;
        /** Throws where it has no such rule. */
        disable(name: string): void;
        before(other: string, name: string, rule: (state: MarkdownState) => void): void;
        after(other: string, name: string, rule: (state: MarkdownState) => void): void;
      };
    };
    readonly options: unknown;
    readonly renderer: {readonly rules: Record<string, Rule | undefined>};
  }

  export interface MarkdownCell {
    readonly id: string;
    readonly mode: string;
    readonly node: {
      readonly body: unknown;
      readonly input: string;
      readonly expression: boolean;
      /** Null for an expression. */
      readonly declarations: readonly {readonly name: string}[] | null;
      /** The files that the cell names, as it writes them. */
      readonly files: readonly {readonly name: string}[];
    };
  }

  export function createMarkdownIt(options?: object): MarkdownParser;
  /** A page as HTML, and its cells. */
  export function parseMarkdown(
    input: string,
    options: {readonly path: string; readonly md: MarkdownParser},
  ): {readonly body: string; readonly code: readonly MarkdownCell[]};
  export function parseMarkdownMetadata(
    input: string,
    options: {readonly path: string; readonly md: MarkdownParser},
  ): {readonly data: {readonly draft?: boolean}; readonly title: string | null};
}

declare module "@observablehq/framework/dist/frontMatter.js" {
  export function readFrontMatter(input: string): {
    readonly content: string;
    readonly data: {
      readonly title?: string | null;
      readonly draft?: boolean;
      readonly sql?: Record<string, string>;
    };
  };
}

declare module "@observablehq/framework/dist/info.js" {
  /** The parts of what follows the fence of a code block: ```sql id=rows echo. */
  export function parseInfo(info: string): {
    readonly tag: string;
    readonly attributes: Readonly<Record<string, string | undefined>>;
  };
}

declare module "@observablehq/framework/dist/tag.js" {
  /** A tagged template literal with the given text. Throws SyntaxError where `${…}` does not parse. */
  export function transpileTag(input: string, tag: string, raw: boolean): string;
}

declare module "@observablehq/framework/dist/javascript/parse.js" {
  /** The syntax tree of a module. Throws SyntaxError. */
  export function parseProgram(input: string): object;
}

declare module "@observablehq/framework/dist/javascript/files.js" {
  /** The calls of `FileAttachment` in a module's tree, in order, with the names of their files from the module's `path`. */
  export function findFiles(
    program: object,
    path: string,
    input: string,
  ): {
    readonly name: string;
    /** What is asked of the file; undefined for one of a kind that Framework does not know. */
    readonly method: string | undefined;
    readonly node: {readonly arguments: readonly {readonly start: number; readonly end: number}[]};
  }[];
}

declare module "@observablehq/framework/dist/javascript/imports.js" {
  /** The imports in a module's tree, in order, each once, with their names from the module's `path`. */
  export function findImports(
    program: object,
    path: string,
    input: string,
  ): {
    readonly name: string;
    readonly type: "local" | "global";
    readonly method: "static" | "dynamic" | "resolve";
  }[];

  /** What a module exports by names, in order. */
  export function findExports(program: object): object[];
}

declare module "@observablehq/framework/dist/npm.js" {
  /** A module with the names of its imports as `resolve` says, which leaves one by undefined. */
  export function rewriteNpmImports(
    input: string,
    resolve: (name: string) => string | undefined,
  ): string;
}

declare module "@observablehq/framework/dist/config.js" {
  /** What Framework asks about files of the site, by their paths from its root. */
  export interface FrameworkLoaders {
    getModuleHash(path: string): string;
    getLocalModuleHash(path: string): Promise<string>;
    getOutputInfo(path: string): object | undefined;
    resolveFilePath(path: string): string;
    resolveImportPath(path: string): string;
    /** What makes a file of the site; undefined where nothing does. */
    find(path: string): FrameworkLoader | undefined;
    /** Where the file itself is, or what its loader has written, from the root. */
    getOutputFilePath(path: string): string;
    /** Where the file itself is, or its loader. */
    getSourceFilePath(path: string): string;
  }

  export interface FrameworkLoader {
    /** From the root. */
    readonly path: string;
    /** Makes the file where it has to; comes back with where it is, from the root. */
    load(): Promise<string>;
  }

  export interface FrameworkConfig {
    /** The folder of the sources. */
    readonly root: string;
    /** The folder that is built. */
    readonly output: string;
    /** The site's name above its pages, as HTML. */
    home: string;
    loaders: FrameworkLoaders;
    /** The pages and files that are built, each with a slash before it. */
    paths(): AsyncIterable<string>;
  }

  /** The config of the project in whose folder the process is. */
  export function readConfig(): Promise<FrameworkConfig>;
}

declare module "@observablehq/framework/dist/loader.js" {
  import type {Writable} from "node:stream";

  interface Watcher {
    close(): void;
  }

  /** What makes a file: a program, or nothing but the file itself. */
  type Loader =
    | {readonly path: string}
    | {
        readonly path: string;
        readonly params?: Readonly<Record<string, string>>;
        readonly command: string;
        /** Writes what the program makes into a stream. */
        exec: (output: Writable) => Promise<void>;
      };

  export class LoaderResolver {
    /** Of the files below `root`, and of programs by the ends of their names. */
    constructor(options: {readonly root: string; readonly interpreters: object});
    /** What makes a file of the site; undefined where nothing does. */
    find(path: string): Loader | undefined;

    /** Watches the files that a page reads; `read` is told the name of one that has changed. */
    watchFiles(
      page: string,
      names: Iterable<string>,
      read: (name: string) => unknown,
    ): Promise<Watcher>;
    /** Watches the text of a page; `read` is told the kind of event. */
    watchPage(page: string, read: (event: string) => unknown): Watcher;
  }
}

declare module "@observablehq/framework/dist/build.js" {
  import type {FrameworkConfig} from "@observablehq/framework/dist/config.js";

  /** Where a build writes, and what it says meanwhile. */
  export class FileBuildEffects {
    constructor(output: string, cache: string, said?: object);
    copyFile(source: string, file: string): Promise<void>;
    writeFile(file: string, contents: string | Uint8Array): Promise<void>;
  }

  /** Builds the site into the config's output. */
  export function build(
    options: {readonly config: FrameworkConfig},
    effects?: FileBuildEffects,
  ): Promise<void>;
}

declare module "@observablehq/framework/dist/javascript/module.js" {
  /** A hash of a module and all that it imports of the files below `root`. */
  export function getModuleHash(root: string, path: string): string;

  /** What a module of the site imports; undefined where there is none, or none that parses. Kept as long as the file is the same. */
  export function getModuleInfo(
    root: string,
    path: string,
  ):
    | {
        /** The files that it attaches, as it names them. */
        readonly files: ReadonlySet<string>;
        readonly localStaticImports: ReadonlySet<string>;
        readonly localDynamicImports: ReadonlySet<string>;
        readonly globalStaticImports: ReadonlySet<string>;
        readonly globalDynamicImports: ReadonlySet<string>;
      }
    | undefined;
}

declare module "@observablehq/framework/dist/node.js" {
  /** Bundles an installed package for browsers, unless its cache holds it; the path below which it is served. */
  export function resolveNodeImport(root: string, name: string): Promise<string>;
}

declare module "@observablehq/framework/dist/path.js" {
  /** The path, from the root of the site, that a file of the site means by a name: `./x.js`, `/lib/x.js`. */
  export function resolvePath(source: string, target: string): string;
  /** How a file of the site names another, both by their paths from its root. */
  export function relativePath(source: string, target: string): string;
}
