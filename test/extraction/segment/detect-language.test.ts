import { expect, it } from "vitest";
import { detectForeignLanguage } from "#extraction/segment/detect-language.ts";

it.each([
  ["The council voted on Monday to close the bridge, and the mayor said that it would not open again.", null],
  ["Mayor quits", null],
  ["“No.”", null],
  ["The poet called it “la vida es un sueño de la noche” and left the hall with the others.", null],
  [
    "Der Rat hat am Montag beschlossen, die Brücke zu schließen, und der Bürgermeister ist nicht zufrieden.",
    "German",
  ],
  [
    "Le conseil a décidé lundi de fermer le pont, et le maire dit qu’il ne sera pas rouvert dans la ville.",
    "French",
  ],
  ["El consejo decidió el lunes cerrar el puente y la alcaldesa dijo que no se abrirá por ahora.", "Spanish"],
  [
    "Il consiglio ha deciso lunedì di chiudere il ponte e il sindaco ha detto che non sarà aperto più.",
    "Italian",
  ],
  [
    "O conselho decidiu na segunda fechar a ponte e o prefeito disse que não será aberta mais por ora.",
    "Portuguese",
  ],
  [
    "De raad heeft maandag besloten de brug te sluiten en de burgemeester zegt dat het niet anders kan.",
    "Dutch",
  ],
  ["Совет решил в понедельник закрыть мост.", "Russian or another language in Cyrillic script"],
  ["市议会星期一决定关闭这座桥。", "Chinese"],
  ["市議会は月曜日に橋を閉鎖することを決めた。", "Japanese"],
  ["시의회는 월요일에 다리를 폐쇄하기로 결정했다.", "Korean"],
  ["قرر المجلس يوم الاثنين إغلاق الجسر.", "Arabic or another language in Arabic script"],
])("%s", (text, language) => expect(detectForeignLanguage(text)).toBe(language));
