import { DESKTOP, launch, open, PHONE } from "./lib/browser.mjs";
import { serve } from "./lib/serve.mjs";
import { mkdirSync } from "node:fs";
const [site, out, ...asked] = process.argv.slice(2);
mkdirSync(out,{recursive:true});
const server = await serve(site); const browser = await launch();
for (const a of asked) {
  const [addr, modes="dl,pl"] = a.split("@");
  for (const m of modes.split(",")) {
    const { page, close } = await open(browser, server.origin + "/" + addr, { viewport: m[0]=="p"?PHONE:DESKTOP, colorScheme: m[1]=="d"?"dark":"light" });
    const h = await page.evaluate(()=>document.documentElement.scrollHeight);
    const max = 2600; const w = m[0]=="p"?390:1280;
    const name = addr.replace(/\.html$/,"").replaceAll("/","-")||"front";
    await page.setViewportSize({width:w,height:Math.min(h,max)});
    await page.screenshot({ path: `${out}/${name}-${m}.png`, clip:{x:0,y:0,width:w,height:Math.min(h,max)} });
    console.log(name,m,h);
    await close();
  }
}
await browser.close(); await server.close();
