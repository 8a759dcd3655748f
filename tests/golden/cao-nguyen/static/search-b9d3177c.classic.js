self.dacsanParts ??= {};
dacsanParts["search-b9d3177c.js"] ??= (() => {
let open=()=>null;
return { open };
})();
