package config

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

type object = map[string]any

func loadSchema(t *testing.T) object {
	t.Helper()
	var s object
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestSchemaHasTheKeys holds the schema against the keys that Load knows.
func TestSchemaHasTheKeys(t *testing.T) {
	s := loadSchema(t)
	top := s["properties"].(object)
	defs := s["$defs"].(object)
	for _, tt := range []struct {
		name string
		node object
		keys []string
	}{
		{"config", s, topKeys},
		{"meeting", top["meeting"].(object), meetingKeys},
		{"cui", top["cui"].(object), cuiKeys},
		{"page", top["page"].(object), pageKeys},
		{"logo", top["page"].(object)["properties"].(object)["logo"].(object), logoKeys},
		{"section", defs["section"].(object), sectionKeys},
		{"source", defs["source"].(object), sourceKeys},
		{"schedule", defs["schedule"].(object), scheduleKeys},
		{"webhook", defs["webhook"].(object), webhookKeys},
		{"email", defs["email"].(object), emailKeys},
		{"command", defs["command"].(object), commandKeys},
		{"secret", defs["secret"].(object), secretKeys},
	} {
		var got []string
		for key, v := range tt.node["properties"].(object) {
			got = append(got, key)
			if v.(object)["description"] == nil {
				t.Errorf("%s: %s has no description", tt.name, key)
			}
		}
		want := slices.Clone(tt.keys)
		slices.Sort(got)
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: the schema has %v, Load knows %v", tt.name, got, want)
		}
		if tt.node["additionalProperties"] != false {
			t.Errorf("%s: the schema lets unknown keys pass", tt.name)
		}
	}
}

func TestSchemaHasTheDefaults(t *testing.T) {
	p, err := parse("a.yaml", "yaml", []byte(rest), "")
	if err != nil {
		t.Fatal(err)
	}
	top := loadSchema(t)["properties"].(object)
	page := top["page"].(object)["properties"].(object)
	section := loadSchema(t)["$defs"].(object)["section"].(object)["properties"].(object)
	schedule := loadSchema(t)["$defs"].(object)["schedule"].(object)["properties"].(object)
	for _, tt := range []struct {
		name string
		node any
		want any
	}{
		{"language", top["language"], p.Language},
		{"seeds", top["seeds"], p.Seeds},
		{"page.template", page["template"], p.Page.Template},
		{"max_items", section["max_items"], p.Sections[0].MaxItems},
		{"weight", section["weight"], p.Sections[0].Weight},
		{"on_change", schedule["on_change"], !p.Schedule.OnlySlots},
	} {
		if got := fmt.Sprint(tt.node.(object)["default"]); got != fmt.Sprint(tt.want) {
			t.Errorf("%s: the schema's default is %v, Load's %v", tt.name, got, tt.want)
		}
	}
}

// TestSchemaAgrees asks both whether they accept a config.
func TestSchemaAgrees(t *testing.T) {
	v := validator{root: loadSchema(t)}
	with := func(more string) string { return rest + more }
	long := strings.Repeat("x", 2001)
	for _, text := range []string{
		full["harbour.yaml"], string(sample), string(starter), rest,
		"", "title: T", "sections: []", "title: T\nsections: []", "title: T\nsections: [{id: a}]", "title: ''\nsections: [{id: a, title: A, keywords: [b]}]",
		"title: T\nsections: [{id: a b, title: A, keywords: [b]}]", "title: T\nsections: [{id: a, title: A, keywords: []}]",
		"title: T\nsections: [{id: a, title: A, keywords: b}]", "title: T\nsections: [{id: a, title: A, keywords: ['']}]",
		"title: T\nsections: [{id: a, title: A, keywords: [b], weight: 0}]", "title: T\nsections: [{id: a, title: A, keywords: [b], weight: 1001}]",
		"title: T\nsections: [{id: a, title: A, keywords: [b], min_items: 1.5}]", "title: T\nsections: [{id: a, title: A, keywords: [b], max_items: -1}]",
		"title: T\nsections:\n" + strings.Repeat("- {id: a, title: A, keywords: [b]}\n", 51),
		with("titel: x"), with("page: {size: A4}"), with("page: {size: a5}"), with("page: {sise: a4}"),
		with("page: {second: [todo, sources]}"), with("page: {second: [left_out]}"), with("page: {second: todo}"),
		with("page: {formats: [pdf, html]}"), with("page: {formats: [PDF]}"), with("page: {formats: [odt]}"), with("page: {formats: pdf}"), with("page: {formats: [md, md]}"),
		with("page: {attach_sources: true}"), with("page: {attach_sources: 1}"), with("page: {attach_sources: 'true'}"),
		with("page: {logo: {file: a.svg, alt: A}}"), with("page: {logo: {file: a.svg}}"), with("page: {logo: {file: a.svg, alt: A, height: 97}}"), with("page: {logo: a.svg}"),
		with("tlp: AMBER+STRICT"), with("tlp: amber"), with("tlp: PINK"), with("cui: {controlled_by: [a], categories: [b], poc: c}"),
		with("cui: {controlled_by: [a], categories: [b], poc: c, dissemination: FEDCON}"), with("cui: {controlled_by: [a], poc: c}"), with("cui: x"),
		with("talking_points: [a]\npage: {second: [talking_points]}"), with("page: x"),
		with("closed: [Order the motor, '7']"), with("closed: Order the motor"), with("closed: ['']"), with("closed: [7]"), with("closed: [" + long + "]"),
		with("meeting: {minutes: 10081}"), with("meeting: {minutes: 10080}"), with("meeting: {minutes: '5'}"), with("meeting: {who: x}"),
		with("meeting: {at: 2026-05-06T09:00:00+09:00}"), with("meeting: {at: 2026-05-06 09:00 +0900}"), with("meeting: {at: 2026-05-06T09:00Z}"),
		with("meeting: {at: 2026-05-06T09:00}"), with("meeting: {at: 2026-05-06}"), with("meeting: {at: noon}"), with("meeting: {attendees: x}"),
		with("as_of: auto"), with("as_of: 2026-05-06"), with("as_of: soon"), with("language: ja"), with("language: zh-Hant-TW"),
		with("language: e"), with("language: en_US"), with("asks: x"), with("asks: [x]"), with("asks: [" + long + "]"), with("purpose: " + long),
		with("sources: [{match: a, reliability: C}]"), with("sources: [{match: a, reliability: G}]"), with("sources: [{match: a, reliability: f}]"),
		with("sources: [{match: a, url: 'https://x.example/'}]"), with("sources: [{match: a, url: x.example}]"), with("sources: [{title: a}]"),
		with("sources: [{match: a, published: 2026-05-06}]"), with("sources: [{match: a, published: May}]"), with("$schema: x"), with("seeds: [a, 5]"),
		with("schedule: 0 7 * * 1-5"), with("schedule: 0 7 * * 1-5 Europe/Berlin"), with("schedule: CRON_TZ=Europe/Berlin 0 7 * * MON-FRI"), with("schedule: '@daily'"),
		with("schedule: '@daily Asia/Tokyo'"), with("schedule: '@every 1h'"), with("schedule: 0 7 * *"), with("schedule: 5"), with("schedule: [0 7 * * *]"), with("schedule: {}"),
		with("schedule: {cron: 0 7 * * *, zone: Europe/Berlin, on_change: false, at_most_every: 15m, catch_up: all, quiet: '22:00-06:00', jitter: 1d2h}"),
		with("schedule: {cron: soon}"), with("schedule: {when: soon}"), with("schedule: {zone: 'a b'}"), with("schedule: {on_change: 1}"), with("schedule: {jitter: 5}"),
		with("schedule: {jitter: 5 minutes}"), with("schedule: {catch_up: some}"), with("schedule: {quiet: ['22:00-06:00', Sat-Sun 00:00-24:00]}"), with("schedule: {quiet: night}"),
		with("notify: [{webhook: 'https://x.example/y'}]"), with("notify: [{webhook: x.example}]"), with("notify: [{webhook: 'https://u:p@x.example/'}]"), with("notify: x"), with("notify: [{}]"),
		with("notify: [{webhook: 'https://x.example/y', secret: {env: A}}]"), with("notify: [{webhook: 'https://x.example/y', secret: A}]"), with("notify: [{webhook: 'https://x.example/y', cc: a@b}]"),
		with("notify: [{webhook: 'https://x.example/y', secret: {env: A, file: b}}]"), with("notify: [{webhook: 'https://x.example/y', secret: {env: 'A-B'}}]"), with("notify: [{webhook: 'https://x.example/y', secret: {}}]"),
		with("notify: [{email: a@b.example, from: Desk <c@d.example>, server: 'smtp://m.example'}]"), with("notify: [{email: [a@b.example], from: c@d.example, server: 'smtps://m.example:465', user: u, password: {file: f}}]"),
		with("notify: [{email: a@b.example, from: c@d.example}]"), with("notify: [{email: a@b.example, server: 'smtp://m.example'}]"), with("notify: [{email: [], from: c@d.example, server: 'smtp://m.example'}]"),
		with("notify: [{email: nobody, from: c@d.example, server: 'smtp://m.example'}]"), with("notify: [{email: a@b.example, from: c@d.example, server: m.example}]"), with("notify: [{email: a@b.example, from: c@d.example, server: 'smtp://u:p@m.example'}]"),
		with("notify: [{command: [a, '{pdf}'], name: log}]"), with("notify: [{command: a b}]"), with("notify: [{command: []}]"), with("notify: [{command: [a], email: b@c.example}]"),
		with("engine: postgres://brief@db/readahead"), with("engine: postgresql://db:5432/readahead"), with("engine: postgres:///readahead?host=/run"), with("engine: sqlite:x"), with("engine: postgres://brief:hunter2@db/x"),
	} {
		root, err := decodeYAML("a.yaml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		_, loadErr := parse("a.yaml", "yaml", []byte(text), "")
		schemaErr := v.check(v.root, plain(root))
		if (loadErr == nil) != (schemaErr == nil) {
			t.Errorf("config %.150q\nLoad says %v, the schema %v", text, loadErr, schemaErr)
		}
	}
}

// plain turns a value into what JSON has.
func plain(v value) any {
	switch v.kind {
	case null:
		return object{} // an empty config is an empty object
	case list:
		out := []any{}
		for _, item := range v.items {
			out = append(out, plain(item))
		}
		return out
	case mapping:
		out := object{}
		for _, e := range v.keys {
			if e.kind != null {
				out[e.name] = plain(e.value)
			}
		}
		return out
	case number:
		return json.Number(v.text)
	case boolean:
		return v.text == "true"
	}
	return v.text
}

// A validator knows as much of JSON Schema as the schema uses, and fails on
// any other keyword.
type validator struct{ root object }

func (v validator) check(schema object, x any) error {
	for word, arg := range schema {
		if err := v.keyword(word, arg, x, schema); err != nil {
			return err
		}
	}
	return nil
}

func (v validator) keyword(word string, arg, x any, schema object) error {
	s, isString := x.(string)
	o, isObject := x.(object)
	a, isArray := x.([]any)
	n, isNumber := x.(json.Number)
	f, _ := n.Float64()
	fail := fmt.Errorf("%s %v: %v", word, arg, x)
	ok := true
	switch word {
	case "$schema", "title", "description", "default", "$defs":
	case "type":
		switch arg {
		case "object":
			ok = isObject
		case "array":
			ok = isArray
		case "string":
			ok = isString
		case "boolean":
			_, ok = x.(bool)
		case "number":
			ok = isNumber
		case "integer":
			ok = isNumber && !strings.ContainsAny(n.String(), ".eE")
		default:
			return fmt.Errorf("unknown type %v", arg)
		}
	case "required":
		for _, key := range arg.([]any) {
			if _, has := o[key.(string)]; isObject && !has {
				return fail
			}
		}
	case "properties":
		for key, sub := range arg.(object) {
			if val, has := o[key]; has {
				if err := v.check(sub.(object), val); err != nil {
					return fmt.Errorf("%s: %w", key, err)
				}
			}
		}
	case "additionalProperties":
		for key := range o {
			if _, has := schema["properties"].(object)[key]; !has {
				return fmt.Errorf("no such key: %s", key)
			}
		}
	case "items":
		for _, item := range a {
			if err := v.check(arg.(object), item); err != nil {
				return err
			}
		}
	case "anyOf":
		for _, sub := range arg.([]any) {
			if v.check(sub.(object), x) == nil {
				return nil
			}
		}
		return fail
	case "$ref":
		return v.check(v.root["$defs"].(object)[strings.TrimPrefix(arg.(string), "#/$defs/")].(object), x)
	case "enum":
		ok = slices.Contains(arg.([]any), x)
	case "pattern":
		ok = !isString || regexp.MustCompile(arg.(string)).MatchString(s)
	case "minLength":
		ok = !isString || utf8.RuneCountInString(s) >= int(arg.(float64))
	case "maxLength":
		ok = !isString || utf8.RuneCountInString(s) <= int(arg.(float64))
	case "minItems":
		ok = !isArray || len(a) >= int(arg.(float64))
	case "maxItems":
		ok = !isArray || len(a) <= int(arg.(float64))
	case "maxProperties":
		ok = !isObject || len(o) <= int(arg.(float64))
	case "uniqueItems":
		for i := range a {
			ok = ok && !slices.Contains(a[:i], a[i])
		}
	case "minimum":
		ok = !isNumber || f >= arg.(float64)
	case "exclusiveMinimum":
		ok = !isNumber || f > arg.(float64)
	case "maximum":
		ok = !isNumber || f <= arg.(float64)
	default:
		return fmt.Errorf("the test does not know the keyword %s", word)
	}
	if !ok {
		return fail
	}
	return nil
}
