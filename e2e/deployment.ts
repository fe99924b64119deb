/** A server of its own for the built app, on which a newer version can be put while a window is open. */
import { createReadStream } from 'node:fs';
import { cp, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

export interface Deployment {
  readonly url: string;
  /** The files of the version before are gone, as most servers have it. */
  deployNewer(): Promise<void>;
  stop(): Promise<void>;
}

export async function deploy(): Promise<Deployment> {
  const root = await mkdtemp(join(tmpdir(), 'pasteup-deployment-'));
  await cp(DIST, root, { recursive: true });
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = join(root, normalize(pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    stat(path).then(
      () => {
        response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream');
        response.setHeader('cache-control', 'no-cache');
        createReadStream(path).pipe(response);
      },
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    deployNewer: async () => {
      await rename(join(root, 'assets'), join(root, 'newer'));
      for (const name of ['index.html', 'service-worker.js']) {
        const text = await readFile(join(root, name), 'utf8');
        await writeFile(join(root, name), text.replaceAll('assets/', 'newer/'));
      }
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(root, { recursive: true, force: true });
    },
  };
}
