import { defineConfig, type Plugin } from "vite";

/** Nothing from another origin, nothing inline: written into the built pages only. */
const POLICY = {
  "default-src": "'none'",
  "script-src": "'self'",
  "worker-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self' data:",
  "font-src": "'self'",
  "connect-src": "'self'",
  "base-uri": "'none'",
  "form-action": "'none'",
};

/** GraphiQL's editor writes styles into its page, and has its fonts in its style sheet. */
const GRAPHIQL_POLICY = {
  ...POLICY,
  "style-src": "'self' 'unsafe-inline'",
  "font-src": "'self' data:",
};

const contentSecurityPolicy: Plugin = {
  name: "content-security-policy",
  apply: "build",
  transformIndexHtml: (_, { path }) => {
    const policy = path.endsWith("graphiql.html") ? GRAPHIQL_POLICY : POLICY;
    const content = Object.entries(policy)
      .map((entry) => entry.join(" "))
      .join("; ");
    return [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content },
        injectTo: "head-prepend",
      },
    ];
  },
};

export default defineConfig({
  base: "./",
  plugins: [contentSecurityPolicy],
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: ["index.html", "graphiql.html"],
      // React's libraries mark files for servers that render; here all runs in the browser.
      onLog: (level, log, report) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") report(level, log);
      },
    },
    chunkSizeWarningLimit: 1200,
  },
  worker: { format: "es" },
  server: { proxy: { "/graphql": "http://127.0.0.1:8000" } },
  test: { include: ["tests/**/*.test.ts"] },
} as Parameters<typeof defineConfig>[0]);
