/** PAGE's reading order: nested groups, ordered or not, flattened to region ids, and its groups of type `article`. */
export interface OrderItem {
  readonly region: string | undefined;
  readonly index: number | undefined;
}
export interface OrderGroup extends OrderItem {
  readonly ordered: boolean;
  readonly type: string | undefined;
  readonly caption: string | undefined;
  readonly continued: boolean;
  readonly labels: { readonly type: string; readonly value: string }[];
  readonly items: (OrderItem | OrderGroup)[];
}
export interface ArticleGroup {
  readonly regions: readonly string[];
  readonly caption: string | undefined;
  readonly continued: boolean;
  readonly ordered: boolean;
  readonly labels: ReadonlyMap<string, string>;
}

const isGroup = (item: OrderItem | OrderGroup): item is OrderGroup => 'items' in item;

/** In index order where the group is ordered, else as written. */
function sorted(group: OrderGroup): readonly (OrderItem | OrderGroup)[] {
  if (!group.ordered) return group.items;
  return group.items
    .map((item, i) => ({ item, key: item.index ?? i, i }))
    .sort((a, b) => a.key - b.key || a.i - b.i)
    .map(({ item }) => item);
}

/** Each region once, at its first place. */
export function flatOrder(root: OrderGroup): { readonly regions: string[]; readonly articles: ArticleGroup[] } {
  const regions: string[] = [];
  const seen = new Set<string>();
  const articles: ArticleGroup[] = [];
  const walk = (group: OrderGroup, article: string[] | null): void => {
    const own: string[] | null = group.type === 'article' ? [] : null;
    const members = own ?? article;
    const take = (region: string | undefined): void => {
      if (region === undefined || seen.has(region)) return;
      seen.add(region);
      regions.push(region);
      members?.push(region);
    };
    take(group.region);
    if (own)
      articles.push({
        regions: own,
        caption: group.caption?.trim() || undefined,
        continued: group.continued,
        ordered: group.ordered,
        labels: new Map(group.labels.map(({ type, value }) => [type, value])),
      });
    for (const item of sorted(group)) {
      if (isGroup(item)) walk(item, members);
      else take(item.region);
    }
  };
  walk(root, null);
  return { regions, articles: articles.filter((a) => a.regions.length > 0) };
}
