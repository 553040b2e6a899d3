const words =
  "This page was opened as a file, and a browser draws no figures then. They need a web server: in the folder that holds " +
  "index.html, run “python3 -m http.server” and open http://localhost:8000/, or in the project run “npm run serve”.";

/**
 * A script for the head of a page. Opened from a folder, where a browser runs no modules, the page says so in place of what
 * would never come.
 */
export const openedAsFileScript = `if(location.protocol==="file:"){document.documentElement.dataset.opened="file";document.documentElement.style.visibility="";addEventListener("DOMContentLoaded",()=>{const p=document.createElement("p");p.className="fallback";p.setAttribute("role","alert");p.textContent=${JSON.stringify(words)};document.querySelector("style[data-rooms]")?.remove();document.getElementById("observablehq-main").prepend(p)})}`;
