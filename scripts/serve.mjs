// Serves a folder on this machine only.
import { context } from 'esbuild';

/** Serves a folder, at the port or at any free one; the answer has the address and a way to stop. */
export async function serve(folder, port = 0) {
  const server = await context({});
  const { port: taken } = await server.serve({ servedir: folder, host: '127.0.0.1', port });
  return { url: `http://127.0.0.1:${taken}/`, close: () => server.dispose() };
}
