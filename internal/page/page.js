"use strict";
{
	const list = document.getElementById("list"), text = document.getElementById("kwi-answers"), say = list.dataset;
	const codes = [...list.querySelectorAll("[data-code]")].map(ask => ask.dataset.code);
	const blank = "[  ]", place = /^(\d+\.\d+|[A-G]) \[([^\[\]]*)\]/gm;
	const fields = name => [...list.elements].filter(field => field.name === name);
	const key = "kwi " + say.reference;
	let storage = null;
	try {
		localStorage.setItem(key + " ?", "");
		localStorage.removeItem(key + " ?");
		storage = localStorage;
	} catch { }

	// read is what is filled in, by the name of its field; what is blank is not there.
	const read = () => {
		const all = {};
		for (const [name, value] of new FormData(list)) if (value.trim() !== "") all[name] = value;
		return all;
	};
	const put = all => {
		for (const field of list.elements) {
			if (!field.name) continue;
			const value = Object.hasOwn(all, field.name) ? String(all[field.name]) : "";
			if (field.type === "radio") field.checked = field.value === value;
			else field.value = value;
		}
	};

	// inside is what stands between the brackets of a question. Each line in
	// their own words begins with a bar, so that none is taken for a question.
	const inside = (code, all) => {
		const value = all[code] ?? "";
		if (fields(code)[0].type === "radio") return value === "" ? (all[code + " weight"] ?? "") : value + (all[code + " weight"] ?? "");
		if (value === "") return "";
		const lines = value.replace(/[\[［]/g, "(").replace(/[\]］]/g, ")").split(/\r\n|\r|\n/);
		return lines.map(line => "| " + line.trim()).join("\n").replace(/(\n\| )+$/, "") + " ";
	};
	// before is what stands in the text of a page that was saved whole.
	const before = () => {
		const all = {};
		for (const [, code, value] of text.textContent.matchAll(place)) {
			const field = fields(code)[0];
			if (!field || value.trim() === "") continue;
			if (field.type !== "radio") all[code] = value.split("\n").map(line => line.replace(/^\| ?/, "")).join("\n").trim();
			else if (/[<>]$/.test(value)) [all[code], all[code + " weight"]] = [value.slice(0, -1), value.slice(-1)];
			else all[code] = value.trim();
		}
		return all;
	};
	const whole = all => text.textContent.replace(place, (_, code) => code + " " + (codes.includes(code) && inside(code, all) ? "[" + inside(code, all) + "]" : blank));
	const short = all => codes.filter(code => inside(code, all)).map(code => code + " [" + inside(code, all) + "]").join("\n") + "\n\n" + say.named + "\n";
	const mail = body => "mailto:" + encodeURIComponent(say.to).replace(/%40/g, "@") + "?subject=" + encodeURIComponent(say.subject) + (body ? "&body=" + encodeURIComponent(body.replace(/\n/g, "\r\n")) : "");
	const follow = (href, name) => {
		const link = document.createElement("a");
		link.href = href;
		if (name) link.download = name;
		else link.id = "mail";
		link.hidden = true;
		document.getElementById("mail")?.remove();
		list.append(link);
		link.click();
		if (name) link.remove();
	};
	const tell = (...said) => { document.getElementById("said").replaceChildren(...said); };

	const show = () => {
		const all = read();
		for (const button of list.querySelectorAll("[data-clears]")) {
			const code = button.dataset.clears;
			button.hidden = !Object.hasOwn(all, code) && !Object.hasOwn(all, code + " weight");
		}
		const graded = codes.filter(code => code.includes(".")), answered = graded.filter(code => Object.hasOwn(all, code)).length;
		const said = say.count.replace("{1}", answered).replace("{2}", graded.length), count = document.getElementById("count");
		if (count.textContent !== said) count.textContent = said;
		text.textContent = whole(all);
		return all;
	};
	const keep = () => {
		const all = show();
		try {
			storage?.setItem(key, JSON.stringify(all));
		} catch {
			storage = null;
		}
		document.getElementById("kept").textContent = storage ? say.kept : say.unkept;
	};
	const save = (...said) => {
		const file = new Blob([whole(read()).replace(/\n/g, "\r\n")], { type: "text/plain;charset=utf-8" }), at = URL.createObjectURL(file);
		follow(at, say.file);
		setTimeout(() => URL.revokeObjectURL(at), 60000);
		tell([...said, say.saved].join(" "));
	};
	const filled = () => {
		if (Object.keys(read()).length > 0) return true;
		tell(say.nothing);
		return false;
	};

	document.getElementById("send").onclick = () => {
		if (!filled()) return;
		const to = mail(short(read()));
		if (to.length > Number(say.most)) return save(say.long);
		tell(say.mailed);
		follow(to);
	};
	document.getElementById("save").onclick = () => { if (filled()) save(); };
	document.getElementById("empty").onclick = () => {
		if (!filled()) return;
		const was = read(), back = document.createElement("button");
		[back.type, back.className, back.id, back.textContent] = ["button", "second", "undo", say.undo];
		back.onclick = () => {
			put(was);
			keep();
			tell();
			document.getElementById("empty").focus();
		};
		put({});
		keep();
		tell(say.emptied + " ", back);
	};
	for (const button of list.querySelectorAll("[data-clears]")) button.onclick = () => {
		for (const name of [button.dataset.clears, button.dataset.clears + " weight"]) for (const field of fields(name)) field.checked = field.value === "";
		fields(button.dataset.clears)[0].focus();
		tell();
		keep();
	};
	list.oninput = () => {
		tell();
		keep();
	};
	list.onsubmit = () => false;

	for (const part of document.querySelectorAll(".scripted")) part.hidden = false;
	for (const part of document.querySelectorAll(".plain")) part.hidden = true;
	document.querySelector("details").open = false;
	let all = null;
	try {
		const kept = JSON.parse(storage?.getItem(key) ?? "null");
		if (kept && typeof kept === "object") all = kept;
	} catch { }
	put(all ?? before());
	keep();
}
