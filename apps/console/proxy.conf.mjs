import { connect } from 'node:net';

/** Where `npm run dev` has the API listen; by itself `ng serve` expects a product that was started as usual. */
const target = process.env.API_ADDRESS ?? 'http://127.0.0.1:3000';
const PATIENCE_MS = 30_000;
const PAUSE_MS = 100;

/**
 * What `ng serve` hands on to the API. The host stays as the browser named it: the API compares it with the page's
 * origin. While the API is being rebuilt, requests wait instead of failing.
 */
export default {
  '^/api(?:[/?]|$)': { target, changeOrigin: false, bypass: untilListening },
};

async function untilListening() {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isListening()) && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
}

function isListening() {
  const { hostname: host, port } = new URL(target);
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    const done = (isThere) => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => done(true)).once('error', () => done(false));
  });
}
