import { describe, expect, it } from "vitest";
import type { Span } from "#extraction/span.ts";
import { attributionErrors } from "#training/evaluation/attribution-error.ts";
import type { PredictedAttribution } from "#training/evaluation/predicted-article.ts";
import { scoreStandoff } from "#training/evaluation/score-standoff.ts";

const text = "Ada Pole said that the old pier would fall soon. Tom Reed agreed, “It will.”";

const at = (words: string): Span => {
  const start = text.indexOf(words);
  return [start, start + words.length];
};
const attribution = (source: string | null, cue: string, ...content: string[]): PredictedAttribution => ({
  source: source === null ? [] : [at(source)],
  cue: [at(cue)],
  content: content.map(at),
  confidence: 0.9,
});

const pier = attribution("Ada Pole", "said", "that the old pier would fall");
const will = attribution("Tom Reed", "agreed", "“It will.”");

function errorsOf(predicted: readonly PredictedAttribution[], gold = [pier, will]) {
  const article = { name: "pier", text, annotations: [gold] };
  return attributionErrors(article, predicted, scoreStandoff(article, predicted).matches);
}

describe("the errors of an article", () => {
  it("are none where all agrees", () => {
    expect(errorsOf([pier, will])).toEqual([]);
  });

  it.each<[string, PredictedAttribution, object[]]>([
    ["missed cue", attribution(null, "soon", "soon"), [{ kind: "missed cue" }, { kind: "spurious" }]],
    [
      "missed content",
      attribution("Ada Pole", "said", "soon"),
      [{ kind: "missed content" }, { kind: "spurious", weight: 0.9 }],
    ],
    [
      "content that starts too late and ends too late",
      attribution("Ada Pole", "said", "old pier would fall soon"),
      [
        { kind: "content starts too late", offset: at("old")[0], weight: 2 },
        { kind: "content ends too late", offset: at("soon")[1], weight: 1 },
      ],
    ],
    [
      "content that starts too early and ends too early",
      attribution("Ada Pole", "said", "said that the old"),
      [{ kind: "content starts too early", weight: 1 }, { kind: "content ends too early" }],
    ],
    [
      "content with a hole",
      attribution("Ada Pole", "said", "that the old", "would fall"),
      [{ kind: "content has other fragments", weight: 1 }],
    ],
    [
      "the source of nothing",
      attribution("pier", "said", "that the old pier would fall"),
      [{ kind: "wrong source", offset: at("pier")[0], weight: 0.9 }],
    ],
    [
      "no source",
      attribution(null, "said", "that the old pier would fall"),
      [{ kind: "wrong source", offset: at("Ada Pole")[0] }],
    ],
    [
      "the source of another attribution",
      attribution("Tom Reed", "said", "that the old pier would fall"),
      [{ kind: "wrong link", offset: at("Tom Reed")[0] }],
    ],
    [
      "a source too short and a cue too long",
      attribution("Ada", "said that", "that the old pier would fall"),
      [
        { kind: "source has other ends", weight: 1 },
        { kind: "cue has other ends", weight: 1 },
      ],
    ],
  ])("name %s", (_, predicted, expected) => {
    expect(errorsOf([predicted, will])).toMatchObject(expected);
    expect(errorsOf([predicted, will])).toHaveLength(expected.length);
  });

  it("are worth more where a direct quotation is missed", () => {
    const [indirect, direct] = errorsOf([]);
    expect(direct?.weight).toBeGreaterThan(indirect?.weight ?? Number.NaN);
  });
});
