// What argv[3] breaks for clients of argv[2] (two files of SDL), as JSON lines.
import { readFile } from "node:fs/promises";
import { CriticalityLevel, diff } from "@graphql-inspector/core";
import { buildSchema } from "graphql";

const [before, after] = await Promise.all(
  process.argv.slice(2, 4).map(async (path) => buildSchema(await readFile(path, "utf-8"))),
);
for (const { criticality, path, message } of await diff(before, after)) {
  if (criticality.level === CriticalityLevel.Breaking) console.log(JSON.stringify({ path, message }));
}
