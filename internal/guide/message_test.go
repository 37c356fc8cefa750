package guide

import (
	"strings"
	"testing"
)

func TestASentenceEndsWithOnePoint(t *testing.T) {
	for _, name := range []string{"Bestseller B.V.", "Bestseller"} {
		text := For("en").Message(CommunicateBody, "Kees", name, "May", "Joe")
		if strings.Contains(text, "..") || !strings.Contains(text, "expect from "+strings.TrimSuffix(name, ".")+". Here") {
			t.Errorf("got\n%s", text)
		}
	}
}
