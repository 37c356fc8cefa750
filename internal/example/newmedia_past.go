package example

import "kwi/internal/account"

// newMediaPast is what was agreed in a cycle and came of it; actions of the
// cycle at hand are told in newMediaNow.
func (b book) newMediaPast(y *account.Cycle, i int) {
	if i == 4 {
		return
	}
	told := [4]struct {
		kwi                account.KWICode
		text, evidence     string
		second             account.KWICode
		text2, evidence2   string
		remark, note, next string
	}{
		{
			1, b.say("Opdrachtdossier inrichten dat NewMedia zelf kan inzien.", "Set up an assignment file that NewMedia can look into."),
			b.say("Dossier staat klaar; KK en AA hebben het geopend.", "The file is there; KK and AA have opened it."),
			3, b.say("Aanschuiven bij het eerste overleg over het informatieplan.", "Join the first meeting on the information plan."),
			b.say("Twee keer aangeschoven, voorstel over werkplekken overgenomen.", "Joined twice, the proposal on workplaces was taken over."),
			b.say("Goed begin, nu nog volhouden.", "A good beginning, now keep it up."),
			b.say("KK herkent de inzet, CC ziet nog weinig bewijs.", "KK recognises the effort, CC sees little proof yet."),
			b.say("Iedere maand één bladzijde over wat is gedaan.", "One page every month on what was done."),
		},
		{
			4, b.say("Licenties doorlichten en per kwartaal laten zien wat eraf kan.", "Go through the licences and show each quarter what can go."),
			b.say("Eerste overzicht besproken met DD, 31 licenties opgezegd.", "First overview discussed with DD, 31 licences ended."),
			2, b.say("Werksessie over archiefzoeken met de redactie.", "Working session with the editors on searching the archive."),
			b.say("Gehouden met acht redacteuren, twee ideeën lopen.", "Held with eight editors, two ideas are under way."),
			b.say("De besparing wil ik in onze eigen cijfers zien.", "I want to see the saving in our own figures."),
			b.say("DD doet mee vanaf deze cyclus en brengt kosten in.", "DD joins from this cycle on and brings in costs."),
			b.say("KWI-04 gaat mee in de volgende cyclus.", "KWI-04 goes along in the next cycle."),
		},
		{
			2, b.say("Een vaste adviseur vervangen en hem bij alle vijf voorstellen.", "Replace the regular adviser and introduce the new one to all five."),
			b.say("Nieuwe adviseur is begonnen en bij iedereen geweest.", "The new adviser has started and met everybody."),
			5, b.say("Afspreken wie belt als een storing langer duurt dan een uur.", "Agree who calls when a failure lasts more than an hour."),
			b.say("Belafspraak staat op de eerste bladzijde van het dossier.", "The call agreement is on the first page of the file."),
			b.say("Sinds het vertrek van onze adviseur is het stil.", "Since our adviser left it has been quiet."),
			b.say("Inspiratie zakte; iedereen noemt dezelfde oorzaak.", "Inspiration fell; everybody names the same cause."),
			b.say("Wie vertrekt, draagt een maand over terwijl de opvolger er al is.", "Whoever leaves hands over for a month while the successor is there."),
		},
		{
			3, b.say("Overzicht van techniek die binnen drie jaar verdwijnt.", "Overview of technology that goes within three years."),
			b.say("Besproken in de directie, vier systemen krijgen een einddatum.", "Discussed with the board, four systems got an end date."),
			5, b.say("Kwartaalbrief aan alle betrokken collega's van NewMedia.", "Quarterly letter to all colleagues concerned at NewMedia."),
			"",
			b.say("Ik hoor het nu eerder als iets misgaat.", "I hear it sooner now when something goes wrong."),
			b.say("CC noemt het gesprek voor het eerst open.", "CC calls the conversation open for the first time."),
			b.say("Kosten blijven een KWI, met een hoger doel.", "Costs stay a KWI, with a higher target."),
		},
	}[i]
	s := y.Session
	agreed := working(s.Add(-120))
	y.Actions = []account.Action{
		{
			Date: agreed, Text: told.text, For: "Joe Bestseller", Side: account.SupplierSide, Due: account.Moment(working(s.Add(-60))),
			Status: account.Done, KWI: told.kwi, Announced: working(s.Add(-115)), Done: working(s.Add(-63)), Evidence: told.evidence,
		},
		{
			Date: agreed, Text: told.text2, For: "Service", Side: account.BothSides, Due: account.Moment(working(s.Add(-30))),
			Status: account.Done, KWI: told.second, Announced: working(s.Add(-110)), Done: working(s.Add(-35)), Evidence: told.evidence2,
		},
	}
	if told.evidence2 == "" { // a promise that was not kept yet and is late today
		y.Actions[1].Status, y.Actions[1].Done, y.Actions[1].Due = account.Open, "", account.Moment(b.day(-3))
	}
	y.Remarks = map[account.Initials]string{[]account.Initials{"KK", "DD", "BB", "CC"}[i]: told.remark}
	y.Released = []account.Initials{[]account.Initials{"KK", "DD", "BB", "CC"}[i]}
	y.Analysis = account.Analysis{Remarks: told.remark, Noticed: told.note, Proposals: told.next}
	y.Meeting.Notes, y.Meeting.Decisions = []string{told.note}, []string{told.next}
	y.Visits = round(s.Add(-105), 17, "RM", talk{"KK", ""}, talk{"AA", ""}, talk{"CC", ""}, talk{"BB", ""})
	if i > 0 {
		y.Visits = append(y.Visits, account.Visit{Date: working(s.Add(-30)), With: "DD", By: "RM"})
	}
}
