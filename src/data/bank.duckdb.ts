// The bank as its readers may query it: every table of sql/publish/, and nothing else. In SQL cells it is
// `bank`, with the names and types that data loaders see.
import {openBank, writeBytes} from "../../loaders/datasets/bank.js";
import {publishBank} from "../../loaders/snapshot/publish.js";

const bank = await openBank();
bank.close();
writeBytes(await publishBank(bank.snapshot.file));
