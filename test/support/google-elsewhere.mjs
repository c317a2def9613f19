/*
 * Preloaded into a process of a test: requests to Google's hosts go to a server of the test on this machine, which
 * learns from a header what host was meant. The product itself has no such switch.
 */
import http from 'node:http';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';

const port = Number(process.env.FAKE_GOOGLE_PORT);

https.request = (url, { method, headers, signal, timeout }) =>
  http.request({
    host: '127.0.0.1',
    port,
    path: url.pathname + url.search,
    method,
    signal,
    timeout,
    headers: { ...headers, 'x-host': url.host },
  });
syncBuiltinESMExports();
