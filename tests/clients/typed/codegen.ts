import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
  schema: "../../gql/schema.graphql",
  documents: "typed/src/*.ts",
  generates: { "typed/generated/": { preset: "client", presetConfig: { fragmentMasking: false } } },
  config: { useTypeImports: true, enumsAsTypes: true },
  importExtension: ".js",
};

export default config;
