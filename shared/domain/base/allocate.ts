/** Somebody who needs an amount, and the sources that can give it. Amounts are whole numbers of one unit. */
export interface Claim {
  id: string;
  needed: number;
  sourceIds: readonly string[];
}

/** Where an amount comes from. */
export interface Source {
  id: string;
  available: number;
}

type Flows = Map<string, Map<string, number>>;

interface Network {
  claims: ReadonlyMap<string, Claim>;
  left: Map<string, number>;
  /** source → claim → what it gives. */
  flows: Flows;
}

/** How a claim or a source was reached in the search. */
interface Step {
  claimId: string;
  sourceId: string;
  before: Step | null;
}

const given = (flows: Flows, sourceId: string, claimId: string): number =>
  flows.get(sourceId)?.get(claimId) ?? 0;

function give(flows: Flows, sourceId: string, claimId: string, amount: number): void {
  const own = flows.get(sourceId) ?? new Map<string, number>();
  own.set(claimId, (own.get(claimId) ?? 0) + amount);
  flows.set(sourceId, own);
}

/** The shortest way from a claim to a source with something left, moving other claims to other sources if need be. */
function findWay({ claims, left, flows }: Network, claimId: string): Step | null {
  const seen = new Set<string>();
  const queue: { claimId: string; before: Step | null }[] = [{ claimId, before: null }];
  for (let entry = queue.shift(); entry; entry = queue.shift()) {
    for (const sourceId of claims.get(entry.claimId)?.sourceIds ?? []) {
      if (seen.has(sourceId) || !left.has(sourceId)) continue;
      seen.add(sourceId);
      const step: Step = { claimId: entry.claimId, sourceId, before: entry.before };
      if ((left.get(sourceId) ?? 0) > 0) return step;
      for (const [other, amount] of flows.get(sourceId) ?? []) {
        if (amount > 0) queue.push({ claimId: other, before: step });
      }
    }
  }
  return null;
}

/** Sends as much as the way carries, at most `wanted`. @returns the amount */
function sendAlong({ left, flows }: Network, last: Step, wanted: number): number {
  let amount = Math.min(wanted, left.get(last.sourceId) ?? 0);
  for (let step: Step = last; step.before !== null; step = step.before) {
    amount = Math.min(amount, given(flows, step.before.sourceId, step.claimId));
  }
  left.set(last.sourceId, (left.get(last.sourceId) ?? 0) - amount);
  for (let step: Step | null = last; step !== null; step = step.before) {
    give(flows, step.sourceId, step.claimId, amount);
    if (step.before !== null) give(flows, step.before.sourceId, step.claimId, -amount);
  }
  return amount;
}

/**
 * Gives claims what they need from sources that several of them may share. Claims are served in the order given; a
 * later one never takes from an earlier one, but may move it to another source (augmenting paths; the amounts that can
 * be served at once form a polymatroid, so this order is the best one for weights that fall along it).
 * @returns what each claim gets, at most what it needs
 */
export function allocate(claims: readonly Claim[], sources: readonly Source[]): Map<string, number> {
  const network: Network = {
    claims: new Map(claims.map((claim) => [claim.id, claim])),
    left: new Map(sources.map((source) => [source.id, source.available])),
    flows: new Map(),
  };
  const got = new Map<string, number>();
  for (const claim of claims) {
    let open = claim.needed;
    while (open > 0) {
      const way = findWay(network, claim.id);
      if (way === null) break;
      open -= sendAlong(network, way, open);
    }
    got.set(claim.id, claim.needed - open);
  }
  return got;
}
