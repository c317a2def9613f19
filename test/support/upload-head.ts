import type { Client } from './client.js';

const LINE = '\r\n';

/** What is said of the body of an upload. */
interface UploadBody {
  type: string;
  /** In bytes, unless it comes in chunks. */
  length: number | 'chunked';
}

/** The head of an upload into a view, with cookies and token of a client. */
export function uploadHead(client: Client, viewId: string, { type, length }: UploadBody): string {
  const token = client.cookie('XSRF-TOKEN') ?? '';
  return [
    `POST /api/views/${viewId}/ingestions HTTP/1.1`,
    'Host: localhost',
    `Cookie: session=${client.cookie('session') ?? ''}; XSRF-TOKEN=${token}`,
    `X-XSRF-TOKEN: ${token}`,
    `Content-Type: ${type}`,
    length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`,
    'Connection: close',
    '',
    '',
  ].join(LINE);
}
