/**
 * The outlet that an article is from: its name up to the first underscore, as PolNeAR names files
 * ("OUTLET_2016-09-12_TITLE"); `null` for a name without one.
 */
export function outletOf(articleName: string): string | null {
  const end = articleName.indexOf("_");
  return end > 0 ? articleName.slice(0, end) : null;
}
