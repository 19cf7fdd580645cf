"use client";

import { useEffect, useRef, useState, useSyncExternalStore } from "react";

/** The part of the browser's speech input that is used; TypeScript knows no types of it. */
type Recognition = {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult: ((event: { resultIndex: number; results: ArrayLike<{ isFinal: boolean; 0: { transcript: string } }> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start: () => void;
  stop: () => void;
  abort: () => void;
};
type SpeechWindow = { SpeechRecognition?: new () => Recognition; webkitSpeechRecognition?: new () => Recognition };

export type DictationState = "off" | "listening" | "blocked" | "failed" | "nothing";

const speechOf = (): SpeechWindow["SpeechRecognition"] => (window as SpeechWindow).SpeechRecognition ?? (window as SpeechWindow).webkitSpeechRecognition;
const never = () => () => undefined;

/** True where the browser offers speech input; false on the server, so that the button comes only where it works. */
export const useHasDictation = (): boolean => useSyncExternalStore(never, () => speechOf() !== undefined, () => false);

/** Listens until it is stopped, and hands over each finished phrase. The sound never passes through us. */
export function useDictation(onText: (text: string) => void) {
  const [state, setState] = useState<DictationState>("off");
  const running = useRef<Recognition | null>(null);
  const heard = useRef(onText);
  useEffect(() => { heard.current = onText; });
  useEffect(() => () => running.current?.abort(), []);

  function start(): void {
    const Speech = speechOf();
    if (!Speech || running.current) return;
    const recognition = new Speech();
    let after: DictationState = "off";
    recognition.lang = document.documentElement.lang || "en";
    recognition.continuous = true;
    recognition.interimResults = false;
    recognition.onresult = ({ resultIndex, results }) => {
      for (let index = resultIndex; index < results.length; index += 1) {
        const result = results[index];
        if (result?.isFinal && result[0].transcript.trim()) heard.current(result[0].transcript.trim());
      }
    };
    recognition.onerror = ({ error }) => {
      if (error === "aborted") return;
      after = error === "not-allowed" || error === "service-not-allowed" || error === "audio-capture" ? "blocked" : error === "no-speech" ? "nothing" : "failed";
    };
    recognition.onend = () => {
      running.current = null;
      setState(after);
    };
    try {
      recognition.start();
      running.current = recognition;
      setState("listening");
    } catch {
      setState("failed");
    }
  }

  return { state, start, stop: () => running.current?.stop() };
}

/** What is there with a phrase after it, one space between them. */
export const withPhrase = (text: string, phrase: string): string => (text.trim() ? `${text.trimEnd()} ${phrase}` : phrase);
