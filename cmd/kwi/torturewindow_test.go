//go:build unix

package main

import (
	"bytes"
	"math/rand/v2"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"kwi/internal/account"
	"kwi/internal/portable"
)

// tortured are the questions that are graded in a window that is killed: by other grades than 1, which may become a 10.
var tortured = []account.QuestionCode{{KWI: 2, Serial: 1}, {KWI: 2, Serial: 2}, {KWI: 2, Serial: 3}, {KWI: 2, Serial: 4}, {KWI: 2, Serial: 5}}

// window types grades into the list of a respondent, takes some back, and kills the
// program at a random moment. What stood on the screen as saved is there after that;
// of what did not yet the one or the other is. It tells how many were reported.
func (r *rack) window(t *testing.T, random *rand.Rand) (reported int) {
	t.Helper()
	file := filepath.Join(t.TempDir(), "kwi.db")
	put(t, file, r.base)
	s := run(t, r.binary, nil, "--file", file)
	s.see("NewMedia")
	s.walk("\r|NewMedia · 2011H1|6|Kees Klant|\x1b[B\x1b[B\x1b[B\x1b[B\r|Kees Klant (KK)|")
	saved := gradesOf(t, r.before)
	var before []map[string]string // what each step that can be taken back was made on
	may := saved                   // what is there if the last step landed
	pressed := ""
	for range random.IntN(12) {
		now := map[string]string{}
		for code, grade := range saved {
			now[code] = grade
		}
		if len(before) > 0 && random.IntN(5) == 0 {
			now, before = before[len(before)-1], before[:len(before)-1]
			pressed += "<"
			s.press("\x1a")
		} else {
			q := tortured[random.IntN(len(tortured))]
			grade := strconv.Itoa(2 + random.IntN(8))
			if now[q.String()] == grade {
				continue // which changes nothing
			}
			before = append(before, saved)
			now[q.String()] = grade
			pressed += " " + q.String() + "=" + grade
			s.press("/" + strings.ReplaceAll(q.String(), ".", "") + grade)
		}
		if may = now; !s.reports(now) {
			t.Fatalf("it does not say that it saved %v after %q:\n%s", now, pressed, s.shown())
		}
		saved = now
		reported++
	}
	if random.IntN(4) > 0 { // killed with one more on its way
		may = map[string]string{}
		for code, grade := range saved {
			may[code] = grade
		}
		q, grade := tortured[random.IntN(len(tortured))], strconv.Itoa(2+random.IntN(8))
		may[q.String()] = grade
		s.press("/" + strings.ReplaceAll(q.String(), ".", "") + grade)
		time.Sleep(time.Duration(random.IntN(int(40 * time.Millisecond))))
	}
	if err := s.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	s.end()
	for _, q := range tortured {
		is := gradesOf(t, whole(t, file, false))[q.String()]
		if is != saved[q.String()] && is != may[q.String()] {
			t.Fatalf("%s is %s; reported was %s, typed after that %s", q, is, saved[q.String()], may[q.String()])
		}
	}
	if back := takenBack(t, file, "newmedia"); back != r.before {
		t.Errorf("not all is taken back:\n%s", back)
	}
	return reported
}

// reports waits until grades stand on the screen, and beside them that they are saved:
// in a picture that stays as it is, for one half drawn tells nothing.
func (s *window) reports(grades map[string]string) bool {
	last, same := "", 0
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		now := s.shown()
		if now != last {
			last, same = now, 0
			continue
		}
		if same++; same >= 2 && strings.Contains(now, "bewaard ") && shows(now, grades) {
			return true
		}
	}
	return false
}

// shows reports whether the list on the screen has these grades.
func shows(screen string, grades map[string]string) bool {
	found := map[string]string{}
	for line := range strings.Lines(screen) {
		fields := strings.Fields(strings.TrimLeft(line, " ▸"))
		if len(fields) > 2 && len(fields[0]) == 4 && fields[0][1] == '.' && found[fields[0]] == "" { // below, the one in hand is told whole
			found[fields[0]] = strings.TrimRight(fields[len(fields)-1], "<>")
			if last := fields[len(fields)-1]; last == "<" || last == ">" {
				found[fields[0]] = fields[len(fields)-2]
			}
		}
	}
	for _, q := range tortured {
		if strings.Trim(found[q.String()], "·_") != grades[q.String()] { // the caret stands in an empty one
			return false
		}
	}
	return true
}

// gradesOf are the grades of the respondent whose list is typed, without what weight
// they have.
func gradesOf(t *testing.T, exported string) map[string]string {
	t.Helper()
	f, err := portable.Read(bytes.NewReader([]byte(exported)))
	if err != nil {
		t.Fatal(err)
	}
	grades := map[string]string{}
	for _, a := range f.Clients[0].Cycles[0].Answers["KK"] {
		grades[a.Question.String()] = strconv.Itoa(int(a.Grade))
	}
	return grades
}

// TestAFullDiskIsToldAndLosesNothing lets no file grow under a window: what is typed is
// said not to be kept, with what to do, and what was kept before is there.
func TestAFullDiskIsToldAndLosesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("builds and runs the program")
	}
	t.Parallel()
	r := rackFor(t)
	file := filepath.Join(t.TempDir(), "kwi.db")
	put(t, file, r.base)
	s := run(t, "/bin/sh", nil, "-c", `ulimit -f 1 && exec "$0" "$@"`, r.binary, "--file", file)
	s.see("NewMedia")
	s.walk("\r|NewMedia · 2011H1|6|Kees Klant|\x1b[B\x1b[B\x1b[B\x1b[B\r|Kees Klant (KK)|")
	s.press("/2052")
	s.see("is vol. Maak") // room, on the next line
	s.see("niet bewaard")
	if err := s.cmd.Process.Signal(syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	s.end()
	if now := whole(t, file, false); now != r.before {
		t.Errorf("the file is another:\n%s", now)
	}
}
