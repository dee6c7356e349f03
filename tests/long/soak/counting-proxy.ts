import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One thing that the browser asked its proxy for. */
export type Asked = { host: string; what: string; atMs: number };

export type CountingProxy = {
  port: number;
  /** Everything asked for so far, in order. */
  asked: Asked[];
  close(): Promise<void>;
};

/**
 * A proxy that writes down whatever it is asked for and refuses it. Unlike a route set on pages it
 * stands beneath the whole browser: pages, frames, workers and the browser's own errands go here.
 */
export async function startCountingProxy(): Promise<CountingProxy> {
  const asked: Asked[] = [];
  const open = new Set<Socket>();
  const count = (host: string, what: string) => asked.push({ host, what, atMs: Date.now() });
  const server = createServer((request, response) => {
    const address = request.url ?? '';
    const host = URL.canParse(address) ? new URL(address).host : address;
    count(host, `${request.method ?? ''} ${address}`);
    response.writeHead(403).end();
  });
  // What stands inside an encrypted tunnel cannot be seen; that it was asked for can.
  server.on('connect', (request, socket) => {
    count(request.url ?? '', 'CONNECT');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.on('upgrade', (request, socket) => {
    count(request.headers.host ?? '', 'UPGRADE');
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  server.on('connection', (socket) => {
    open.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    close: () => {
      for (const socket of open) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
