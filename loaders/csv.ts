import type {Source} from "./source.js";

/** The CSV files of `npm run seed` as a source. */
export async function openCsvSource({
  folder,
}: {
  folder: string;
  fallbackCause: string | null;
}): Promise<Source> {
  throw new Error(`missing CSV files: ${folder} (run npm run seed)`);
}
