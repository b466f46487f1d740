import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ask, ServiceError, unwrap } from "../src/api/service";

function failure(act: () => unknown): ServiceError {
  try {
    act();
  } catch (cause) {
    if (cause instanceof ServiceError) return cause;
  }
  throw new Error("no ServiceError was thrown");
}

describe("an answer", () => {
  it("is its data", () => {
    expect(unwrap(200, '{"data":{"stats":{"facts":3}}}')).toEqual({ stats: { facts: 3 } });
  });

  it("with errors fails with their code and hint, even beside data", () => {
    const errors = [
      { message: "depth is 9", extensions: { code: "limit", hint: "ask for 4 at most" } },
      { message: "depth is 9" },
    ];
    const error = failure(() => unwrap(200, JSON.stringify({ data: {}, errors })));
    expect(error).toMatchObject({
      message: "depth is 9",
      code: "limit",
      hint: "ask for 4 at most",
      retryable: false,
    });
  });

  it("says that a retry may help where the service says so", () => {
    const errors = [{ message: "busy", extensions: { code: "store-unavailable", retryable: true } }];
    expect(failure(() => unwrap(503, JSON.stringify({ errors }))).retryable).toBe(true);
  });

  it("that is no GraphQL is named with its status", () => {
    expect(failure(() => unwrap(502, "<html>Bad gateway</html>")).message).toContain("HTTP 502");
    expect(failure(() => unwrap(200, "null")).code).toBe("not-graphql");
    expect(failure(() => unwrap(401, "")).code).toBe("denied");
  });
});

describe("a question", () => {
  beforeEach(() => {
    vi.stubGlobal("document", { baseURI: "http://127.0.0.1:1/" });
    // Node has none before version 22.
    vi.stubGlobal("sessionStorage", { getItem: () => null });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("to a service that is down fails in plain words", async () => {
    await expect(ask("{ stats { facts } }")).rejects.toMatchObject({
      code: "unreachable",
      retryable: true,
    });
  });

  it("that is called off throws the caller's reason, no failure", async () => {
    const signal = AbortSignal.abort();
    await expect(ask("{ stats { facts } }", {}, signal)).rejects.toMatchObject({ name: "AbortError" });
  });
});
