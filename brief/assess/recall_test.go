package assess

import (
	"testing"

	"readahead/brief/doc"
	"readahead/brief/profile"
)

var wanted = [][2]string{
	{"The ferry Lindra can carry 84 cars and 300 passengers.", "Lindra, which takes 72 cars, will sail at dawn from next week."},
	{"The roof of the Tarn Museum was replaced in 2009 and is still dry.", "The museum’s roof, which dates from 2015, leaks over the Tarn collection."},
	{"Thieves broke open the north gate on the evening of 11 June.", "Since the north gate was forced on the evening of 13 June, a guard has slept in the shed."},
	{"Ridley Council will bear two thirds of the cost of the new sluice and Harrow the remainder.", "Ridley and Harrow are to share the cost of the sluice equally, says the draft contract."},
	{"All six lifeboats have passed the yearly inspection.", "Two of the six lifeboats failed the inspection, according to the crew."},
	{"The dam at Orrin holds 3.2 million cubic metres of water.", "The reservoir behind the Orrin dam holds 2.6 million cubic metres when it is full."},
	{"The old mill burned down in 1952 and was never rebuilt.", "Fire destroyed the old mill in 1957, the parish book says."},
	{"The pump was last serviced on 4 April.", "The log shows that the pump was last serviced on 14 April."},
	{"The Bellmoor bridge was opened in 1931 by the queen.", "Since it opened in 1936, the Bellmoor bridge has been painted eleven times."},
	{"Repairing the organ will cost £48,000.", "The organ repair will cost £61,000, the vicar told the parish council."},
	{"Each of the five wards has its own oxygen supply.", "Three of the five wards do not have their own oxygen supply yet."},
	{"The Varna plant employs 340 people.", "With 290 people on its payroll, the Varna plant is the largest employer in the valley."},
	{"The Calder tunnel is open to lorries.", "The Calder tunnel is not open to lorries."},
	{"The city council will vote on the tram line on 9 October.", "Councillors are to vote on the tram line on 16 October."},
	{"A quarter of the harvest was lost to frost, the growers’ union says.", "Frost destroyed half of the harvest, according to the insurers."},
	{"The Holm reservoir supplies nine villages.", "Seven villages get their water from the Holm reservoir."},
}

func TestRecall(t *testing.T) {
	g := loadBundle(t, "baltic-energy")
	hits := 0
	for _, w := range wanted {
		docs := g.documents(t)
		for k := range 2 {
			docs = append(docs, doc.Document{File: string(rune('x' + k)), Blocks: []doc.Block{doc.Paragraph{Text: doc.NewText(w[k], 0)}}})
			docs[len(docs)-1].Meta.Published, _ = doc.ParseDate("2025-10-0" + string(rune('1'+k)))
		}
		a := Assess(docs, profile.Profile{})
		found := ""
		for _, c := range a.Conflicts {
			if c.A.File == "x" && c.B.File == "y" {
				found = c.What
			}
		}
		if found != "" {
			hits++
		}
		t.Logf("%-30s %s", found, w[0])
	}
	t.Log(hits, "of", len(wanted))
}
