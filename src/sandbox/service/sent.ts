/** What the service sends: JSON, unless `text` says otherwise, or no body at all. */
export interface Sent {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: unknown;
  text?: { type: string; content: string };
}

export function toResponse(sent: Sent, more: Readonly<Record<string, string>>): Response {
  const headers = new Headers({ ...more, ...sent.headers });
  if (sent.text !== undefined) {
    headers.set('content-type', sent.text.type);
    return new Response(sent.text.content, { status: sent.status, headers });
  }
  if (sent.body === undefined) return new Response(null, { status: sent.status, headers });
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(sent.body), { status: sent.status, headers });
}
