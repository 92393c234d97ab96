import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** Listens for TCP connections and UDP packets on one port of this computer, and counts whatever arrives. */
export type CountingServer = {
  readonly port: number;
  readonly arrivals: () => number;
  /**
   * What has arrived by now, also what waits to be taken in: connections are taken in by turns, and ours comes last.
   */
  readonly allArrivals: () => Promise<number>;
  readonly close: () => Promise<void>;
};

/** Starts to listen. */
export async function startCounting(): Promise<CountingServer> {
  let arrivals = 0;
  const sockets = new Set<Socket>();
  const tcp = createServer((socket) => {
    arrivals += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n');
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const address = tcp.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const udp = createSocket('udp4', () => {
    arrivals += 1;
  });
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');
  return {
    port,
    arrivals: () => arrivals,
    allArrivals: async () => {
      const taken = once(tcp, 'connection');
      const own = connect(port, '127.0.0.1');
      await once(own, 'connect');
      const ownPort = own.localPort;
      let [socket] = (await taken) as [Socket];
      while (socket.remotePort !== ownPort) [socket] = (await once(tcp, 'connection')) as [Socket];
      own.destroy();
      return (arrivals -= 1);
    },
    close: async () => {
      udp.close();
      tcp.close();
      for (const socket of sockets) socket.destroy();
      await once(tcp, 'close');
    },
  };
}
