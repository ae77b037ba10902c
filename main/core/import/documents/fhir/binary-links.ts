import type { SourceDocument } from '#core/domain/document.ts';
import type { PlacedResource } from './read-resources.ts';

/** An attachment whose data stands elsewhere. */
export interface LinkedAttachment {
  /** All but its text. */
  readonly document: SourceDocument;
  readonly contentType: string | null;
}

/** The url without its server, and that server; null for what names no Binary. */
function splitUrl(url: string): { readonly server: string; readonly id: string } | null {
  const match = /^(.*?)\/?Binary\/([\w.-]{1,64})(?:\/_history\/[\w.-]+)?$/.exec(url);
  return match === null ? null : { server: match[1], id: match[2] };
}

/**
 * Attachments that name a Binary by its url, until it is found in the same inputs: by the full url
 * under which a bundle knows it, or by its id. Nothing is ever fetched.
 */
export function createBinaryLinks() {
  const byUrl = new Map<string, LinkedAttachment[]>();
  const servers = new Set<string>();

  /** A Binary of another server with the same id would be another patient's text. */
  const isOneServer = () => servers.size <= 1;
  function* urlsOf({ resource, fullUrl }: PlacedResource): Generator<string> {
    if (fullUrl !== null) yield fullUrl;
    if (typeof resource.id !== 'string') return;
    yield `Binary/${resource.id}`;
    if (fullUrl === null && isOneServer()) {
      for (const server of servers) yield `${server}/Binary/${resource.id}`;
    }
  }

  return {
    add(url: string, linked: LinkedAttachment): void {
      const split = splitUrl(url);
      if (split !== null && split.server !== '') servers.add(split.server);
      const key =
        split === null ? url : `${split.server === '' ? '' : `${split.server}/`}Binary/${split.id}`;
      byUrl.set(key, [...(byUrl.get(key) ?? []), linked]);
    },
    /** Whether nothing is left that a Binary of these inputs could hold. */
    get isEmpty(): boolean {
      return byUrl.size === 0;
    },
    /** The attachments whose data this Binary is. */
    take(binary: PlacedResource): LinkedAttachment[] {
      return [...urlsOf(binary)].flatMap((url) => {
        const linked = byUrl.get(url) ?? [];
        byUrl.delete(url);
        return linked;
      });
    },
    rest: (): LinkedAttachment[] => [...byUrl.values()].flat(),
  };
}
