import type { Problem } from './types.ts';

const root = '/api/v1/workflows';

/** The API, asked as the signed-in drawer. What it refuses comes as a problem (RFC 9457) whose words are for the drawer. */
export class Server {
  private readonly token = document.querySelector<HTMLMetaElement>('meta[name="lms-antiforgery"]')?.content ?? '';

  async check(definitionId: string, xml: string): Promise<Problem[]> {
    return ((await (await this.send('POST', '/definitions/check', { xml, definitionId })).json()) as { problems: Problem[] }).problems;
  }

  async mistake(text: string): Promise<string | undefined> {
    return ((await (await this.send('POST', '/expressions/check', { text })).json()) as { mistake?: string }).mistake ?? undefined;
  }

  /** @returns the version that is stored now */
  async save(id: string, name: string, xml: string, version: string): Promise<string> {
    const answer = await this.send('PUT', `/definitions/${id}/draft`, { name, xml }, version);
    return answer.headers.get('ETag') ?? version;
  }

  private async send(method: string, path: string, body: unknown, version?: string): Promise<Response> {
    const headers: Record<string, string> = { 'Content-Type': 'application/json', Accept: 'application/json', 'X-CSRF-TOKEN': this.token };
    if (version) headers['If-Match'] = version;
    const answer = await fetch(root + path, { method, body: JSON.stringify(body), headers });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as { title?: string; detail?: string };
    throw new Refused(problem.detail ?? problem.title ?? answer.statusText);
  }
}

export class Refused extends Error {}
