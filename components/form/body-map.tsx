"use client";

import { useState } from "react";
import { CheckList } from "@/components/form/choice-list";
import { Icon } from "@/components/ui/icon";
import type { BodyArea } from "@/lib/domain/check-in/vocabulary";
import { deviceStorage } from "@/lib/offline/device-storage";

type BodyMapProps = {
  labelledBy: string;
  /** saddle is asked about numbness only */
  areas: readonly BodyArea[];
  values: readonly BodyArea[];
  texts: { picture: string; left: string; right: string; useList: string; usePicture: string; nothing: string; names: Record<BodyArea, string> };
  onToggle: (area: BodyArea, isOn: boolean) => void;
};

type PictureArea = Exclude<BodyArea, "saddle">;
/** One half of the front; the other is its mirror. Left on the picture is the person's left, as in a mirror. */
const HEAD = "M152 4 C120 4 110 28 110 50 C110 74 126 98 152 98 Z";
const ARM = "M92 110 C66 112 52 128 47 152 L22 256 C18 276 26 288 40 290 C54 292 62 282 66 266 L88 172 C91 156 93 140 92 110 Z";
const LEG = "M106 250 H152 V424 Q152 434 142 434 H125 Q115 434 114 424 Z";
const TRUNK = "M108 108 H202 Q211 108 210 117 L205 233 Q204 242 196 242 H114 Q106 242 105 233 L100 117 Q99 108 108 108 Z";
const SHAPES: Record<PictureArea, { path: string; isMirrored: boolean; tick: string }> = {
  "left-face": { path: HEAD, isMirrored: false, tick: "M123 52l6 6 11-13" },
  "right-face": { path: HEAD, isMirrored: true, tick: "M170 52l6 6 11-13" },
  "left-arm": { path: ARM, isMirrored: false, tick: "M48 206l6 6 11-13" },
  "right-arm": { path: ARM, isMirrored: true, tick: "M245 206l6 6 11-13" },
  "left-leg": { path: LEG, isMirrored: false, tick: "M123 340l6 6 11-13" },
  "right-leg": { path: LEG, isMirrored: true, tick: "M170 340l6 6 11-13" },
  trunk: { path: TRUNK, isMirrored: false, tick: "M147 172l6 6 11-13" },
};
const LIST_KEY = "daymark.body-list";

/** Where on the body: a front picture and a list that always show the same. The list, once chosen, is remembered. */
export function BodyMap({ labelledBy, areas, values, texts, onToggle }: BodyMapProps) {
  const [usesList, setUsesList] = useState(() => readChoice());
  const choose = (list: boolean) => {
    setUsesList(list);
    try {
      deviceStorage().setItem(LIST_KEY, list ? "list" : "picture");
    } catch {
      // The choice then lasts as long as the page.
    }
  };
  const shown = areas.filter((area): area is PictureArea => area !== "saddle");
  return (
    <>
      <section className="card mt-3 px-3 pt-[10px] pb-3">
        <div className="row between small b px-2">
          {!usesList && <span>{texts.left}</span>}
          <button type="button" className="btn text small min-h-12" onClick={() => choose(!usesList)}>
            <Icon name="list" size={22} />{usesList ? texts.usePicture : texts.useList}
          </button>
          {!usesList && <span>{texts.right}</span>}
        </div>
        {usesList
          ? <CheckList labelledBy={labelledBy} values={values} choices={areas.map((area) => ({ value: area, label: texts.names[area] }))} onToggle={(area, isOn) => onToggle(area as BodyArea, isOn)} />
          : (
            <>
              <svg width="310" height="440" viewBox="0 0 310 440" role="group" aria-label={texts.picture} className="mx-auto -mt-2 h-auto max-w-full">
                {shown.map((area) => <AreaButton key={area} area={area} name={texts.names[area]} isOn={values.includes(area)} onToggle={(isOn) => onToggle(area, isOn)} />)}
              </svg>
              {areas.includes("saddle") && (
                <div className="chips mt-[10px] justify-center">
                  <button type="button" className={`chip ${values.includes("saddle") ? "on" : ""}`} aria-pressed={values.includes("saddle")} onClick={() => onToggle("saddle", !values.includes("saddle"))}>
                    {values.includes("saddle") && <Icon name="check" size={20} />}{texts.names.saddle}
                  </button>
                </div>
              )}
            </>
          )}
      </section>
      <p className="b mt-3" role="status">{values.length === 0 ? texts.nothing : areas.filter((area) => values.includes(area)).map((area) => `${texts.names[area]}.`).join(" ")}</p>
    </>
  );
}

type AreaButtonProps = { area: PictureArea; name: string; isOn: boolean; onToggle: (isOn: boolean) => void };

function AreaButton({ area, name, isOn, onToggle }: AreaButtonProps) {
  const { path, isMirrored, tick } = SHAPES[area];
  return (
    <g role="button" tabIndex={0} aria-pressed={isOn} aria-label={name} className="cursor-pointer outline-offset-2" onClick={() => onToggle(!isOn)}
      onKeyDown={(event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        onToggle(!isOn);
      }}>
      <path className={`area ${isOn ? "on" : ""}`} d={path} {...(isMirrored && { transform: "translate(310 0) scale(-1 1)" })} />
      {isOn && <path d={tick} fill="none" stroke="var(--dm-surface)" strokeWidth="4" strokeLinecap="round" strokeLinejoin="round" />}
    </g>
  );
}

function readChoice(): boolean {
  try {
    return deviceStorage().getItem(LIST_KEY) === "list";
  } catch {
    return false;
  }
}
