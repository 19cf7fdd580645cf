import { deviceStorage } from "@/lib/offline/device-storage";

const SOUND = "daymark.walk.sound";

/** On unless it was switched off on this device. */
export function readSound(): boolean {
  try {
    return deviceStorage().getItem(SOUND) !== "off";
  } catch {
    return true;
  }
}

export function keepSound(isOn: boolean): void {
  try {
    deviceStorage().setItem(SOUND, isOn ? "on" : "off");
  } catch {
    // It holds for this page.
  }
}

const TONES = { count: { hertz: 660, milliseconds: 120 }, go: { hertz: 990, milliseconds: 500 }, stop: { hertz: 440, milliseconds: 180 } } as const;
const BUZZES = { count: 60, go: 300, stop: [80, 60, 80] } as const;
export type Signal = keyof typeof TONES;

/** Sound and vibration of one test. A browser that offers neither stays silent: the screen says everything too. Open it in a tap, or it has no sound. */
export function openSignals(withSound: boolean): { give: (signal: Signal) => void; close: () => void } {
  let audio: AudioContext | null = null;
  try {
    audio = withSound && typeof AudioContext === "function" ? new AudioContext() : null;
    void audio?.resume().catch(() => undefined);
  } catch {
    audio = null;
  }
  return {
    give(signal) {
      const pattern = BUZZES[signal];
      if (typeof navigator.vibrate === "function") navigator.vibrate(typeof pattern === "number" ? pattern : [...pattern]);
      if (audio) beep(audio, TONES[signal]);
    },
    close: () => void audio?.close().catch(() => undefined),
  };
}

const LOUDNESS = 0.25;

function beep(audio: AudioContext, { hertz, milliseconds }: { hertz: number; milliseconds: number }): void {
  try {
    const [tone, gain] = [audio.createOscillator(), audio.createGain()];
    tone.frequency.value = hertz;
    gain.gain.value = LOUDNESS;
    tone.connect(gain).connect(audio.destination);
    tone.start();
    tone.stop(audio.currentTime + milliseconds / 1_000);
  } catch {
    // Without sound the test goes on.
  }
}
