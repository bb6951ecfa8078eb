/** What a caller did wrong, or `internal` for what we did. */
export interface ReadwellError extends Error {
  code: string;
}

/** An `Error` with a code. */
export function coded(code: string, message: string, cause?: unknown): ReadwellError {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), { code });
}

/** Whether an error is one of ours. */
export function isCoded(error: unknown): error is ReadwellError {
  return error instanceof Error && typeof (error as Partial<ReadwellError>).code === 'string';
}
