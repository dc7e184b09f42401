/** The Node extension host's entry. */
export function activate(): object {
  return {};
}
