/** Style and script of the reading copy, inlined so that the file opens from any folder and without a network. */

export const PAGE_STYLE = `
:root{--ink:#19212C;--ink2:#45505F;--line:#D9DFE6;--bg:#E3E7EC;--pri:#1B4F8A;--pri-weak:#E9F0F8;--error:#B3261E;--warn:#8A5200;--hint:#44546A}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--ink);font:14px/1.6 "Microsoft YaHei UI","Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif;font-variant-numeric:tabular-nums}
header{background:#fff;border-bottom:1px solid var(--line);padding:12px 24px}header h1{font-size:17px;margin:0}header p{margin:2px 0 0;color:var(--ink2);font-size:13px}
.draft{color:var(--error)}.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:#fff;padding:4px 8px}
main{padding:16px;max-width:900px;margin:0 auto}.findings{background:#fff;border:1px solid var(--line);border-radius:4px;padding:8px 16px;margin-bottom:16px}.findings li{margin:4px 0}.findings .error b{color:var(--error)}.findings .warn b{color:var(--warn)}.findings .hint b{color:var(--hint)}.quiet{color:var(--ink2)}
#paper{width:210mm;max-width:100%;margin:0 auto;background:#fff;padding:37mm 26mm 35mm 28mm;font:16pt/29pt FangSong_GB2312,"仿宋_GB2312",FangSong,"仿宋","Noto Serif CJK SC",serif;line-break:strict;overflow-wrap:break-word;box-shadow:0 1px 3px #0002}
#paper h1{font:22pt/36pt FZXiaoBiaoSong-B05S,"方正小标宋简体",SimSun,"Noto Serif CJK SC",serif;text-align:center;margin:29pt 0}#paper h2{font:inherit;font-family:SimHei,"黑体","Noto Sans CJK SC",sans-serif;text-indent:2em;margin:0}#paper h3{font:inherit;font-family:KaiTi_GB2312,"楷体_GB2312",KaiTi,"楷体","Noto Serif CJK SC",serif;text-indent:2em;margin:0}
#paper p{margin:0;text-align:justify}#paper .indented{text-indent:2em}#paper .align-center{text-align:center;text-indent:0}#paper .align-right{text-align:right;text-indent:0}
#paper .agencyMark{font:36pt/45pt FZXiaoBiaoSong-B05S,"方正小标宋简体",SimSun,"Noto Serif CJK SC",serif;color:#f00;margin:12mm 0 44pt}#paper .numberLine,#paper .imprint{display:flex;justify-content:space-between;gap:1em;padding:0 1em 11pt 0;white-space:pre-wrap}#paper .numberLine{border-bottom:1.5pt solid #f00;margin-bottom:58pt}
#paper .attachmentTitle{font:22pt/36pt FZXiaoBiaoSong-B05S,"方正小标宋简体",SimSun,"Noto Serif CJK SC",serif;margin:29pt 0 15pt}#paper .caption{font:14pt/29pt SimHei,"黑体","Noto Sans CJK SC",sans-serif}#paper .note{font-size:10.5pt;line-height:16pt}#paper .signature{margin-left:13.5em}#paper p:not(.signature)+.signature{margin-top:58pt}#paper .imprint{font-size:14pt;line-height:24pt;padding:2pt 1em 2pt 0;border-bottom:.75pt solid}#paper p:not(.imprint)+.imprint,#paper .table+.imprint{border-top:1pt solid;margin-top:58pt}#paper .imprint:last-child{border-bottom-width:1pt}
#paper hr.page{border:0;border-top:1px dashed var(--line);margin:40px -26mm 40px -28mm}.table{overflow-x:auto}#paper table{border-collapse:collapse;width:100%;font-size:10.5pt;line-height:16pt;margin:0 0 8pt}#paper th,#paper td{border:.5pt solid #000;padding:1pt 5pt}#paper .whole{white-space:nowrap}#paper th{background:#F2F2F2;font-family:SimHei,"黑体","Noto Sans CJK SC",sans-serif;font-weight:400}
.figure{cursor:pointer;text-decoration:underline dotted 1px var(--pri);text-underline-offset:.22em}.figure:hover{background:var(--pri-weak)}.figure:focus-visible{outline:2px solid var(--pri);outline-offset:1px}.figure[aria-expanded=true]{background:var(--pri);color:#fff;text-decoration:none}
#drawer{position:fixed;top:0;right:0;bottom:0;width:388px;max-width:100%;overflow:auto;background:#fff;border-left:1px solid var(--line);padding:16px 20px;box-shadow:-2px 0 8px #0002}#drawer h2{font-size:14px;margin:0 0 8px;color:var(--ink2)}#drawer .value{font-size:28px;line-height:34px;margin:0}#drawer .name{color:var(--ink2);margin:0 0 12px}#drawer h3{font-size:13px;margin:16px 0 4px}#drawer code{display:block;background:#F3F5F7;padding:6px 8px;border-radius:4px;font-family:inherit;overflow-wrap:anywhere}#close{float:right;border:0;background:none;font-size:20px;min-width:24px;min-height:24px;cursor:pointer}
#drawer details{border-top:1px solid var(--line);padding:4px 0}#drawer summary{cursor:pointer;display:flex;justify-content:space-between;gap:8px}#drawer summary b{white-space:nowrap}#drawer .cell{color:var(--pri);overflow-wrap:anywhere}#drawer .missing{color:var(--error)}
@media (min-width:1300px){main{margin-right:420px}}@media (max-width:800px){#paper{padding:24px 16px;font-size:17px;line-height:1.75}#paper hr.page{margin:24px -16px}#paper .agencyMark{font-size:28px;line-height:1.4;margin:16px 0}#paper .numberLine{margin-bottom:24px}#paper .signature{margin-left:0;text-align:right}}
@media print{header,.findings,#drawer,.skip{display:none}body{background:#fff}main{margin:0;padding:0}#paper{width:auto;box-shadow:none;padding:0}.figure{text-decoration:none}#paper hr.page{visibility:hidden;break-after:page;margin:0}}
`;

export const PAGE_SCRIPT = `
const {figures,steps}=JSON.parse(document.getElementById('data').textContent);
const drawer=document.getElementById('drawer'),walk=document.getElementById('walk');let opened;
const el=(tag,text,cls)=>{const e=document.createElement(tag);if(text!==undefined)e.textContent=text;if(cls)e.className=cls;return e};
const HOW={stated:'填报',sum:'汇总',formula:'计算',ledger:'台账',count:'计数',gap:'缺数'};
function step(s,open,above){const d=el('details');d.open=open;const h=el('summary');h.append(el('span',s.unit+(s.name===above?'':' · '+s.name)+' · '+HOW[s.how]),el('b',s.shown));d.append(h);
 const p=[s.period,s.nature].filter(Boolean).join(' · ');if(p)d.append(el('div',p));if(s.formula)d.append(el('code',s.formula));
 if(s.missing)d.append(el('div','未报：'+s.missing,'missing'));if(s.source)d.append(el('div',s.source,'cell'));
 for(const e of s.evidence||[])d.append(el('div','佐证材料 '+e));for(const i of s.inputs||[])d.append(step(i,false,s.name));
 if(s.more)d.append(el('div','另有 '+s.more+' 项，见 trace.json'));return d}
function show(button){const f=figures[button.dataset.figure];if(opened)opened.setAttribute('aria-expanded','false');opened=button;button.setAttribute('aria-expanded','true');
 walk.replaceChildren(el('p',f.printed,'value'),el('p',f.label+(f.exact?' · 精确值 '+f.exact+' '+(f.unit==='1'?'':f.unit):''),'name'));
 if(f.formula)walk.append(el('h3','公式'),el('code',f.formula));if(f.scores.length)walk.append(el('h3','得分'));for(const s of f.scores)walk.append(el('div',s));if(f.roots.length)walk.append(el('h3','来源'));
 for(const r of f.roots)walk.append(step(steps[r],true));
 const others=figures.map((o,i)=>[o,i]).filter(([o])=>o!==f&&f.formula&&o.formula===f.formula&&o.printed===f.printed);
 if(others.length){walk.append(el('h3','文中另有 '+others.length+' 处用到此数'));for(const [o,i] of others){const a=el('a',o.label);a.href='#f'+i;walk.append(a,' ')}}
 drawer.hidden=false;document.getElementById('close').focus()}
function close(){drawer.hidden=true;if(opened){opened.setAttribute('aria-expanded','false');opened.focus();opened=undefined}}
const paper=document.getElementById('paper');
paper.addEventListener('click',e=>{const b=e.target.closest('.figure');if(b)show(b)});
paper.addEventListener('keydown',e=>{if(e.key!=='Enter'&&e.key!==' ')return;const b=e.target.closest('.figure');if(b){e.preventDefault();show(b)}});
document.getElementById('close').addEventListener('click',close);addEventListener('keydown',e=>{if(e.key==='Escape'&&!drawer.hidden)close()});
`;
