self.dacsanParts ??= {};
dacsanParts["search-9cb7affb.js"] ??= (() => {
const open = () => null;
return { open };
})();
