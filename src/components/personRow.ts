/**
 * The row of the chosen person: of `opening`, the few that a page opens with, or else of all, which `everyone` loads when
 * they are first needed. Undefined for nobody, and for somebody who has no row.
 */
export async function personRow<Row extends {readonly user_id: string}>(
  id: string | undefined,
  opening: readonly Row[],
  everyone: () => Promise<readonly Row[]>,
): Promise<Row | undefined> {
  const isChosen = ({user_id}: Row) => user_id === id;
  const first = opening.find(isChosen);
  if (first || !id) return first;
  return (await everyone()).find(isChosen);
}
