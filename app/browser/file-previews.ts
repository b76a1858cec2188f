/** Opens a PDF or a picture of an application beneath its name: fetched when it is unfolded, not before. */
for (const details of document.querySelectorAll<HTMLDetailsElement>("details[data-preview]")) {
  details.hidden = false;
  details.addEventListener("toggle", () => {
    if (details.open && details.childElementCount === 1) details.append(preview(details.dataset));
  });
}

function preview({ preview: kind, src = "", title = "" }: DOMStringMap): HTMLElement {
  if (kind === "picture") {
    const image = document.createElement("img");
    image.alt = title;
    image.src = src;
    return image;
  }
  // Browsers refuse to show a PDF in a sandbox; the file's own policy lets nothing in it load or act.
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.src = src;
  return frame;
}
