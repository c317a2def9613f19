/** A route as it is declared: its parts, and the methods that it answers. */
interface DeclaredRoute {
  readonly parts: readonly string[];
  readonly methods: Set<string>;
}

/** Stands for every path that no other route has. */
const ANY = '/*';

/**
 * Which methods each path answers, by the templates of the routes: whether a view exists makes no difference.
 */
export class DeclaredMethods {
  private readonly routes = new Map<string, DeclaredRoute>();
  private readonly pages: DeclaredRoute = { parts: [], methods: new Set() };

  add(template: string, methods: string | readonly string[]): void {
    const route = template === ANY ? this.pages : this.routeOf(template);
    for (const method of [methods].flat()) route.methods.add(method);
  }

  private routeOf(template: string): DeclaredRoute {
    const route = this.routes.get(template) ?? { parts: template.split('/'), methods: new Set() };
    this.routes.set(template, route);
    return route;
  }

  /** What a path answers; nothing for a path that there is not. Pages are everywhere but under `/api`. */
  of(path: string): string[] {
    const parts = path.split('/').map(decoded);
    const routes = [...this.routes.values()].filter((route) => isAt(route.parts, parts));
    const found = routes.length > 0 || isApi(parts) ? routes : [this.pages];
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  }
}

const isApi = ([, first]: readonly string[]): boolean => first === 'api';

/** A template that ends with `*` has every path below it. */
function isAt(template: readonly string[], parts: readonly string[]): boolean {
  const isOpen = template.at(-1) === '*';
  const own = isOpen ? template.slice(0, -1) : template;
  const isLong = isOpen ? parts.length > own.length : parts.length === own.length;
  return isLong && own.every((part, at) => (part.startsWith(':') ? parts[at] !== '' : part === parts[at]));
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
