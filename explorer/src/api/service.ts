/** The one place that talks to the service, and the one error it fails with. */

import { fetchWithKey } from "./key";

const ENDPOINT = "graphql";
const PATIENCE_MS = 30_000;

/** A failed request in plain words. `hint` says how to mend it, `retryable` whether to try again. */
export class ServiceError extends Error {
  constructor(
    message: string,
    readonly code: string,
    readonly hint: string,
    readonly retryable: boolean,
  ) {
    super(message);
    this.name = "ServiceError";
  }
}

interface GraphQLFailure {
  message: string;
  extensions?: { code?: string; hint?: string; retryable?: boolean };
}

interface Answer<T> {
  data?: T | null;
  errors?: GraphQLFailure[];
}

/**
 * The data that `query` asks for. Throws a `ServiceError`, or the signal's
 * own reason when `signal` is aborted (the caller no longer wants to know).
 */
export async function ask<T>(
  query: string,
  variables: Record<string, unknown> = {},
  signal?: AbortSignal,
): Promise<T> {
  let patience = AbortSignal.timeout(PATIENCE_MS);
  let response: Response;
  let body: string;
  try {
    response = await fetchWithKey(new URL(ENDPOINT, document.baseURI), () => {
      patience = AbortSignal.timeout(PATIENCE_MS);
      return {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/graphql-response+json, application/json",
        },
        body: JSON.stringify({ query, variables }),
        signal: signal ? AbortSignal.any([signal, patience]) : patience,
      };
    });
    body = await response.text();
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw patience.aborted ? tooSlow() : unreachable();
  }
  return unwrap<T>(response.status, body);
}

/** The data of an answer, or its failure as a `ServiceError`. */
export function unwrap<T>(status: number, body: string): T {
  const answer = parse<T>(body);
  const failures = answer?.errors ?? [];
  if (failures.length > 0) throw failed(failures);
  if (answer?.data && status < 400) return answer.data;
  if (status === 401 || status === 403) {
    throw new ServiceError(
      "The service did not let this page in.",
      "denied",
      "It was started with an API key; open the explorer as its operator tells you to.",
      false,
    );
  }
  throw new ServiceError(
    `The service answered with something that is not a GraphQL answer (HTTP ${status}).`,
    "not-graphql",
    "Look at the service's log, and check that nothing stands between it and this page.",
    status >= 500,
  );
}

function parse<T>(body: string): Answer<T> | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function failed(failures: GraphQLFailure[]): ServiceError {
  const messages = [...new Set(failures.map((failure) => failure.message))];
  const extensions = failures.map((failure) => failure.extensions ?? {});
  return new ServiceError(
    messages.join("\n"),
    extensions.find((x) => x.code)?.code ?? "graphql",
    extensions.find((x) => x.hint)?.hint ?? "",
    extensions.some((x) => x.retryable === true),
  );
}

function unreachable(): ServiceError {
  return new ServiceError(
    "The service does not answer.",
    "unreachable",
    "Check that `entente serve` is still running, then try again.",
    true,
  );
}

function tooSlow(): ServiceError {
  return new ServiceError(
    `The service took longer than ${PATIENCE_MS / 1000} seconds.`,
    "timeout",
    "It may be busy loading documents; try again in a moment.",
    true,
  );
}
