package assess

import "testing"

func TestMisread(t *testing.T) {
	for _, tt := range []struct {
		in   string
		want bool
	}{
		{"The va1ue of the pier is not known.", true},
		{"A dep0sit is due.", true},
		{"The fee is 2OO,OOO crowns.", true},
		{"The fee is 2OO, OOO crowns.", true},
		{"It was built in l926 by the town.", true},
		{"It was built in 1926 by the town.", false},
		{"The tank holds 400l of oil.", false},
		{"Covid19 and the B2B trade, H1N1, mp3, web3 and i18n.", false},
		{"Form OI12 and Unit A10 stay.", false},
		{"The 20th of May and the 1950s, 5kg and 10km.", false},
		{"SPO2 and CO2 fell below 400.", false},
	} {
		if got := misread(tt.in); got != tt.want {
			t.Errorf("misread(%q) = %v", tt.in, got)
		}
	}
}
