import fc from "fast-check";
import { expect, it } from "vitest";
import { claimForms } from "#extraction/claims/claim-forms.ts";
import { claimWords } from "#extraction/claims/claim-words.ts";
import { segmentArticle } from "#extraction/segment/segment-article.ts";
import { readArticleWords } from "#extraction/tagger/article-words.ts";
import { shippedTaggers } from "#extraction/taggers.ts";
import { tokenise } from "#extraction/tokens/tokenise.ts";
import { piecesOfText } from "../tokens/pieces-of-text.ts";

it("gives the tokens of a stretch in lower case, of whatever words it is", () => {
  const taggers = shippedTaggers();
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...piecesOfText), { minLength: 1, maxLength: 24 }),
      fc.nat(8),
      fc.nat(8),
      (some, before, behind) => {
        const article = segmentArticle(some.join(""));
        if (!article.ok) return;
        const { text, segments } = article.value;
        const words = readArticleWords(article.value, {
          marks: segments.map(() => []),
          drafts: [],
          ...taggers,
        });
        const span = [Math.min(before, text.length), Math.max(before, text.length - behind)] as const;
        if (span[0] >= span[1] || span[1] > text.length) return;
        const lower = tokenise(text, span, []).map((token) => token.lower);
        expect(claimForms(text, [span], claimWords(text, [span], words))).toEqual(lower);
        expect(claimForms(text, [span], claimWords(text, [span], null))).toEqual(lower);
      },
    ),
    { numRuns: 500 },
  );
});
