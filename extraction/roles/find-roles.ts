import { isOf, wordClass } from "../tokens/word-class.ts";
import { accordingTo } from "./according-to.ts";
import { attributeCue, subjectBefore } from "./attribute-cue.ts";
import type { Attributed } from "./attributed.ts";
import { colonCue } from "./colon-cue.ts";
import { courtTold, hearingVerbs } from "./court-told.ts";
import { cueAt } from "./cue.ts";
import { dashedName } from "./dashed-name.ts";
import { impersonal, impersonalSignals } from "./impersonal.ts";
import { inTheViewOf } from "./in-the-view-of.ts";
import { nounCue, reportingNouns } from "./noun-cue.ts";
import type { Phrase } from "./phrase.ts";
import { reportingVerbForms } from "./reporting-verbs.ts";
import type { RoleSet } from "./role-set.ts";
import type { Unit } from "./unit.ts";

/** The words at which an attribution can be found: nearly every token is none of them. */
const signals = wordClass([
  ...["according", "in"],
  ...impersonalSignals,
  ...hearingVerbs,
  ...reportingNouns,
  ...reportingVerbForms(),
]);

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
    if (!isOf(tokens[at], signals)) continue;
    const cue = cueAt(tokens, at);
    const subject: Phrase | null = cue && subjectBefore(tokens, cue, floor);
    const attributed: Attributed | null =
      accordingTo(tokens, at, floor) ??
      inTheViewOf(tokens, at, floor) ??
      impersonal(tokens, at) ??
      courtTold(tokens, at, floor) ??
      nounCue(tokens, at, floor) ??
      (cue && attributeCue(tokens, cue, subject, floor, shared));
    if (!attributed) continue;
    found.push(attributed.roles);
    shared = subject ?? shared;
    floor = attributed.resumeAt;
    at = attributed.resumeAt - 1;
  }
  return found;
}
