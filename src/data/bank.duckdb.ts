// The bank as its readers may query it: every table of sql/publish/, and nothing else. In SQL cells it is
// `bank`, with the names and types that data loaders see.
// Size: by posting; pages ask it for ranges of bytes.
// Private: accounts.iban, because an account is known by its country and its last four characters: sql/publish masks the rest.
import {withBank} from "../../loaders/datasets/bank.js";
import {publishBank, publishedTables} from "../../loaders/snapshot/publish.js";

await withBank(({snapshot, connection}) =>
  publishBank(snapshot.file, publishedTables(snapshot, connection)),
);
