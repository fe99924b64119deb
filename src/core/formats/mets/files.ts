/** Which file of a batch an href of a METS file means. */

/** `a/./b/../c` as `a/c`; what would climb out of the root stays inside. */
function normal(path: string): string {
  const parts: string[] = [];
  for (const part of path.split(/[\\/]+/u)) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch (error) {
    if (error instanceof URIError) return href;
    throw error;
  }
}

/** By its path from the METS file, else by the longest end of its path that one file alone has; else whatever the case. */
export function findSibling(
  href: string,
  metsName: string,
  siblings: ReadonlyMap<string, Uint8Array>,
): string | undefined {
  const found = findExactly(href, metsName, siblings);
  if (found !== undefined) return found;
  const names = [...siblings.keys()];
  const lower = new Map(names.map((name) => [name.toLowerCase(), new Uint8Array()]));
  if (lower.size < names.length) return undefined;
  const folded = findExactly(href.toLowerCase(), metsName.toLowerCase(), lower);
  return names.find((name) => name.toLowerCase() === folded);
}

function findExactly(href: string, metsName: string, siblings: ReadonlyMap<string, Uint8Array>): string | undefined {
  const plain = decoded(href.replace(/^file:\/*/iu, '').replace(/[?#].*$/u, ''));
  const folder = metsName.includes('/') ? metsName.slice(0, metsName.lastIndexOf('/') + 1) : '';
  const byNormal = new Map([...siblings.keys()].map((path) => [normal(path), path]));
  const exact = byNormal.get(normal(folder + plain)) ?? byNormal.get(normal(plain));
  if (exact !== undefined) return exact;
  const parts = normal(plain).split('/');
  for (let from = 1; from < parts.length; from++) {
    const end = parts.slice(from).join('/');
    const ending = [...byNormal].filter(([path]) => path === end || path.endsWith(`/${end}`));
    if (ending.length === 1) return ending[0]?.[1];
  }
  const name = parts.at(-1) ?? '';
  const named = [...byNormal].filter(([path]) => path === name || path.endsWith(`/${name}`));
  return named.length === 1 ? named[0]?.[1] : undefined;
}
