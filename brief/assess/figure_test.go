package assess

import (
	"fmt"
	"strings"
	"testing"
)

func TestFigures(t *testing.T) {
	kinds := map[figureKind]string{count: "count", money: "money", share: "share", part: "part", clock: "clock"}
	for _, tt := range []struct{ in, want string }{
		{"It carries 600 cars.", "count 600 cars"},
		{"It carries twelve cars.", "count 12 cars"},
		{"It weighs 5,300 tonnes.", "count 5300 tonnes"},
		{"It weighs 3.25 tonnes.", "count 3.25 tonnes"},
		{"It holds 3.2 million cubic metres.", "count 3200000 cubic metres"},
		{"It costs $4.5 billion.", "money 4500000000"},
		{"It costs € 95.", "money 95"},
		{"It costs 95 euros.", "money 95 euros"},
		{"About 60 percent left.", "share 0.6 rough"},
		{"It fell to 60%.", "share 0.6"},
		{"It fell to 60 per cent.", "share 0.6"},
		{"A third of it sank.", "share 0.333333"},
		{"Two thirds of it sank.", "share 0.666666"},
		{"Half of it sank.", "share 0.5"},
		{"They split it evenly.", "share 0.5 rest"},
		{"Ost pays a quarter and Vik the rest.", "share 0.25 rest"},
		{"One in four sank.", "share 0.25"},
		{"Two of the six sank.", "part 2/6"},
		{"Each one of the six sank.", "part 6/6"},
		{"All six sank.", "part 6/6"},
		{"It sails every two weeks.", "count 2 weeks"},
		{"A third crane sank.", ""},
		{"It sails at 17:45 and at 7 p.m. and at 12 a.m.", "clock 1065; clock 1140; clock 0"},
		{"It sank on 3 March 2024.", ""},
		{"The A380 and Bus 12 left.", ""},
		{"A crane sank.", ""},
		{"It lost 1.2345 tonnes in 99999999999999 ways.", ""},
	} {
		c := corpusOf(t, "2025-05-14", tt.in)
		var got []string
		for _, f := range c.readings[0].figures {
			v := strings.TrimRight(strings.TrimRight(fmt.Sprintf("%.3f", float64(f.value)/1000), "0"), ".")
			switch f.kind {
			case share:
				v = strings.TrimRight(fmt.Sprintf("%.6f", float64(f.value)/million), "0")
			case part:
				v = fmt.Sprintf("%d/%d", f.value/1000, f.of)
			}
			s := kinds[f.kind] + " " + v
			if raw := c.readings[0].raw(f); f.unit != 0 && f.kind != clock {
				if _, unit, ok := strings.Cut(raw, " "); ok && !strings.ContainsAny(raw, "$€") {
					s += " " + strings.TrimPrefix(unit, "million ")
				}
			}
			if f.rough {
				s += " rough"
			}
			if f.rest {
				s += " rest"
			}
			got = append(got, s)
		}
		if g := strings.Join(got, "; "); g != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.in, g, tt.want)
		}
	}
}
