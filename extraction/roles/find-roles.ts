import { accordingTo } from "./according-to.ts";
import { attributeCue } from "./attribute-cue.ts";
import type { Attributed } from "./attributed.ts";
import { colonCue } from "./colon-cue.ts";
import { courtTold } from "./court-told.ts";
import { cueAt } from "./cue.ts";
import { dashedName } from "./dashed-name.ts";
import { impersonal } from "./impersonal.ts";
import { inTheViewOf } from "./in-the-view-of.ts";
import { nounCue } from "./noun-cue.ts";
import type { Phrase } from "./phrase.ts";
import { phraseEndingAt } from "./phrase-ending-at.ts";
import type { RoleSet } from "./role-set.ts";
import { subjectOf } from "./subject-of.ts";
import type { Unit } from "./unit.ts";

/**
 * The attributions of one unit, in order of their cues. Only the outermost count: what stands inside a content is
 * not searched (PolNeAR guidelines, Newell et al. 2018).
 */
export function findRoles({ tokens }: Unit): RoleSet[] {
  const found: RoleSet[] = [];
  let floor = 0;
  let shared: Phrase | null = null;
  const whole = colonCue(tokens, 0) ?? dashedName(tokens, 0);
  if (whole) {
    found.push(whole.roles);
    floor = whole.resumeAt;
  }
  for (let at = floor; at < tokens.length; at++) {
    const cue = cueAt(tokens, at);
    const attributed: Attributed | null =
      accordingTo(tokens, at, floor) ??
      inTheViewOf(tokens, at, floor) ??
      impersonal(tokens, at) ??
      courtTold(tokens, at, floor) ??
      nounCue(tokens, at, floor) ??
      (cue && attributeCue(tokens, cue, floor, () => shared ?? subjectOf(tokens, cue.first)));
    if (!attributed) continue;
    found.push(attributed.roles);
    if (cue) shared = (cue.participle ? null : phraseEndingAt(tokens, cue.first - 1, floor)) ?? shared;
    floor = attributed.resumeAt;
    at = attributed.resumeAt - 1;
  }
  return found;
}
