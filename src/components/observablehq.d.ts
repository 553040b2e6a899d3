/** What Framework serves to the modules of a page. */
declare module "observablehq:stdlib" {
  export function FileAttachment(name: string): {
    readonly name: string;
    url(): Promise<string>;
    json(): Promise<unknown>;
  };
}
