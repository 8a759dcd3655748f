export let open=()=>null;
